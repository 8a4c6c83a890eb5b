// `server/core/index.ts`, the entry point of the core, exists for readers and costs a bundle nothing. esbuild splits by file,
// so everything reachable through it would be in one chunk, and `plugboard --help` would load the catalogue. This plugin makes
// each file import directly from the module that defines a name.
import fs from 'node:fs';
import path from 'node:path';
import { escaped } from './onlyAscii.mjs';

const root = path.resolve(import.meta.dirname, '..');
const core = path.join(root, 'server/core');
const face = path.join(core, 'index.ts');

const exported = /^export (?:type )?\{([^}]*)\} from '([^']+)';/gm;
const imported = /^import (type )?\{([^}]*)\} from '([^']*core\/index\.ts)';/gm;
const namesIn = (list) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Maps each name of the entry point to the module that defines it. */
function definingModules() {
  const text = fs.readFileSync(face, 'utf8');
  return new Map(
    [...text.matchAll(exported)].flatMap(([, list = '', from = '']) =>
      namesIn(list).map((name) => [name.replace(/^type /, ''), path.join(core, from)]),
    ),
  );
}

/**
 * Rewrites the imports from the entry point. Every line keeps its number, for the source map.
 * @throws Error if the entry point does not export a name.
 */
export function withoutFace(text, folder, modules = definingModules()) {
  return text.replace(imported, (statement, type = '', list, from) => {
    if (path.resolve(folder, from) !== face) return statement;
    const direct = namesIn(list).map((name) => {
      const module = modules.get(name.replace(/^type /, '').replace(/ as .*/, ''));
      if (module === undefined) throw new Error(`${from} does not export ${name}`);
      return `import ${type}{ ${name} } from ${JSON.stringify(module)};`;
    });
    return direct.join(' ') + '\n'.repeat(statement.split('\n').length - 1);
  });
}

/** An esbuild plugin for all files that import the entry point. */
export const faceOfCore = {
  name: 'face of the core',
  setup(build) {
    let modules = definingModules();
    build.onStart(() => {
      modules = definingModules();
    });
    build.onLoad({ filter: /[\\/]server[\\/](?:cli|lsp|mcp|disk|sides)[\\/].*\.ts$/ }, ({ path: file }) => ({
      contents: escaped(withoutFace(fs.readFileSync(file, 'utf8'), path.dirname(file), modules)),
      loader: 'ts',
      watchFiles: [face],
    }));
  },
};
