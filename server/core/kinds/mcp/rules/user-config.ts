import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers.ts';
import { serverTexts } from '../../shared/serverTexts.ts';
import { ownPlugin } from '../ownPlugin.ts';

/**
 * Source: the validator of Claude Code refuses a server with a value that `userConfig` does not declare;
 * third-party notes say that Cowork drops programs of a plugin with any such value.
 */
export const userConfig: Rule = {
  id: 'mcp/user-config',
  severity: 'error',
  scope: 'workspace',
  *check({ document, root, target, workspace }) {
    const plugin = ownPlugin(document, workspace);
    if (!plugin?.manifest?.endsWith('/plugin.json')) return;
    const declared = workspace.facts('user-config').filter(({ uri }) => uri === plugin.manifest);
    for (const server of serversOf(serverMap(root))) {
      const program = child(server.entry, 'command') !== undefined;
      for (const { node } of serverTexts([server])) {
        const raw = document.text.slice(node.inner.start, node.inner.end);
        for (const match of raw.matchAll(/\$\{user_config\.([^}:]*)[^}]*\}/g)) {
          const start = node.inner.start + match.index;
          const range = { start, end: start + match[0].length };
          const known = declared.some(({ fact }) => fact.name === match[1]);
          if (!known && target.hosts.includes('claude-code')) {
            yield {
              range,
              message: `The manifest has no \`${match[1]}\` in \`userConfig\`, so Claude Code drops \`${server.name}\`. Declare it there.`,
            };
          } else if (program && target.hosts.includes('desktop-3p')) {
            yield {
              range,
              severity: 'hint',
              message: `Cowork is reported to drop programs of a plugin that use \`user_config\`. A managed server in the policy can set \`env\` for \`${server.name}\`.`,
            };
          }
        }
      }
    }
  },
};
