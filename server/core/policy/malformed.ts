import { child, itemsOf, type Node, type ObjectNode, propertiesOf, stringOf } from '../syntax/node.ts';
import { type Field, policyKeys } from './catalogue.ts';
import { decodeInteger } from './decode.ts';
import { alsoAsText } from './fields.ts';
import { addressFlaw, fieldsOfVariant, variantOf } from './managedServers.ts';
import { isPlaceholder } from './readValue.ts';

const fields = new Map(policyKeys.get('managedMcpServers')?.fields?.map((field) => [field.name, field]));

/** Whether an entry has no name, or a field whose value is of a wrong type or out of range: the app drops it. The schema tells of these. Source: the app's own validator. */
export function isMalformed(entry: ObjectNode): boolean {
  if (!stringOf(child(entry, 'name'))) return true;
  const variant = variantOf(entry);
  // Rules speak of a `transport` or `server` that nobody knows, and of lists of scopes.
  if (!variant) return false;
  // Another rule tells of users in addresses, wherever they stand.
  if (variant === 'remote' && addressFlaw(stringOf(child(entry, 'url')) ?? '', true) === 'user') return true;
  return fieldsOfVariant[variant].some((name) => {
    const field = fields.get(name);
    const value = child(entry, name);
    if (!field || !value || value.type === 'null' || isPlaceholder(stringOf(value) ?? '')) return false;
    return name !== 'scope' && !fits(field, value);
  });
}

function fits({ name, type = '', min, max, enum: values }: Field, value: Node): boolean {
  if (type === 'integer') {
    const read = decodeInteger(value);
    if (read.is !== 'value' || (value.type === 'string' && !alsoAsText.includes(name))) return false;
    return Number.isInteger(read.value) && read.value >= (min ?? 0) && read.value <= (max ?? Number.POSITIVE_INFINITY);
  }
  if (type === 'string[]') return value.type === 'array' && itemsOf(value).every((item) => item.type === 'string');
  if (type === 'object<string,string>')
    return value.type === 'object' && propertiesOf(value).every(({ valueNode }) => valueNode?.type === 'string');
  if (type === 'object<string,enum>') return value.type === 'object';
  // This one is also read as true and false.
  if (type === 'enum' && name !== 'continuousAccessEvaluation')
    return values?.includes(String(stringOf(value))) ?? true;
  return type.startsWith('string') ? value.type === 'string' : true;
}
