import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';

/** The rejected hosts, as parts of a plainly written URL. */
const ownComputer = /^https:\/\/(localhost|127(\.\d+){3}|\[::1\]|169\.254(\.\d+){2})(?=[:/?#]|$)/i;

/** The URL uses https and does not name a loopback, link-local or metadata host. */
export const archiveAddress: Rule = {
  id: 'marketplace/archive-address',
  severity: 'error',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const { source } of entriesOf(root)) {
      const url = child(source, 'url');
      if (kindOf(source) !== 'archive' || url?.type !== 'string') continue;
      const value = String(url.value);
      if (ownComputer.test(value))
        yield {
          range: url.range,
          message: 'Archives are not fetched from localhost or a link-local IP address, so the plugin is skipped.',
        };
      if (/^https:\/\/[^/?#]/i.test(value)) continue;
      const secure = value.replace(/^http:/i, 'https:');
      yield {
        range: url.range,
        message: 'Archives are fetched over https only, so the plugin is skipped.',
        fixes: secure === value ? [] : [{ title: 'Change to `https`', edits: [edit.replace(url, secure)] }],
      };
    }
  },
};
