import { variantOf } from '../../../policy/entry/variant.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** The app's own validator does not notice it; that no program of that name is found is our reading. */
export const commandWithArguments: EntryRule = {
  id: 'policy/command-with-arguments',
  severity: 'hint',
  source: ['our-reading'],
  certainty: 'reading',
  impact: 'fails',
  *check(entry, { edit }) {
    const command = child(entry, 'command');
    const args = child(entry, 'args');
    const [program, ...rest] = (stringOf(command) ?? '').trim().split(/\s+/);
    // A path may contain spaces; a bare name does not.
    if (!command || !program || rest.length === 0 || variantOf(entry) !== 'stdio') return;
    if (/["'\\/%$]/.test(program) || rest.some((word) => /["']/.test(word))) return;
    const given = itemsOf(args).map(stringOf);
    const all = [...rest, ...given];
    const edits = [edit.replace(command, program), args ? edit.replace(args, all) : edit.add(entry, 'args', rest)];
    yield {
      range: command.range,
      message: `\`command\` must be only the program. The app looks for a program with this whole string as its name. Move everything after \`${program}\` to \`args\`.`,
      ...((!args || args.type === 'array') &&
        given.every((word) => word !== undefined) && { fixes: [{ title: 'Move the arguments to `args`', edits }] }),
    };
  },
};
