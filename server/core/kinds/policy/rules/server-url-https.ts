import { addressFlaw, variantOf } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions; http on this computer itself passes the app's own validator. */
export const serverUrlHttps: EntryRule = {
  id: 'policy/server-url-https',
  severity: 'error',
  *check(entry, { edit }) {
    const url = child(entry, 'url');
    const text = stringOf(url);
    if (!url || !text || isPlaceholder(text) || variantOf(entry) !== 'remote') return;
    const flaw = addressFlaw(text, true);
    if (flaw === 'http') {
      const fix = { title: 'Use https', edits: [edit.replace(url, text.replace(/http:/i, 'https:'))], inFixAll: true };
      yield {
        range: url.range,
        message: 'This address is http, and a remote server needs https.',
        fate: 'dropped',
        fixes: [fix],
      };
    }
    // Of a user in an address another rule speaks.
    if (flaw === 'user' && !text.includes('@')) {
      yield { range: url.range, message: 'An address has no `\\` in it, only `/`.', fate: 'dropped' };
    }
    if (flaw === 'scheme') {
      yield { range: url.range, message: 'A remote server is reached over https, nothing else.', fate: 'dropped' };
    }
  },
};
