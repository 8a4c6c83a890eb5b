import { nearest } from '../../../base/suggest.ts';
import { flawsOf } from '../../../policy/entry/flaw.ts';
import { transports } from '../../../policy/entry/variant.ts';
import { property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** Other programs' names for the same transports. */
const otherWords: Readonly<Record<string, string>> = {
  'streamable-http': 'http',
  streamable_http: 'http',
  streamablehttp: 'http',
  https: 'http',
  remote: 'http',
  local: 'stdio',
  command: 'stdio',
};

/** The validator is case-sensitive. */
export const transportValue: EntryRule = {
  id: 'policy/transport-value',
  severity: 'error',
  source: ['app-validator', 'desktop/configuration-changelog'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }) {
    const transport = property(entry, 'transport');
    const value = transport?.valueNode;
    const word = stringOf(value);
    const [flaw] = flawsOf(flaws, 'unknown-transport', 'transport-of-built-in');
    if (!flaw || !transport || !value || word === undefined) return;
    if (flaw.code === 'transport-of-built-in') {
      yield {
        range: transport.range,
        flaw,
        advice: '`builtin` is the old form.',
        fixes: [{ title: 'Remove `transport`', edits: [edit.remove(transport)], inFixAll: true }],
      };
      return;
    }
    const folded = word.trim().toLowerCase();
    const meant = Object.hasOwn(otherWords, folded) ? otherWords[folded] : nearest(word, transports);
    yield {
      range: value.range,
      flaw,
      ...(meant && { advice: `Did you mean \`${meant}\`?` }),
      ...(meant && {
        fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(value, meant)], inFixAll: true }],
      }),
    };
  },
};
