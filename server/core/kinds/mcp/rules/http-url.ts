import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers.ts';

const loopback = /^(localhost|[\w-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/i;

/** Source: https://code.claude.com/docs/en/mcp; the validator of Claude Code warns of addresses without encryption off this computer. */
export const httpUrl: Rule = {
  id: 'mcp/http-url',
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    for (const { name, entry } of serversOf(serverMap(root))) {
      const url = child(entry, 'url');
      const [, scheme, host] = /^(http|ws):\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(stringOf(url) ?? '') ?? [];
      if (url?.type !== 'string' || !scheme || !host || host.includes('$') || loopback.test(host)) continue;
      const secure = `${scheme}s`;
      const range = { start: url.inner.start, end: url.inner.start + scheme.length };
      yield {
        range: url.inner,
        ...(!target.hosts.includes('claude-code') && { severity: 'hint' }),
        message: `\`${name}\` is reached without encryption: whoever is on the way can read and change what tools send. Use \`${secure}:\`.`,
        fixes: [{ title: `Change to \`${secure}:\``, edits: [{ range, newText: secure }] }],
      };
    }
  },
};
