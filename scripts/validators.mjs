// Compiles the schemas of all kinds with ajv when the project is built, so that nothing is compiled when it starts.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'server/core/schema/generated');
fs.mkdirSync(folder, { recursive: true });

const bundle = path.join(folder, `schemas-${process.pid}.mjs`);
await build({
  stdin: {
    contents: `export { kinds } from './kinds/index.ts'; export { islands, toJsonSchema } from './schema/islands.ts';`,
    resolveDir: path.join(root, 'server/core'),
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  outfile: bundle,
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const { kinds, islands, toJsonSchema } = await import(`${pathToFileURL(bundle).href}?${Date.now()}`);
fs.rmSync(bundle);

const ajv = new Ajv.default({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictTypes: false,
  code: { source: true, esm: true },
});
const names = {};
for (const kind of kinds) {
  const definitions = Object.entries(kind.schema.$defs ?? {}).map(([name, schema]) => [
    name,
    toJsonSchema(schema, false),
  ]);
  for (const { id, schema } of islands(kind.id, kind.schema)) {
    const converted = toJsonSchema(schema);
    ajv.addSchema({ $id: id.replace('#', '-'), ...converted, $defs: Object.fromEntries(definitions) });
    names[`v${Object.keys(names).length}`] = id;
  }
}
const code = standaloneCode(
  ajv,
  Object.fromEntries(Object.entries(names).map(([name, id]) => [name, id.replace('#', '-')])),
);
const map = Object.entries(names).map(([name, id]) => `${JSON.stringify(id)}: ${name}`);
const write = (name, text) => {
  const file = path.join(folder, name);
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) fs.writeFileSync(file, text);
};
write('validators.js', `${code}\nexport const validators = { ${map.join(', ')} };\n`);
write('validators.d.ts', 'export const validators: Readonly<Record<string, unknown>>;\n');
