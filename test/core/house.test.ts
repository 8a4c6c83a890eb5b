import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { circles, everyImport, files, graph, read } from '../support/importGraph.ts';
import { root } from '../support/root.ts';

/** The packages that each part of the project may import; parts that are not listed may import none. */
const packages: Readonly<Record<string, readonly string[]>> = {
  'server/core': [
    'yaml',
    'jsonc-parser',
    'markdown-it',
    'picomatch',
    'vscode-uri',
    'fastest-levenshtein',
    'htmlparser2',
    'uuid',
  ],
  'server/lsp': [
    'vscode-languageserver',
    'vscode-languageserver-textdocument',
    'vscode-languageserver-protocol',
    'node:',
  ],
  'server/cli': ['node:'],
  // The client parts of the SDK, no server parts.
  'server/mcp': [
    '@modelcontextprotocol/sdk/client',
    '@modelcontextprotocol/sdk/shared',
    '@modelcontextprotocol/sdk/types.js',
    'node:',
  ],
  'server/disk': ['bplist-parser', 'node:'],
  client: ['vscode', 'vscode-languageclient', 'node:'],
  'client/panel': ['@vscode/codicons'],
  'client/surfaces': ['@vscode/codicons'],
};
/** Modules of pure data, which import only types, so every part may import them, including the client. */
const vocabulary = 'server/core/vocabulary';
/** One writer per target for text from files. They import only each other, so every part may import them. */
const writers = 'server/core/writers';
/** The other parts of the project that each part may import. */
const parts: Readonly<Record<string, readonly string[]>> = {
  [vocabulary]: [],
  [writers]: [],
  'server/core': [],
  'server/lsp': ['server/core', 'server/disk', 'server/mcp', 'server/protocol', 'server/settings', 'server/sides'],
  'server/mcp': ['server/core'],
  'server/cli': ['server/core', 'server/disk', 'server/lsp', 'server/mcp', 'server/settings', 'server/sides'],
  'server/disk': ['server/core'],
  'server/sides': ['server/core', 'server/disk'],
  'server/protocol': ['server/core'],
  'server/settings': ['server/core'],
  // The editor's commands copy what the panel's page renders; those modules do not use the DOM.
  client: ['server/protocol', 'client/panel'],
  'client/panel': ['server/protocol'],
  'client/surfaces': ['server/protocol', 'client/panel'],
};
const names = [
  'client/panel',
  'client/surfaces',
  'client',
  vocabulary,
  writers,
  'server/core',
  'server/lsp',
  'server/cli',
  'server/mcp',
  'server/disk',
  'server/protocol',
  'server/settings',
  'server/sides',
];
const partOf = (file: string): string => names.find((name) => file.startsWith(name)) ?? '';

test('each part of the house imports only what it may', () => {
  const wrong: string[] = [];
  for (const file of files) {
    const part = partOf(file);
    for (const { path: to, external } of graph.get(file) ?? []) {
      const allowed = external
        ? (packages[part] ?? []).some((name) => to === name || to.startsWith(name.endsWith(':') ? name : `${name}/`))
        : partOf(to) === part || [vocabulary, writers, ...(parts[part] ?? [])].includes(partOf(to));
      if (!allowed) wrong.push(`${file} imports ${to}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('the words of the vocabulary are data: they import nothing but types', () => {
  const words = files.filter((file) => partOf(file) === vocabulary);
  assert.ok(words.length > 0);
  for (const file of words) assert.deepEqual(graph.get(file) ?? [], [], file);
});

test('only the client imports vscode, and the panel runs in a browser', () => {
  for (const file of files) {
    const external = (graph.get(file) ?? []).filter((i) => i.external).map((i) => i.path);
    if (!file.startsWith('client/')) assert.ok(!external.includes('vscode'), file);
    assert.ok(!/client\/(panel|surfaces)\//.test(file) || !external.some((name) => name.startsWith('node:')), file);
  }
});

test('a kind imports no other kind', () => {
  const wrong: string[] = [];
  const kindOf = (file: string) => /^server\/core\/kinds\/([^/]+)\//.exec(file)?.[1];
  for (const file of files) {
    const kind = kindOf(file);
    if (!kind) continue;
    for (const { path: to } of graph.get(file) ?? []) {
      const other = kindOf(to);
      if (other && other !== kind && other !== 'shared' && other !== 'markdown') wrong.push(`${file} imports ${to}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('kinds only describe their schemas: none validates by itself', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path: to, external } of graph.get(file) ?? []) if (!external) visit(to);
  };
  visit('server/core/kinds/index.ts');
  assert.ok(!seen.has('server/core/schema/problems.ts'));
});

test('what speaks to MCP servers is loaded only when somebody asks', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path: to, external, isLazy } of graph.get(file) ?? []) {
      assert.ok(isLazy || !to.startsWith('@modelcontextprotocol/'), `${file} loads ${to} at once`);
      if (!external && !isLazy) visit(to);
    }
  };
  visit('server/lsp/main.ts');
  visit('server/cli/commands/tools.ts');
  assert.ok(seen.has('server/mcp/plan.ts'));
});

test('a feature does not ask which kind or syntax it has', () => {
  for (const file of files.filter((name) => name.startsWith('server/core/features/'))) {
    const text = read(file);
    assert.doesNotMatch(text, /(kind|syntax)\.id\s*[=!]==?/, file);
  }
});

