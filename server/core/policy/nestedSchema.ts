import type { Schema } from '../schema/schema.ts';
import { catalogue } from './catalogue.ts';
import { clusters } from './nested.ts';

type Mutable = { title?: string; type: 'object'; properties: Record<string, Schema> };

const emptyObject = (): Mutable => ({ type: 'object', properties: {} });

/** Returns the schema of the nested format: clusters with the keys whose place is known, and the flat keys that keep their name. */
export function nestedSchema(flat: Readonly<Record<string, Schema>>): Schema {
  const top = emptyObject();
  top.properties.$schemaVersion = {
    type: 'integer',
    enum: [2],
    // Only the value 2 is documented.
    severity: 'hint',
    title: 'Format of this file',
    description: '2: keys are grouped in clusters such as `inference` and `mcp`.',
  };
  for (const name of clusters) top.properties[name] = { ...emptyObject(), title: `Cluster ${name}` };
  for (const { key, nestedPath } of catalogue.keys) {
    const own = flat[key];
    if (!nestedPath || !own) continue;
    const steps = nestedPath.split('.');
    const last = steps.pop() ?? key;
    let into = top;
    for (const step of steps) {
      into.properties[step] ??= emptyObject();
      into = into.properties[step] as Mutable;
    }
    into.properties[last] = own;
  }
  return top;
}
