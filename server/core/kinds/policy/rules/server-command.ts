import { variantOf } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** Source: the app's own validator: a bare name (`npx`) or a local absolute path; the helper of the environment must be a path. */
export const serverCommand: EntryRule = {
  id: 'policy/server-command',
  severity: 'error',
  *check(entry, { edit }) {
    if (variantOf(entry) !== 'stdio') return;
    for (const field of ['command', 'envHelper']) {
      const node = child(entry, field);
      const text = stringOf(node)?.trim();
      if (!node || !text || isPlaceholder(text)) continue;
      const bare = /^(["'])([^"']+)\1$/.exec(text)?.[2];
      const flaw =
        flawOf(text) ?? (field === 'envHelper' && !isAbsolute(text) ? 'must be an absolute path' : undefined);
      if (!flaw) continue;
      yield {
        range: node.range,
        message: `\`${field}\` ${flaw}.`,
        fate: 'dropped',
        ...(bare &&
          !flawOf(bare) && {
            fixes: [{ title: 'Remove the quotation marks', edits: [edit.replace(node, bare)], inFixAll: true }],
          }),
      };
    }
  },
};

const isAbsolute = (text: string) => /^(\/|\\|[A-Za-z]:[/\\])/.test(text);

function flawOf(text: string): string | undefined {
  if (/"|^'/.test(text)) return 'holds a quotation mark; blanks in a path need none';
  if (/%\w+%/.test(text) || text.startsWith('$'))
    return 'holds a variable, and the app fills none in: write the whole path';
  if (text.startsWith('~')) return 'starts with `~`, which differs between users: write the whole path';
  if (/^(\\\\|\/\/)/.test(text)) return 'is a path on a share: the program must be on the computer itself';
  if (/^\.|(^|[\\/])\.\.([\\/]|$)/.test(text)) return 'is relative, and to nothing: write the whole path';
  return undefined;
}
