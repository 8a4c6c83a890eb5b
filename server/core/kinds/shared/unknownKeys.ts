import { nearest } from '../../base/suggest.ts';
import type { Problem } from '../../base/text.ts';
import type { Editor } from '../../model.ts';
import type { Schema } from '../../schema/schema.ts';
import { type Node, type PropertyNode, propertiesOf, property } from '../../syntax/node.ts';

type KeyEditor = Pick<Editor, 'renameKey'>;

/**
 * Reports keys of an object that its schema does not know: see `unknownKeyProblem`.
 * @param what the rest of the sentence after the key: "is not a setting".
 */
export function* unknownKeys(
  object: Node | undefined,
  schema: Schema,
  edit: KeyEditor,
  what: string,
): Generator<Problem> {
  for (const found of propertiesOf(object)) {
    if (schema.properties && Object.hasOwn(schema.properties, found.key)) continue;
    yield unknownKeyProblem(found, schema, edit, `\`${found.key}\` ${what}`);
  }
}

/**
 * Returns the problem of a key that a schema does not have, with the intended key if it is a near miss and not present. If a
 * required key is missing because of the typo, the problem is a warning.
 */
export function unknownKeyProblem(
  found: PropertyNode,
  { properties = {}, required = [] }: Schema,
  edit: KeyEditor,
  sentence: string,
): Problem {
  const near = nearest(found.key, Object.keys(properties));
  const meant = near !== undefined && !property(found.parent, near) ? near : undefined;
  return {
    range: found.keyNode.range,
    message: `${sentence}.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
    ...(meant && required.includes(meant) && { severity: 'warning' }),
    ...(meant && {
      fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(found, meant)], inFixAll: true }],
    }),
  };
}
