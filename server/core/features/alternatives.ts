import type { DocumentKind } from '../model.ts';
import { dereference, propertySchema, resolve, schemaAt } from '../schema/at.ts';
import type { Schema } from '../schema/schema.ts';
import type { Node, Path } from '../syntax/node.ts';

/** One way to write a value; `name` is that of the variant, where there are several. */
export interface Alternative {
  readonly name?: string;
  readonly schema: Schema;
}

/** The schema one step below `schema`: of a property, or of an item. */
export function stepInto(schema: Schema, step: string | number, top: Schema): Schema | undefined {
  const inner = typeof step === 'number' ? schema.items : propertySchema(schema, step);
  return inner && resolve(inner, top, undefined);
}

/** Everything that may be written at `path`: every variant of a union, since nothing is there yet that picks one. */
export function alternativesAt(kind: DocumentKind, root: Node | undefined, path: Path): Alternative[] {
  const step = path.at(-1);
  const top = kind.schema;
  if (step === undefined) return expand(top, top);
  const parent = schemaAt(kind, root, path.slice(0, -1));
  const inner = parent && (typeof step === 'number' ? parent.items : propertySchema(parent, step));
  return inner ? expand(inner, top) : [];
}

function expand(schema: Schema, top: Schema, depth = 0): Alternative[] {
  const found = dereference(schema, top);
  if (!found.variants || depth > 5) return [{ schema: found }];
  return found.variants.flatMap(({ name, schema: variant }) =>
    expand(variant, top, depth + 1).map((alternative) => ({ name, ...alternative })),
  );
}
