import { nearest } from '../../../base/suggest.ts';
import { transports } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** What other programs call the same. */
const otherWords: Readonly<Record<string, string>> = {
  'streamable-http': 'http',
  streamable_http: 'http',
  streamablehttp: 'http',
  https: 'http',
  remote: 'http',
  local: 'stdio',
  command: 'stdio',
};

/** Sources: the app's own validator, which compares exactly; https://claude.com/docs/third-party/claude-desktop/configuration-changelog for `builtin`. */
export const transportValue: EntryRule = {
  id: 'policy/transport-value',
  severity: 'error',
  *check(entry, { edit }) {
    const transport = property(entry, 'transport');
    const value = transport?.valueNode;
    const word = stringOf(value);
    if (!transport || !value || word === undefined || isPlaceholder(word)) return;
    if (property(entry, 'server')) {
      if (word !== 'builtin') return;
      yield {
        range: transport.range,
        message: 'A built-in server has no `transport`; `builtin` is the old form.',
        fate: 'old-form',
        fixes: [{ title: 'Remove `transport`', edits: [edit.remove(transport)], inFixAll: true }],
      };
      return;
    }
    if (transports.some((known) => known === word)) return;
    const folded = word.trim().toLowerCase();
    const meant = Object.hasOwn(otherWords, folded) ? otherWords[folded] : nearest(word, transports);
    yield {
      range: value.range,
      message: `A transport is \`http\`, \`sse\`, \`stdio\` or \`policy-only\`, in these letters.${meant ? ` Is \`${meant}\` meant?` : ''}`,
      fate: 'dropped',
      ...(meant && {
        fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(value, meant)], inFixAll: true }],
      }),
    };
  },
};
