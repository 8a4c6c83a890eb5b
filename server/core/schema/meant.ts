import { nearest } from '../base/suggest.ts';
import { type Node, stringOf } from '../syntax/node.ts';
import type { Primitive, Schema } from './schema.ts';

/** Words that people write for true and false. */
const truths: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  enabled: true,
  false: false,
  no: false,
  off: false,
  disabled: false,
};

/** Returns the value that a wrong `node` was probably meant to have: the nearest choice, or the same word in the right type. */
export function meantValue(schema: Schema, node: Node): Primitive | undefined {
  const { enum: values, suggestions, type } = schema;
  const text = stringOf(node)?.trim();
  if (text === undefined) return undefined;
  if (type === 'boolean') return truths[text.toLowerCase()];
  if (type === 'integer')
    return /^[+-]?\d{1,15}$/.test(text) && isWithin(Number(text), schema) ? Number(text) : undefined;
  const choices = (values ?? suggestions?.map(({ value }) => value) ?? []).filter(
    (value): value is string => typeof value === 'string',
  );
  return nearest(text, choices);
}

const isWithin = (
  value: number,
  { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity }: Schema,
): boolean => minimum <= value && value <= maximum && value > exclusiveMinimum;
