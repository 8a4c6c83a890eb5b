import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers.ts';

/** Source: the validator of Claude Code refuses an address whose port is none. */
export const badPort: Rule = {
  id: 'mcp/bad-port',
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    for (const { name, entry } of serversOf(serverMap(root))) {
      const node = child(entry, 'url');
      const match = /^((?:https?|wss?):\/\/(?:[^/@?#]*@)?(?:\[[^\]]*\]|[^/:?#[\]]*):)([^/?#@]*)(?=[/?#]|$)/i.exec(
        stringOf(node) ?? '',
      );
      const [, before = '', port = ''] = match ?? [];
      if (node?.type !== 'string' || !match || /[${<]/.test(port) || (/^\d{0,5}$/.test(port) && Number(port) <= 65_535))
        continue;
      const start = node.inner.start + before.length;
      yield {
        range: { start, end: start + port.length },
        message: `\`${port}\` is no port, so \`${name}\` cannot be called. Ports are numbers up to 65535.`,
      };
    }
  },
};
