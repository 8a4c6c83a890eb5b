import { nearest } from '../../base/suggest.ts';
import type { Problem } from '../../base/text.ts';
import type { Editor } from '../../model.ts';
import type { Schema } from '../../schema/schema.ts';
import { type Node, propertiesOf, property } from '../../syntax/node.ts';

/**
 * Tells of keys of an object that its schema does not know, with the one that is meant where it is near and not there yet.
 * A required key that is missing because of the slip makes it a warning.
 * @param what the rest of the sentence behind the key: "is no key of a monitor".
 */
export function* unknownKeys(
  object: Node | undefined,
  { properties = {}, required = [] }: Schema,
  edit: Pick<Editor, 'renameKey'>,
  what: string,
): Generator<Problem> {
  const known = Object.keys(properties);
  for (const found of propertiesOf(object)) {
    if (known.includes(found.key)) continue;
    const near = nearest(found.key, known);
    const meant = near !== undefined && !property(object, near) ? near : undefined;
    yield {
      range: found.keyNode.range,
      message: `\`${found.key}\` ${what}.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
      ...(meant && required.includes(meant) && { severity: 'warning' }),
      ...(meant && {
        fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(found, meant)], inFixAll: true }],
      }),
    };
  }
}
