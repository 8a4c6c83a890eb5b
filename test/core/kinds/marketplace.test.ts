import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../../../server/core/base/text.ts';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { symbols } from '../../../server/core/features/symbols.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';
import { applyFix } from '../../support/page.ts';
import { samples } from '../../support/samples.ts';

const path = 'shop/.claude-plugin/marketplace.json';
const sample = samples[path] ?? '';

/** Returns the document with `marked` instead of `part` of the sample, and the offset of `|` in it. */
function open(part: string, marked: string) {
  assert.ok(sample.includes(part));
  const text = sample.replace(part, () => marked);
  const workspace = workspaceOf({ ...samples, [path]: text.replace('|', '') });
  const document = workspace.get(`${base}/${path}`);
  assert.equal(document?.kind.id, 'marketplace');
  return {
    document,
    offset: text.indexOf('|'),
    context: { workspace: viewOf(workspace, new Set()), target: settings.target },
  };
}
const labels = (part: string, marked: string): string[] => {
  const { document, offset, context } = open(part, marked);
  return document ? complete(document, offset, context).map(({ label }) => label) : [];
};
const card = (part: string, marked: string): string => {
  const { document, offset, context } = open(part, marked);
  return (document && hover(document, offset, context)?.markdown) ?? '';
};
const anchor = '"source": "./plugins/anchor"';

test('sources are completed with the folders of plugins, bare names first', () => {
  const offered = labels(anchor, '"source": "|"');
  assert.deepEqual(offered.slice(0, 4), ['anchor', './plugins/anchor', 'buoy', './plugins/buoy']);
  const kinds = labels(anchor, '"source": |');
  for (const kind of ['github', 'url', 'git-subdir', 'npm', 'archive', 'command'])
    assert.ok(
      kinds.some((label) => label.includes(`\`${kind}\``)),
      kind,
    );
});

test('a source has the keys of its kind', () => {
  const keys = labels(anchor, '"source": { "source": "github", | }');
  for (const key of ['repo', 'ref', 'sha']) assert.ok(keys.includes(key), key);
  for (const key of ['url', 'package', 'sha256']) assert.ok(!keys.includes(key), key);
});

test('a kind of source is completed', () => {
  const offered = labels(anchor, '"source": { "source": "|" }');
  for (const kind of ['github', 'url', 'git-subdir', 'npm', 'archive', 'command'])
    assert.ok(offered.includes(kind), kind);
});

test('names, versions, components and former names are completed from what is there', () => {
  assert.ok(labels('"name": "anchor"', '"name": "|"').includes('anchor'));
  assert.ok(labels('"version": "2.0.0"', '"version": "|"').includes('2.0.0'));
  assert.ok(labels('["./commands/drop.md"]', '["|"]').includes('./commands/drop.md'));
  assert.deepEqual(labels('"mooring": "anchor"', '"mooring": "|"').slice(0, 2), ['anchor', 'buoy']);
});

test('an entry takes its own keys and those of a manifest', () => {
  const keys = labels('"keywords": ["safety"]', '|');
  for (const key of ['strict', 'relevance', 'category', 'headersHelper', 'mcpServers', 'userConfig', 'displayName'])
    assert.ok(keys.includes(key), key);
});

test('every key has a card with its source', () => {
  const cards: [part: string, marked: string, says: RegExp][] = [
    ['"owner"', '"ow|ner"', /Who maintains the marketplace[\s\S]*fails to load[\s\S]*marketplace-reference/],
    ['"pluginRoot"', '"plugin|Root"', /a bare name[\s\S]*2\.1\.239/],

    [anchor, '"source": { "sour|ce": "archive" }', /source/],
    [anchor, '"source": { "source": "archive", "sha|256": "" }', /64 hexadecimal/],
    [anchor, `"installation|Preference": "required", ${anchor}`, /gateway[\s\S]*extensions/],
    ['"renames"', '"rena|mes"', /Former plugin names[\s\S]*2\.1\.193/],
    ['"category"', '"cate|gory"', /under which the plugin is listed/],
  ];
  for (const [part, marked, says] of cards) assert.match(card(part, marked), says, marked);
});

test('the outline shows plugins by their names', () => {
  const { document } = open(anchor, `${anchor}|`);
  const plugins = document && symbols(document).find(({ name }) => name === 'plugins');
  assert.deepEqual(
    plugins?.children.map(({ name }) => name),
    ['anchor', 'buoy'],
  );
});

test('facts tell of the marketplace, of each plugin, and of the paths that its entry names', () => {
  const { document } = open(anchor, `${anchor}|`);
  const facts = [...(document?.kind.facts?.(document) ?? [])];
  const relative = { marketplace: 'harbour-shop', kind: 'relative' };
  assert.deepEqual(
    facts.map(({ type, name, data }) => [type, name, data]),
    [
      ['marketplace', 'harbour-shop', { top: `${base}/shop`, isInPlace: true }],
      ['marketplace-plugin', 'anchor', { ...relative, folder: `${base}/shop/plugins/anchor`, version: '2.0.0' }],
      [
        'component-path',
        `${base}/shop/plugins/anchor/commands/drop.md`,
        { key: 'commands', plugin: `${base}/shop/plugins/anchor` },
      ],
      ['marketplace-plugin', 'buoy', { ...relative, folder: `${base}/shop/plugins/buoy`, version: null }],
    ],
  );
});

