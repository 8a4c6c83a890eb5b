import { child, itemsOf, type Node, type Path } from '../syntax/node.ts';
import type { Condition, Schema, SchemaOwner } from './schema.ts';

/** Returns the schema that `$ref` names in the kind's own definitions. An unknown name allows everything. */
export function dereference(schema: Schema, top: Schema): Schema {
  let found = schema;
  for (let steps = 0; found.$ref !== undefined && steps < 20; steps++) {
    found = top.$defs?.[found.$ref.replace('#/$defs/', '')] ?? {};
  }
  return found;
}

/** Returns the variant that applies to `node`: the first whose condition holds, else the one without a condition. */
export function pickVariant(schema: Schema, node: Node | undefined): Schema {
  const meant = schema.variants?.find(({ when }) => !when || holds(when, node));
  return meant?.schema ?? (schema.variants ? {} : schema);
}

function holds({ type, has, equals }: Condition, node: Node | undefined): boolean {
  if (type !== undefined && !(node?.type === type || (type === 'integer' && node?.type === 'number'))) return false;
  if (has !== undefined && child(node, has) === undefined) return false;
  return Object.entries(equals ?? {}).every(([key, value]) => {
    const found = child(node, key);
    return found !== undefined && 'value' in found && found.value === value;
  });
}

/** Returns a schema with references resolved and variants picked by the tree. */
export function resolve(schema: Schema, top: Schema, node: Node | undefined): Schema {
  let found = dereference(schema, top);
  for (let steps = 0; found.variants && steps < 20; steps++) found = dereference(pickVariant(found, node), top);
  return found;
}

/** Returns the schema of the property `key` of an object, with references and variants unresolved. */
export function propertySchema(schema: Schema, key: string): Schema | undefined {
  if (schema.properties && Object.hasOwn(schema.properties, key)) return schema.properties[key];
  const pattern = Object.keys(schema.patternProperties ?? {}).find((source) => new RegExp(source, 'u').test(key));
  return pattern === undefined ? schema.additionalProperties : schema.patternProperties?.[pattern];
}

/** Returns the kind's schema at `path`, with variants picked by the tree; undefined if it has none. */
export function schemaAt(kind: Pick<SchemaOwner, 'schema'>, root: Node | undefined, path: Path): Schema | undefined {
  const top = kind.schema;
  let node = root;
  let schema: Schema | undefined = resolve(top, top, node);
  for (const step of path) {
    const inner: Schema | undefined = typeof step === 'number' ? schema?.items : schema && propertySchema(schema, step);
    if (!inner) return undefined;
    node = typeof step === 'number' ? itemsOf(node)[step] : child(node, step);
    schema = resolve(inner, top, node);
  }
  return schema;
}

/** Returns every node of a tree with its schema, parents first. */
export function walkSchema(schema: Schema, top: Schema, node: Node | undefined): readonly (readonly [Node, Schema])[] {
  const found: (readonly [Node, Schema])[] = [];
  const visit = (at: Node, unresolved: Schema): void => {
    const resolved = resolve(unresolved, top, at);
    found.push([at, resolved]);
    if (at.type === 'array') {
      if (resolved.items) for (const item of at.items) visit(item, resolved.items);
    } else if (at.type === 'object') {
      for (const { key, valueNode } of at.properties) {
        const inner = valueNode && propertySchema(resolved, key);
        if (inner) visit(valueNode, inner);
      }
    }
  };
  if (node) visit(node, schema);
  return found;
}
