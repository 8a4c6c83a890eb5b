import { type Node, propertiesOf, property } from '../syntax/node.ts';
import { textForms } from './islands.ts';
import { missingClause, wrongClause } from './messages.ts';
import type { JsonType, Schema } from './schema.ts';

/** A value that a schema rejects, and what is wrong with it in the words of schema diagnostics, without a full stop. */
export interface Mismatch {
  readonly node: Node;
  readonly clause: string;
}

/**
 * Returns the values that a schema without variants rejects, as `validationErrors` does: if something inside a value is
 * wrong, only that is returned. For code that must check a single value without a document.
 */
export function* mismatches(schema: Schema, node: Node): Generator<Mismatch> {
  if (!fits(schema, node)) {
    yield { node, clause: clauseOf(schema, node) };
    return;
  }
  if (node.type === 'array' && schema.items) for (const item of node.items) yield* mismatches(schema.items, item);
  for (const { key, valueNode } of propertiesOf(node)) {
    const inner = schema.properties?.[key] ?? schema.additionalProperties;
    if (inner && valueNode) yield* mismatches(inner, valueNode);
  }
}

function clauseOf(schema: Schema, node: Node): string {
  const key = node.type === 'object' && schema.required?.find((required) => !property(node, required));
  return key ? missingClause(key) : wrongClause(schema, node);
}

/** Whether a value matches the schema, not counting its content. */
function fits(schema: Schema, node: Node): boolean {
  if (node.type === 'string' && schema.alsoText && isTextOf(schema, String(node.value))) return true;
  if (schema.alsoText === 'boolean' && node.type === 'number' && (node.value === 0 || node.value === 1)) return true;
  const types = typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types && !types.some((type) => isOfType(node, type))) return false;
  if ('value' in node && schema.enum && !schema.enum.some((value) => value === node.value)) return false;
  if (node.type === 'number') return isInRange(schema, Number(node.value));
  if (node.type === 'string' && schema.pattern && !new RegExp(schema.pattern, 'u').test(String(node.value)))
    return false;
  if (node.type === 'object') return (schema.required ?? []).every((key) => property(node, key) !== undefined);
  if (node.type === 'string') return hasLength([...String(node.value)].length, schema.minLength, schema.maxLength);
  return node.type !== 'array' || node.items.length >= (schema.minItems ?? 0);
}

const isOfType = (node: Node, type: JsonType): boolean =>
  type === 'integer' ? node.type === 'number' && Number.isInteger(node.value) : node.type === type;

function isTextOf(schema: Schema, text: string): boolean {
  const { alsoText } = schema;
  if (!alsoText || !textForms[alsoText].test(text)) return false;
  return alsoText === 'boolean' || alsoText === 'json' || isInRange(schema, Number(text.trim()));
}

const isInRange = ({ minimum, maximum, exclusiveMinimum }: Schema, value: number): boolean =>
  value >= (minimum ?? Number.NEGATIVE_INFINITY) &&
  value <= (maximum ?? Number.POSITIVE_INFINITY) &&
  value > (exclusiveMinimum ?? Number.NEGATIVE_INFINITY);

const hasLength = (length: number, min = 0, max = Number.POSITIVE_INFINITY): boolean => length >= min && length <= max;
