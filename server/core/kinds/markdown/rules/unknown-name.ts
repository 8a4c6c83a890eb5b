import type { Rule } from '../../../model.ts';
import { child, strings } from '../../../syntax/node.ts';
import { areElsewhere } from '../../shared/plugin/namedPaths.ts';
import { wordsIn } from '../../shared/references.ts';
import { docsOf } from '../docs.ts';
import { slipOf } from '../near.ts';

/** Built-in agents of Claude Code. Source: https://code.claude.com/docs/en/sub-agents. */
const builtinAgents = ['general-purpose', 'Explore', 'Plan'];

/**
 * Reports typos in the name of another component. A name without a near miss in the plugin may belong to a user or another
 * plugin. That no app reports a wrong one is our reading.
 */
export const unknownName = (kind: 'skill' | 'agent' | 'command', key: string, thing: 'skill' | 'agent'): Rule => ({
  id: `${kind}/unknown-${thing}`,
  severity: 'hint',
  source: [docsOf(kind), 'our-reading'],
  certainty: 'reading',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    const nodes = strings(child(root, key));
    if (!plugin || nodes.length === 0 || areElsewhere(workspace, plugin.uri, `${thing}s`)) return;
    const own = workspace.factsBelow(thing, plugin.uri);
    const names = new Set([...own.map(({ fact }) => fact.name), ...(thing === 'agent' ? builtinAgents : [])]);
    for (const { word, start } of nodes.flatMap((node) => [...wordsIn(document, node, /[^\s,]+/g)])) {
      const meant = names.has(word) || word.includes(':') ? undefined : slipOf(word, names);
      if (!meant) continue;
      const range = { start, end: start + word.length };
      yield {
        range,
        message: `This plugin has no ${thing} \`${word}\`. The app does not report this. Did you mean \`${meant}\`?`,
        fixes: [{ title: `Change to \`${meant}\``, edits: [{ range, newText: meant }] }],
      };
    }
  },
});
