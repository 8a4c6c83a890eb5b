// Compiles the schemas of all kinds with ajv.
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const ajv = new Ajv.default({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictTypes: false,
  inlineRefs: false,
  messages: false,
  code: { source: true, esm: true },
});
/** Every distinct part of all schemas under one name, so that it is compiled once, however often it occurs. */
const parts = new Map();

/**
 * Returns `schema` with its inner schemas replaced by references to `parts`, and its own references pointing to the definitions
 * of its kind.
 */
function shared(schema, kind) {
  if (typeof schema !== 'object') return schema;
  if (schema.$ref) return { $ref: schema.$ref.replace('#/$defs/', `${kind}-`) };
  const inner = (value) => (value === undefined ? undefined : named(shared(value, kind)));
  const each = (map) => map && Object.fromEntries(Object.entries(map).map(([key, value]) => [key, inner(value)]));
  const { properties, patternProperties, additionalProperties, items, anyOf, ...plain } = schema;
  return JSON.parse(
    JSON.stringify({
      ...plain,
      properties: each(properties),
      patternProperties: each(patternProperties),
      additionalProperties: inner(additionalProperties),
      items: inner(items),
      anyOf: anyOf?.map(inner),
    }),
  );
}

/** Wraps a schema that is only `true` or a reference, since it cannot have a name itself. */
const boxed = (schema) => (schema === true ? {} : schema);

function named(schema) {
  if (typeof schema !== 'object' || schema.$ref) return schema;
  const text = JSON.stringify(schema);
  if (text === '{}') return true;
  if (!parts.has(text)) parts.set(text, `p${parts.size}`);
  return { $ref: parts.get(text) };
}

/** Returns a module with a validator for each part of a schema that `islands` names. */
export function compileValidators({ kinds, islands, toJsonSchema }) {
  const names = {};
  for (const kind of kinds) {
    for (const [name, schema] of Object.entries(kind.schema.$defs ?? {})) {
      ajv.addSchema({ $id: `${kind.id}-${name}`, ...boxed(shared(toJsonSchema(schema, false), kind.id)) });
    }
    for (const { id, schema } of islands(kind.id, kind.schema)) {
      const $id = id.replace('#', '-');
      ajv.addSchema({ $id, ...shared(toJsonSchema(schema), kind.id) });
      names[`v${Object.keys(names).length}`] = id;
    }
  }
  for (const [text, $id] of parts) ajv.addSchema({ $id, ...JSON.parse(text) });
  const code = standaloneCode(
    ajv,
    Object.fromEntries(Object.entries(names).map(([name, id]) => [name, id.replace('#', '-')])),
  );
  const map = Object.entries(names).map(([name, id]) => `${JSON.stringify(id)}: ${name}`);
  return `${code}\nexport const validators = { ${map.join(', ')} };\n`;
}