test('each reference covers its own letters', () => {
  const far = '{ "name": "far", "source": { "source": "npm", "package": "far" } }';
  const needs = '"dependencies": ["buoy@harbour-shop", { "name": "far" }]';
  const { document } = open('{ "name": "anchor"', `${far}|, { "name": "anchor", ${needs}`);
  assert.ok(document);
  const workspace = workspaceOf(samples);
  const found = [...(document.kind.references?.(document, workspace.roots) ?? [])];
  assert.deepEqual(
    found.map(({ symbolType, range, defines }) => [
      symbolType,
      document.text.slice(range.start, range.end),
      defines === true,
    ]),
    [
      ['plugin', 'far', true],
      ['plugin', 'anchor', false],
      ['file', './plugins/anchor', false],
      ['file', './commands/drop.md', false],
      ['plugin', 'buoy', false],
      ['plugin', 'far', false],
      ['plugin', 'buoy', false],
      ['file', 'buoy', false],
      ['plugin', 'anchor', false],
    ],
  );
  const file = (letters: string) =>
    found.find(
      ({ symbolType, range }) => symbolType === 'file' && document.text.slice(range.start, range.end) === letters,
    );
  assert.equal(file('buoy')?.name, `${base}/shop/plugins/buoy`);
  assert.equal(file('buoy')?.write?.('beacon'), 'beacon');
  assert.equal(file('./plugins/anchor')?.write?.('tools/anchor'), './tools/anchor');
});

test('keys that nobody reads are marked', () => {
  const { document } = open(anchor, `"source": { "source": "github", "repo": "a/b", "commit": "|" }, "featured": true`);
  const found = [...(document?.kind.decorations?.(document, settings.target) ?? [])];
  assert.deepEqual(
    found.map(({ range, modifiers }) => [document?.text.slice(range.start, range.end), modifiers.join()]),
    [
      ['featured', 'ignored'],
      ['commit', 'ignored'],
    ],
  );
});

const only = (files: Readonly<Record<string, string>>, rule: string): Diagnostic => {
  const [diagnostic, ...rest] = lintFiles(files).filter(({ severity }) => severity !== 'hint');
  assert.deepEqual(
    rest.map(({ message }) => message),
    [],
  );
  assert.equal(diagnostic?.rule, rule);
  return diagnostic;
};
const moved = (from: string, to: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(samples).map(([name, text]) => [name.startsWith(from) ? to + name.slice(from.length) : name, text]),
  );

test('a folder without its dot is told of, and the fix renames it', () => {
  const files = moved('shop/.claude-plugin', 'shop/claude-plugin');
  const diagnostic = only(files, 'marketplace/place');
  assert.equal(diagnostic.severity, 'warning');
  const fix = diagnostic.fixes?.[0];
  assert.ok(fix);
  assert.deepEqual(applyFix(files, diagnostic.uri, fix), { ...samples });
});

test('a marketplace at the top of a repository is told of, and the fix moves it', () => {
  const files = moved('shop/.claude-plugin/marketplace.json', 'shop/marketplace.json');
  const diagnostic = only(files, 'marketplace/place');
  const fix = diagnostic.fixes?.[0];
  assert.ok(fix);
  assert.deepEqual(applyFix(files, diagnostic.uri, fix), { ...samples });
});

test('a repository in an org-plugins folder is told of once', () => {
  const diagnostic = only(moved('shop/', 'org-plugins/shop/'), 'marketplace/in-org-plugins');
  assert.equal(diagnostic.severity, 'error');
});

test('a repository in an org-plugins folder that is one plugin itself gets a manifest', () => {
  const files = {
    'org-plugins/shop/.claude-plugin/marketplace.json':
      '{ "name": "shop", "owner": { "name": "Harbour" }, "plugins": [{ "name": "shop", "source": "./" }] }',
    'org-plugins/shop/skills/look/SKILL.md': '---\nname: look\ndescription: Looks at a change\n---\nLook.\n',
  };
  const diagnostic = only(files, 'marketplace/in-org-plugins');
  const fix = diagnostic.fixes?.[0];
  assert.ok(fix);
  const left = lintFiles(applyFix(files, diagnostic.uri, fix)).filter(({ severity }) => severity === 'error');
  assert.deepEqual(left, []);
});

test('files of the same name that belong to other programs are left alone', () => {
  const other = JSON.stringify({ name: 'x', owner: { name: 'y' }, plugins: [{ name: 'a b', source: '../a' }] });
  for (const folder of ['.agents/plugins', '.cursor-plugin', '.github/plugin'])
    assert.deepEqual(lintFiles({ [`shop/${folder}/marketplace.json`]: other }), [], folder);
  assert.deepEqual(lintFiles({ 'shop/data/marketplace.json': '{ "plugins": [] }' }), []);
});

test('the finding of an empty marketplace in org-plugins lies in the file', () => {
  const path = 'org-plugins/review/.claude-plugin/marketplace.json';
  const found = lintFiles({ [path]: '' }).find(({ rule }) => rule === 'marketplace/in-org-plugins');
  assert.deepEqual(found?.range, { start: 0, end: 0 });
});