test('no circle of imports, types included', () => {
  assert.deepEqual(circles(), []);
});

/** The folders of the core, lowest first. A folder imports only from folders before it. */
const rooms: readonly (readonly string[])[] = [
  ['writers'],
  ['base'],
  ['vocabulary'],
  ['syntax'],
  ['variables'],
  ['schema'],
  ['annotations.ts', 'suppression.ts', 'embed.ts', 'fact.ts', 'ruleSources.ts', 'ruleMetadata.ts', 'model.ts'],
  ['workspace'],
  ['components'],
  ['policy'],
  ['lint'],
  ['effective'],
  ['diff'],
  ['expectations'],
  ['surfaces'],
  ['features'],
  ['kinds'],
  ['service.ts'],
  ['library.ts', 'index.ts'],
];
const roomOf = (file: string): number =>
  rooms.findIndex((names) => names.includes(file.slice('server/core/'.length).split('/')[0] ?? ''));

test('the rooms of the core import in one direction', () => {
  const core = files.filter((file) => file.startsWith('server/core/'));
  assert.deepEqual(
    core.filter((file) => roomOf(file) < 0),
    [],
    'every file is in a room',
  );
  const back = core.flatMap((file) =>
    (everyImport.get(file) ?? [])
      .filter(({ path: to }) => everyImport.has(to) && to.startsWith('server/core/') && roomOf(to) > roomOf(file))
      .map(({ path: to }) => `${file} imports ${to}`),
  );
  assert.deepEqual(back, []);
});

/** Module state that `derived` does not compute from immutable objects, and why it is allowed. */
const moduleState: Readonly<Record<string, string>> = {
  'server/core/features/navigation/names.ts': 'by Workspace, which is never copied; renewed with its version',
  'client/panel/fill.ts': 'by elements of the page',
  'client/panel/main.ts': 'the state of the page',
  'client/surfaces/main.ts': 'the state of the page',
};

test('no module keeps state, apart from what `derived` computes', () => {
  const state = /^(?:export )?(?:let \w|const [^=]*=\s*new (?:Weak)?(?:Map|Set)(?:<[^(]*>)?\(\)|.*\bderived\(\(\) =>)/m;
  const holders = files.filter((file) => state.test(read(file)));
  assert.deepEqual(holders.sort(), Object.keys(moduleState).sort());
});

test('no source file is longer than 300 lines, and half of them are short', () => {
  const lengths = files.map(
    (file) => [fs.readFileSync(path.join(root, file), 'utf8').split('\n').length - 1, file] as const,
  );
  assert.deepEqual(
    lengths.filter(([length]) => length > 300),
    [],
  );
  const sorted = lengths.map(([length]) => length).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  assert.ok(median <= 100, `the median file has ${median} lines`);
});

/** The entry point of the core for the parts of the server. */
const face = 'server/core/index.ts';
/** The API for other programs. */
const library = 'server/core/library.ts';
const behindTheFace = ['server/lsp', 'server/cli', 'server/mcp', 'server/disk', 'server/sides'];

test('the parts of the server import the core through its face, types included', () => {
  const wrong = files
    .filter((file) => behindTheFace.includes(partOf(file)))
    .flatMap((file) =>
      (everyImport.get(file) ?? [])
        .filter(({ path: to }) => partOf(to) === 'server/core' && to !== face)
        .map(({ path: to }) => `${file} imports ${to}`),
    );
  assert.deepEqual(wrong, []);
});

test('the face exports what somebody behind it imports, and nothing else', () => {
  const namesIn = (text: string, pattern: RegExp): string[] =>
    [...text.matchAll(pattern)].flatMap(([, list = '']) =>
      list
        .split(',')
        .map((name) =>
          name
            .trim()
            .replace(/^type /, '')
            .replace(/ as .*/, ''),
        )
        .filter((name) => name !== ''),
    );
  const imported = files
    .filter((file) => behindTheFace.includes(partOf(file)))
    .flatMap((file) => namesIn(read(file), /^import (?:type )?\{([^}]*)\} from '[^']*core\/index\.ts'/gm));
  const exported = namesIn(read(face), /^export (?:type )?\{([^}]*)\} from/gm);
  assert.deepEqual(exported.sort(), [...new Set(imported)].sort());
});

test('barrels: nothing exports a whole module, and two modules alone are made of exports of others', () => {
  const isBarrel = (text: string): boolean =>
    !/\S/.test(text.replace(/^export (?:type )?\{[^}]*\} from '[^']+';$|^\/\/.*$/gm, ''));
  for (const file of files) assert.doesNotMatch(read(file), /^export \* from/m, file);
  assert.deepEqual(files.filter((file) => isBarrel(read(file))).sort(), [face, library]);
});

test('the core sees neither node nor the console: its own tsconfig has no types and no DOM', () => {
  const config = JSON.parse(fs.readFileSync(path.join(root, 'server/core/tsconfig.json'), 'utf8'));
  assert.deepEqual(config.compilerOptions.types, []);
  assert.deepEqual(config.compilerOptions.lib, ['ES2023']);
});

test('the ring of the core draws no random input: that is for the ring of properties', () => {
  const folder = path.join(root, 'test/core');
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const text = fs.readFileSync(path.join(folder, name), 'utf8');
    assert.doesNotMatch(text, /from 'fast-chec[k]'|Math\.rando[m]\(/, name);
  }
});
