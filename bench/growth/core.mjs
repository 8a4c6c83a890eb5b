// The core and the parts of the language server that the measurements call directly, bundled into a temporary folder.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');
const entry = `
export * from './server/core/index.ts';
export { linesOf, toDiagnostic, toWorkspaceEdit } from './server/lsp/convert.ts';
export { packed } from './server/lsp/pack.ts';
export { treeRows } from './server/lsp/tree/rows.ts';
export { lintSettings } from './server/settings.ts';
`;

/** Writes the bundle, for processes that measure, and returns its path. */
export async function bundleCore(folder) {
  await import('../../scripts/ruleSummaries.mjs');
  const outfile = path.join(folder, 'core.mjs');
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  return outfile;
}

export const loadCore = (file) => import(pathToFileURL(file).href);
