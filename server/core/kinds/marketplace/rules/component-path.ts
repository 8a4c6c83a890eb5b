import type { Problem } from '../../../base/text.ts';
import { type ComponentPath, componentPaths, isLeaving, isPlain } from '../../../components/componentPaths.ts';
import type { Rule, RuleContext } from '../../../model.ts';
import { isMissing } from '../../shared/plugin/missing.ts';
import { entriesOf, localSource, topOf } from '../entries.ts';

/** Paths begin with `./` and stay inside the plugin. The validator checks entries too. */
export const componentPath: Rule = {
  id: 'marketplace/component-path',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check(context) {
    const { document, root } = context;
    for (const entry of entriesOf(root)) {
      const folder = localSource(entry, root, topOf(document.uri))?.folder;
      for (const path of componentPaths(entry.node)) {
        // The hooks of an entry are not a path at all, which another rule reports.
        const problem = path.key === 'hooks' ? undefined : problemOf(path, folder, context);
        if (problem) yield { range: path.node.range, ...problem };
      }
    }
  },
};

function problemOf(
  path: ComponentPath,
  folder: string | undefined,
  { document, workspace, edit }: RuleContext,
): Omit<Problem, 'range'> | undefined {
  const { node, value } = path;
  if (isLeaving(value))
    return { message: 'A path must stay inside the plugin: no `..`, not absolute. The plugin is skipped.' };
  if (!/^\.(\/|$)/.test(value)) {
    const meant = meantBy(path, folder, { workspace });
    return {
      message: 'A path must start with `./` and be relative to the plugin’s folder. The plugin is skipped.',
      fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)], inFixAll: true }],
    };
  }
  const isKnown = folder !== undefined && isPlain(value) && workspace.list(folder).length > 0;
  if (!isKnown || !isMissing(workspace, { uri: folder }, document.uri, value)) return undefined;
  if (path.key === 'agents' && !value.endsWith('.md')) {
    return {
      message: `Agents are named one by one, each as a file with the extension \`.md\`, and the plugin has no \`${value}\`: Claude Code refuses it.`,
      appliesTo: { hosts: ['claude-code'], elsewhere: 'warning' },
    };
  }
  return {
    severity: 'warning',
    message: `The plugin has no \`${value}\`, so this component is missing. Correct the path; it is relative to the plugin’s folder.`,
  };
}

/** A bare name usually means something in the default folder: `review` for `./skills/review`. */
function meantBy(
  { key, value }: ComponentPath,
  folder: string | undefined,
  { workspace }: Pick<RuleContext, 'workspace'>,
): string {
  const path = value.replaceAll('\\', '/').replace(/^\.?\//, '');
  const isInside = !workspace.file(`${folder}/${path}`) && workspace.file(`${folder}/${key}/${path}`) !== undefined;
  return isInside ? `./${key}/${path}` : `./${path}`;
}
