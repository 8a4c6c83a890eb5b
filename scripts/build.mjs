// Bundles the extension, the language server, the command line and the panels into dist/, with the licences of what they contain.
// `--watch` builds again after every change, unminified; otherwise the output is minified as for users, which starts faster.
import fs from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { faceOfCore } from './faceOfCore.mjs';
import { declareTypes } from './libraryTypes.mjs';
import { writeNotices } from './notices.mjs';
import { onlyAscii } from './onlyAscii.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const watch = process.argv.includes('--watch');

await import('./ruleSummaries.mjs');
copyRulePages();

const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: true,
  logLevel: 'warning',
  // "module" first: the UMD builds of some packages break when they are bundled.
  mainFields: ['module', 'main'],
  plugins: [faceOfCore, onlyAscii],
};
const node = { ...common, platform: 'node', target: 'node20' };
/** Some packages are CommonJS and call `require`, which does not exist in an ES module. */
const require = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`;
const bundles = [
  {
    ...node,
    entryPoints: { extension: 'client/extension.ts' },
    outdir: 'dist',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  {
    ...node,
    // One build, so that both share their code in the package.
    entryPoints: { server: 'server/lsp/main.ts', cli: 'server/cli/main.ts' },
    outdir: 'dist',
    format: 'esm',
    // A command loads only the code that it needs; the code that calls MCP servers is loaded on demand.
    splitting: true,
    chunkNames: 'chunk-[hash]',
    banner: { js: require },
    define: { PLUGBOARD_VERSION: JSON.stringify(version) },
  },
  {
    // For other programs, in Node and in browsers.
    ...common,
    entryPoints: { library: 'server/core/library.ts' },
    outdir: 'dist',
    platform: 'neutral',
    format: 'esm',
    target: 'es2023',
  },
  {
    ...common,
    entryPoints: { panel: 'client/panel/main.ts', surfaces: 'client/surfaces/main.ts' },
    outdir: 'dist',
    format: 'iife',
    target: 'es2022',
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
  },
];
if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context({ ...options, logLevel: 'info' })));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const built = await Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
  const metafiles = built.map(({ metafile }) => metafile);
  sweep(metafiles.flatMap(({ outputs }) => Object.keys(outputs)));
  writeNotices(metafiles, path.join(dist, 'THIRD-PARTY-NOTICES.txt'));
  fs.chmodSync(path.join(dist, 'cli.js'), 0o755);
  declareTypes();
}

/** Removes bundles of earlier builds. Current ones are overwritten, not removed first: they may be in use. */
function sweep(outputs) {
  const wanted = new Set(outputs.map((output) => path.basename(output)));
  for (const entry of fs.readdirSync(dist, { withFileTypes: true })) {
    const isBundle = entry.isFile() && /\.(c?js|map|css|ttf)$/.test(entry.name);
    if (isBundle && !wanted.has(entry.name)) fs.rmSync(path.join(dist, entry.name), { force: true });
  }
}

/** Copies each rule's page to where the command line and the editor's links find it. */
function copyRulePages() {
  const kinds = path.join(root, 'server/core/kinds');
  for (const kind of fs.readdirSync(kinds)) {
    const rules = path.join(kinds, kind, 'rules');
    if (!fs.existsSync(rules)) continue;
    const target = path.join(dist, 'rules', kind);
    fs.mkdirSync(target, { recursive: true });
    for (const page of fs.readdirSync(rules).filter((name) => name.endsWith('.md'))) {
      fs.copyFileSync(path.join(rules, page), path.join(target, page));
    }
  }
}
