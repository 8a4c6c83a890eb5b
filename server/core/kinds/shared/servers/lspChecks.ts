import type { Problem } from '../../../base/text.ts';
import { commandWithArguments, dotless, emptyExtensions } from '../../../components/languageServerFlaws.ts';
import type { Editor } from '../../../model.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { ServerEntry } from './serverMap.ts';

/**
 * Tells of endings of language servers that lack their dot, and of servers without any.
 * @param outcome what becomes of the server called `name`
 */
export function* dotlessExtensions(
  servers: readonly ServerEntry[],
  edit: Pick<Editor, 'renameKey'>,
  outcome: (name: string) => string,
): Generator<Problem> {
  for (const { name, entry } of servers) {
    for (const extension of dotless(entry)) {
      const meant = `.${extension.key.replace(/^\*\.?/, '')}`;
      const isFree = meant !== '.' && !property(extension.parent, meant);
      yield {
        range: extension.keyNode.range,
        message: `A file extension must start with a dot: \`${meant}\`. Otherwise, ${outcome(name)}.`,
        ...(isFree && {
          fixes: [{ title: `Change to \`${meant}\``, edits: [edit.renameKey(extension, meant)], inFixAll: true }],
        }),
      };
    }
    const none = emptyExtensions(entry);
    if (none) {
      yield {
        range: none.range,
        message: `No file extension is configured, so ${outcome(name)}. Add one, such as \`".go": "go"\`.`,
      };
    }
  }
}

/** Tells of language servers whose command holds arguments. See `dotlessExtensions` for `outcome`. */
export function* commandArguments(
  servers: readonly ServerEntry[],
  edit: Pick<Editor, 'replace' | 'add'>,
  outcome: (name: string) => string,
): Generator<Problem> {
  for (const { name, entry } of servers) {
    const command = commandWithArguments(entry);
    if (!command) continue;
    const text = stringOf(command)?.trim() ?? '';
    const [program = '', ...args] = text.split(/\s+/);
    const canSplit = !child(entry, 'args') && !/["'`\\]/.test(text);
    yield {
      range: command.range,
      message: `\`command\` must be only the program; it is not run by a shell. Move the arguments of \`${name}\` to \`args\`; otherwise ${outcome(name)}.`,
      ...(canSplit && {
        fixes: [
          {
            title: 'Move the arguments to `args`',
            edits: [edit.replace(command, program), edit.add(entry, 'args', args)],
            inFixAll: true,
          },
        ],
      }),
    };
  }
}
