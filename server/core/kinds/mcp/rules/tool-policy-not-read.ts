import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

/** Tool locks for plugins belong in `orgPluginSettings`. */
export const toolPolicyNotRead: Rule = {
  id: 'mcp/tool-policy-not-read',
  severity: 'warning',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root }) {
    for (const { name, entry } of serversOf(serverMap(root))) {
      const policy = property(entry, 'toolPolicy');
      if (!policy) continue;
      const found = (place: string) => ({
        range: policy.keyNode.range,
        message: `\`toolPolicy\` is not read here, so it locks no tool. Set it in ${place}.`,
      });
      const settings = `the policy’s \`orgPluginSettings\`, for the server \`${name}\``;
      yield { ...found(settings), appliesTo: { hosts: ['desktop-3p'] } };
      yield {
        ...found('Claude Code’s permission rules'),
        appliesTo: { hosts: ['claude-code'], mixed: 'off' },
      };
    }
  },
};
