import { slipOf, variantOf } from '../../../policy/managedServers.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** Source: the app's own validator. */
export const websearchAccess: EntryRule = {
  id: 'policy/websearch-access',
  severity: 'error',
  *check(entry, { edit }) {
    const provider = child(entry, 'provider');
    const word = stringOf(provider);
    if (!provider || !word || variantOf(entry) !== 'websearch') return;
    if (word === 'custom') {
      if (child(entry, 'customUrl')) return;
      const slip = slipOf(entry, 'customUrl', ['customUrl']);
      yield {
        range: (slip?.keyNode ?? provider).range,
        message: 'The provider `custom` needs its address in `customUrl`.',
        fate: 'dropped',
        ...(slip && {
          fixes: [{ title: 'Rename to `customUrl`', edits: [edit.renameKey(slip, 'customUrl')], inFixAll: true }],
        }),
      };
      return;
    }
    if (!['brave', 'tavily', 'exa'].includes(word)) return;
    const headers = child(entry, 'headers');
    // Headers of a wrong form are the schema's to tell.
    if (headers ? headers.type !== 'object' || propertiesOf(headers).length > 0 : child(entry, 'headersHelper')) return;
    if (stringOf(child(entry, 'headersHelper'))) return;
    yield {
      range: provider.range,
      message: `${word} wants a key: name it in \`headers\`, or a script that prints it in \`headersHelper\`.`,
      fate: 'dropped',
    };
  },
};
