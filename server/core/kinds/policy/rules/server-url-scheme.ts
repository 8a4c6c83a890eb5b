import { variantOf } from '../../../policy/entry/variant.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** The app's own validator accepts it; that all surfaces do is not documented. */
export const serverUrlScheme: EntryRule = {
  id: 'policy/server-url-scheme',
  severity: 'hint',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'style',
  *check(entry, { edit }) {
    const url = child(entry, 'url');
    const text = stringOf(url);
    if (!url || !text || isPlaceholder(text) || variantOf(entry) !== 'remote') return;
    if (!/^[\w-]+(\.[\w-]+)+(:\d+)?(\/|$)/.test(text)) return;
    yield {
      range: url.range,
      message: 'The app accepts this URL without `https://`. Add it for clarity.',
      fixes: [{ title: 'Add https://', edits: [edit.replace(url, `https://${text}`)], inFixAll: true }],
    };
  },
};
