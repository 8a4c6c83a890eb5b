import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (tool locks of plugins go to `orgPluginSettings`). */
export const toolPolicyNotRead: Rule = {
  id: 'mcp/tool-policy-not-read',
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    for (const { name, entry } of serversOf(serverMap(root))) {
      const policy = property(entry, 'toolPolicy');
      if (!policy) continue;
      const place = target.hosts.includes('desktop-3p')
        ? `\`orgPluginSettings\` of the policy, for the server \`${name}\``
        : 'the permission rules of Claude Code';
      yield {
        range: policy.keyNode.range,
        message: `\`toolPolicy\` is not read here, so it locks no tool. Write it into ${place}.`,
      };
    }
  },
};
