import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { ownPlugin } from '../ownPlugin.ts';

const keys = ['headersHelper', 'headersHelperTtlSec'];

/** Cowork does not read it for plugins; Claude Code does. */
export const headersHelperNotRead: Rule = {
  id: 'mcp/headers-helper-not-read',
  severity: 'warning',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'no-effect',
  hosts: ['desktop-3p'],
  mixed: 'hint',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    if (!ownPlugin(document, workspace)) return;
    for (const { name, entry } of serversOf(serverMap(root))) {
      for (const key of keys) {
        const found = property(entry, key);
        // Invalid values are reported by the schema.
        if (!found || found.valueNode?.type === 'array' || found.valueNode?.type === 'object') continue;
        yield {
          range: found.keyNode.range,
          message: `Cowork does not read \`${key}\` in a plugin: \`${name}\` is called without these headers. Configure it as a managed server in the policy instead.`,
        };
      }
    }
  },
};
