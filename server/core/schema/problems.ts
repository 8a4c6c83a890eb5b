import { derived } from '../base/derived.ts';
import { nearest } from '../base/suggest.ts';
import type { Problem } from '../base/text.ts';
import { type Node, nodeAt, type Path, propertiesOf, property, toValue } from '../syntax/node.ts';
import { resolve, schemaAt, walkSchema } from './at.ts';
import { islands } from './islands.ts';
import { meantValue } from './meant.ts';
import { missingMessage, wrongMessage } from './messages.ts';
import { pathsAround } from './pathsAround.ts';
import type { Schema, SchemaOwner, SchemaProblem } from './schema.ts';
import { type ValidationError, validationErrors } from './validate.ts';

const islandsOf: (top: Schema) => ReadonlySet<Schema> = derived(islands);

/**
 * Yields what a kind's schema reports in a tree: one problem for each wrong node, at the node; for a missing key, at the
 * object's brace or the key above it.
 */
export function* schemaProblems(kind: SchemaOwner, root: Node): Generator<SchemaProblem> {
  const validated = islandsOf(kind.schema);
  for (const [node, schema] of walkSchema(kind.schema, kind.schema, root)) {
    if (isTextOutOfRange(node, schema))
      yield { range: node.range, message: wrongMessage(schema, node), ...severity(schema) };
    if (!validated.has(schema)) continue;
    const errors = validationErrors(schema, kind.schema, toValue(node));
    if (errors.length > 0) yield* report(kind, node, schema, errors);
  }
}

/** Whether a number in a string is out of range. It has the same limits as a plain number, but a validator sees only a string. */
function isTextOutOfRange(node: Node, { alsoText, minimum, maximum, exclusiveMinimum }: Schema): boolean {
  if (node.type !== 'string' || (alsoText !== 'integer' && alsoText !== 'number')) return false;
  const text = String(node.value).trim();
  const value = text === '' ? Number.NaN : Number(text);
  return (
    value < (minimum ?? Number.NEGATIVE_INFINITY) ||
    value > (maximum ?? Number.POSITIVE_INFINITY) ||
    value <= (exclusiveMinimum ?? Number.NEGATIVE_INFINITY)
  );
}

function* report(
  kind: SchemaOwner,
  node: Node,
  schema: Schema,
  errors: readonly ValidationError[],
): Generator<SchemaProblem> {
  const seen = new Set<Node | string>();
  // If something inside a value is wrong, the value as a whole is invalid too; only the inner problem is reported.
  const around = pathsAround(errors);
  const isTold = ({ instancePath, missingKey }: ValidationError): boolean =>
    missingKey === undefined && around.has(instancePath);
  for (const error of errors) {
    const { instancePath, missingKey: key } = error;
    if (isTold(error)) continue;
    const path = steps(instancePath, node);
    const wrong = nodeAt(node, path);
    // An empty value is half-typed and reported by the syntax.
    if (!wrong || (wrong.type === 'string' && kind.isPlaceholder?.(String(wrong.value)))) continue;
    const inner = path.length === 0 ? schema : within(kind, schema, node, path);
    if (key !== undefined) {
      if (property(wrong, key) || seen.has(`${instancePath} ${key}`)) continue;
      if (kind.reportsUnknownKeys && hasSlipOf(wrong, key, inner)) continue;
      seen.add(`${instancePath} ${key}`);
      yield missing(wrong, key, inner);
    } else if (!seen.has(wrong)) {
      seen.add(wrong);
      const value = meantValue(inner, wrong);
      const meant = value === undefined ? {} : { meant: { node: wrong, value } };
      yield { range: wrong.range, message: wrongMessage(inner, wrong), ...severity(inner), ...meant };
    }
  }
}

/** Whether the object has an unknown key that is a near miss for the missing `key`. */
const hasSlipOf = (object: Node, key: string, { properties }: Schema): boolean =>
  propertiesOf(object).some((other) => !properties?.[other.key] && nearest(other.key, [key]) !== undefined);

const severity = (schema: Schema) => (schema.severity ? { severity: schema.severity } : {});

function missing(object: Node, key: string, schema: Schema): Problem {
  const holder = object.parent?.type === 'property' ? object.parent.keyNode.range : undefined;
  const range = holder ?? { start: object.range.start, end: Math.min(object.range.start + 1, object.range.end) };
  const inner = schema.properties?.[key] ?? {};
  return { range, message: missingMessage(key, inner), ...severity(inner) };
}

/** Returns a JSON pointer as steps of the tree. */
function steps(pointer: string, from: Node): Path {
  const path: (string | number)[] = [];
  let node: Node | undefined = from;
  for (const raw of pointer.split('/').slice(1)) {
    const name = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    const step: string | number = node?.type === 'array' ? Number(name) : name;
    path.push(step);
    node = node && nodeAt(node, [step]);
  }
  return path;
}

/** Returns the schema at `path` below an island's node. */
function within(kind: SchemaOwner, schema: Schema, node: Node, path: Path): Schema {
  const inner = schemaAt({ ...kind, schema: { ...schema, $defs: kind.schema.$defs ?? {} } }, node, path);
  return inner ?? resolve(schema, kind.schema, node);
}
