// Compiles the schemas of all kinds at build time, so that nothing is compiled at start. The result is kept until its sources
// change.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import './ruleSummaries.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'server/core/schema/generated');
fs.mkdirSync(folder, { recursive: true });

const { outputFiles } = await build({
  stdin: {
    contents: `export { kinds } from './kinds/index.ts'; export { islands, toJsonSchema } from './schema/islands.ts';`,
    resolveDir: path.join(root, 'server/core'),
  },
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const [{ text: schemas }] = outputFiles;

const hash = createHash('sha256').update(schemas);
for (const name of ['scripts/compileValidators.mjs', 'node_modules/ajv/package.json'])
  hash.update(fs.readFileSync(path.join(root, name)));
const stamp = `// ${hash.digest('hex')}\n`;

const file = (name) => path.join(folder, name);
const known = fs.existsSync(file('validators.js')) ? fs.readFileSync(file('validators.js'), 'utf8') : '';
if (!known.startsWith(stamp)) {
  const bundle = file(`schemas-${process.pid}.mjs`);
  fs.writeFileSync(bundle, schemas);
  const { compileValidators } = await import('./compileValidators.mjs');
  const code = compileValidators(await import(pathToFileURL(bundle).href));
  fs.rmSync(bundle);
  // Written in one step, since several builds may run at once.
  const draft = file(`validators-${process.pid}.tmp`);
  fs.writeFileSync(draft, stamp + code);
  fs.renameSync(draft, file('validators.js'));
  fs.writeFileSync(file('validators.d.ts'), 'export const validators: Readonly<Record<string, unknown>>;\n');
}
