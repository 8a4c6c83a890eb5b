import type { Editor } from '../../model.ts';
import { nearest } from '../../suggest.ts';
import { type Node, propertiesOf, property } from '../../syntax/node.ts';
import type { Problem } from '../../text.ts';

/**
 * Tells of keys of an object that are none of `known`, with the one that is meant where it is near and not there yet.
 * @param what the rest of the sentence behind the key: "is no key of a monitor".
 */
export function* unknownKeys(
  object: Node | undefined,
  known: readonly string[],
  edit: Pick<Editor, 'renameKey'>,
  what: string,
): Generator<Problem> {
  for (const found of propertiesOf(object)) {
    if (known.includes(found.key)) continue;
    const near = nearest(found.key, known);
    const meant = near !== undefined && !property(object, near) ? near : undefined;
    yield {
      range: found.keyNode.range,
      message: `\`${found.key}\` ${what}.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
      ...(meant && {
        fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(found, meant)], inFixAll: true }],
      }),
    };
  }
}
