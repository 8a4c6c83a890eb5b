import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers.ts';

/** Source: the validator of Claude Code; https://code.claude.com/docs/en/mcp (`oauth` is an object). Cowork reads `true`. */
export const oauthBoolean: Rule = {
  id: 'mcp/oauth-boolean',
  severity: 'error',
  scope: 'document',
  *check({ root, target }) {
    if (!target.hosts.includes('claude-code')) return;
    for (const { name, entry } of serversOf(serverMap(root))) {
      const oauth = child(entry, 'oauth');
      if (oauth?.type !== 'boolean') continue;
      const both = target.hosts.includes('desktop-3p');
      yield {
        range: oauth.range,
        ...(both && { severity: 'warning' }),
        message: `Claude Code reads only an object as \`oauth\` and drops \`${name}\`. ${both ? 'Cowork reads `true`: for both, leave the key out.' : 'Leave the key out; sign-in is found by itself.'}`,
      };
    }
  },
};
