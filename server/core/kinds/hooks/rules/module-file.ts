import { parentOf, pathIn } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { child, itemsOf } from '../../../syntax/node.ts';
import { isMissing } from '../../shared/plugin/missing.ts';
import { isBuildOutput } from '../../shared/texts/pathChecks.ts';
import { leaves } from '../../shared/texts/rootPaths.ts';

/** The extensions that Claude Code runs as code. */
const code = /\.([cm]?[jt]s|[jt]sx)$/;

/** A hook module must be a code file that exists. Source: the validator of Claude Code. */
export const moduleFile: Rule = {
  id: 'hooks/module-file',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'warning',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    const folder = plugin && pathIn(plugin.uri, parentOf(document.uri));
    for (const node of itemsOf(child(root, 'modules'))) {
      if (node.type !== 'string') continue;
      const path = String(node.value);
      if (!code.test(path)) {
        yield {
          range: node.range,
          message:
            'A hook module must be JavaScript or TypeScript (`.js`, `.mjs`, `.cjs`, `.jsx`, `.ts`, `.mts`, `.cts`, `.tsx`). Claude Code refuses the plugin.',
        };
        continue;
      }
      const full = `${folder}/${path}`;
      // Absolute paths, and those that leave the plugin, cannot be checked.
      if (!plugin || folder === undefined || path.startsWith('/') || leaves(full)) continue;
      if (isMissing(workspace, plugin, document.uri, full)) {
        yield {
          range: node.range,
          ...(!plugin.mount && isBuildOutput(full.replace(/^hooks\/(\.\/)*/, '')) && { severity: 'hint' as const }),
          message: `\`${path}\` does not exist. The path is relative to the folder of this file; Claude Code refuses the plugin.`,
        };
      }
    }
  },
};
