import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers.ts';

/** Source: the validator of Claude Code refuses a literal address without a scheme; https://code.claude.com/docs/en/mcp. */
export const urlNotAbsolute: Rule = {
  id: 'mcp/url-not-absolute',
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    for (const { name, entry } of serversOf(serverMap(root))) {
      const node = child(entry, 'url');
      const url = stringOf(node);
      if (node?.type !== 'string' || !url || /^[a-z][a-z0-9+.-]*:/i.test(url) || /[${<]/.test(url)) continue;
      const host = /^(?:\/\/)?[\w-]+(\.[\w-]+)+/.test(url);
      const start = { start: node.inner.start, end: node.inner.start + (url.startsWith('//') ? 2 : 0) };
      yield {
        range: node.inner,
        message: `\`${name}\` needs the whole address, with \`https://\` before it; as it is, it cannot be called.`,
        ...(host && { fixes: [{ title: 'Add `https://`', edits: [{ range: start, newText: 'https://' }] }] }),
      };
    }
  },
};
