import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { ownPlugin } from '../ownPlugin.ts';

const keys = ['headersHelper', 'headersHelperTtlSec'];

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (not read for plugins); Claude Code reads `headersHelper`. */
export const headersHelperNotRead: Rule = {
  id: 'mcp/headers-helper-not-read',
  severity: 'warning',
  scope: 'workspace',
  *check({ document, root, target, workspace }) {
    if (!target.hosts.includes('desktop-3p') || !ownPlugin(document, workspace)) return;
    for (const { name, entry } of serversOf(serverMap(root))) {
      for (const key of keys) {
        const found = property(entry, key);
        // Of a value that is none the schema tells.
        if (!found || found.valueNode?.type === 'array' || found.valueNode?.type === 'object') continue;
        yield {
          range: found.keyNode.range,
          ...(target.hosts.includes('claude-code') && { severity: 'hint' }),
          message: `Cowork does not read \`${key}\` in a plugin: \`${name}\` is called without these headers. Make it a managed server in the policy.`,
        };
      }
    }
  },
};
