import { nearest } from '../../../base/suggest.ts';
import { join, parentOf } from '../../../base/uri.ts';
import { componentPaths, isPlain } from '../../../components/componentPaths.ts';
import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { pathFlaws } from '../../../components/manifestFlaws.ts';
import type { Rule } from '../../../model.ts';
import { isMissing } from '../../shared/plugin/missing.ts';

const cost = 'Claude Code does not load a plugin whose manifest names a missing path.';

/** The validator rejects a manifest with a missing path. */
export const pathMissing: Rule = {
  id: 'plugin/path-missing',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'warning',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin) return;
    for (const flaw of pathFlaws(root)) {
      if (flaw.problem === 'pattern')
        yield {
          range: flaw.node.range,
          message: `${manifestFlawOpening(flaw)}, and manifest paths are literal. ${cost}`,
        };
    }
    for (const { node, value } of componentPaths(root)) {
      if (!isPlain(value) || !isMissing(workspace, plugin, document.uri, value)) continue;
      const uri = join(plugin.uri, value).replace(/\/$/, '');
      const names = workspace.list(parentOf(uri)).map(({ name }) => name);
      const last = value.replace(/\/$/, '').lastIndexOf('/') + 1;
      const name = nearest(value.slice(last).replace(/\/$/, ''), names);
      const near = name && value.slice(0, last) + name + (value.endsWith('/') ? '/' : '');
      yield {
        range: node.range,
        message: `The plugin has no \`${value}\`. ${cost}`,
        ...(near && { fixes: [{ title: `Change to \`${near}\``, edits: [edit.replace(node, near)] }] }),
      };
    }
  },
};
