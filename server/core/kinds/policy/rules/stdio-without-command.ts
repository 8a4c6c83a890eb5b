import { flawsOf } from '../../../policy/entry/flaw.ts';
import { fieldsOfVariant } from '../../../policy/entry/variant.ts';
import { slipOf } from '../../../policy/managedServers.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

export const stdioWithoutCommand: EntryRule = {
  id: 'policy/stdio-without-command',
  severity: 'error',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'does-not-load',
  *check(entry, { edit, flaws }) {
    const flaw = flawsOf(flaws, 'missing-field').find(({ field }) => field === 'command');
    if (!flaw) return;
    const command = child(entry, 'command');
    const slip = slipOf(entry, 'command', fieldsOfVariant.stdio);
    if (slip) {
      yield {
        range: slip.keyNode.range,
        flaw,
        advice: `\`${slip.key}\` is not read.`,
        fixes: [{ title: 'Rename to `command`', edits: [edit.renameKey(slip, 'command')], inFixAll: true }],
      };
      return;
    }
    const transport = property(entry, 'transport');
    const value = transport?.valueNode;
    yield {
      range: (command ?? value ?? child(entry, 'type') ?? entry).range,
      flaw,
      advice: 'Write an absolute path or the name of a program.',
      ...(stringOf(child(entry, 'url')) &&
        value && {
          fixes: [{ title: 'Change to `http`, because it has a `url`', edits: [edit.replace(value, 'http')] }],
        }),
    };
  },
};
