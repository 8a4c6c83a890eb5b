import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import type { Fact } from '../../../server/core/fact.ts';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import type { Document, DocumentKind } from '../../../server/core/model.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import { child, propertiesOf, stringOf } from '../../../server/core/syntax/node.ts';
import { withEmbedded } from '../../../server/core/workspace/embedding.ts';
import { parse } from '../../../server/core/workspace/parse.ts';
import { Workspace } from '../../../server/core/workspace/workspace.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';
import { metadata } from '../../support/rule.ts';

declare module '../../../server/core/fact.ts' {
  interface FactData {
    readonly boat: null;
    readonly berth: null;
  }
}

/** Boats by name under `boats`; a boat has a berth that some file defines, and no sail. */
const boats: DocumentKind = {
  id: 'boats',
  title: 'Boats',
  files: ['**/*.boats'],
  syntax: json,
  schema: {},
  source: ['plugboard'],
  facts: (document) =>
    propertiesOf(child(parse(document).root, 'boats')).map(
      (p): Fact => ({ type: 'boat', name: p.key, range: p.keyNode.range }),
    ),
  values: [{ at: ['boats', '*', 'berth'], offers: 'values', items: ({ path }) => [{ value: path.join('.') }] }],
  rules: [
    {
      id: 'boats/sail',
      aliases: ['harbour/sail', 'boats/canvas'],
      ...metadata,
      severity: 'hint',
      scope: 'document',
      *check({ root, edit, consequence, document }) {
        for (const boat of propertiesOf(child(root, 'boats'))) {
          const sail = propertiesOf(boat.valueNode).find(({ key }) => key === 'sail');
          if (!sail) continue;
          yield {
            range: sail.keyNode.range,
            ...(consequence && { severity: consequence.severity }),
            message: `${boat.key}: ${consequence?.clause ?? 'it drifts'} (${document.uri.slice(base.length + 1)})`,
            fixes: [{ title: 'Remove', edits: [edit.remove(sail)] }],
          };
        }
      },
    },
    {
      id: 'boats/berth',
      ...metadata,
      severity: 'error',
      scope: 'workspace',
      *check({ root, workspace }) {
        for (const { valueNode } of propertiesOf(child(root, 'boats'))) {
          const berth = child(valueNode, 'berth');
          const name = stringOf(berth);
          if (berth && name && workspace.facts('berth', name).length === 0)
            yield { range: berth.range, message: `no berth ${name}` };
        }
      },
    },
    {
      id: 'boats/file',
      isAboutFile: true,
      ...metadata,
      severity: 'error',
      scope: 'document',
      *check({ root }) {
        if (root) yield { range: root.range, message: 'a whole file of boats' };
      },
    },
  ],
};
const harbour: DocumentKind = {
  id: 'harbour',
  title: 'Harbour',
  files: ['**/*.harbour'],
  syntax: json,
  schema: {},
  source: ['plugboard'],
  facts: (document) => {
    const berth = child(parse(document).root, 'opens');
    return berth ? [{ type: 'berth', name: stringOf(berth) ?? '', range: berth.range }] : [];
  },
  embeds: [
    {
      at: ['piers', '*', 'fleet'],
      kind: 'boats',
      below: 'boats',
      consequence: { clause: 'the harbour closes', severity: 'error' },
      atMost: { 'boats/berth': 'warning' },
    },
  ],
  rules: [],
};
const both = withEmbedded([harbour, boats]);

const lint = (
  files: Readonly<Record<string, string>>,
  levels: Linter['settings'] extends () => infer S ? Partial<S> : never = {},
) =>
  lintFiles(files, { ...settings, ...levels }, both).map(
    ({ rule, severity, message }) => `${severity} ${rule} ${message}`,
  );

test('content inline is checked by the rules of its own kind, in the file that holds it', () => {
  assert.deepEqual(lint({ 'a.boats': '{ "boats": { "tern": { "sail": 1 } } }' }), [
    'error boats/file a whole file of boats',
    'hint boats/sail tern: it drifts (a.boats)',
  ]);
  const text = '{ "piers": { "north": { "fleet": { "tern": { "sail": 1, "berth": "n1" } } } } }';
  assert.deepEqual(lint({ 'a.harbour': text }), [
    'error boats/sail tern: the harbour closes (a.harbour)',
    'warning boats/berth no berth n1',
  ]);
  const [sail] = lintFiles({ 'a.harbour': text }, settings, both);
  assert.equal(text.slice(sail?.range.start, sail?.range.end), '"sail"');
  assert.equal(
    applyEdits(text, sail?.fixes?.[0]?.edits ?? []),
    '{ "piers": { "north": { "fleet": { "tern": { "berth": "n1" } } } } }',
  );
});

test('each object of a list of paths and contents is content; other values are none', () => {
  const text =
    '{ "piers": [{ "fleet": ["./a.boats", { "tern": { "sail": 1 } }, { "gull": { "sail": 1 } }] }, { "fleet": "./b" }, 7] }';
  assert.deepEqual(lint({ 'a.harbour': text }), [
    'error boats/sail tern: the harbour closes (a.harbour)',
    'error boats/sail gull: the harbour closes (a.harbour)',
  ]);
});

test('rules on inline content run again when an answer that they read changes', () => {
  const workspace = new Workspace(both);
  const inline = `${base}/a.harbour`;
  workspace.set(inline, '{ "piers": [{ "fleet": { "tern": { "berth": "n1" } } }] }');
  const linter = new Linter(workspace, () => settings);
  linter.update();
  assert.deepEqual(
    linter.diagnosticsFor(inline).map(({ rule }) => rule),
    ['boats/berth'],
  );
  workspace.set(`${base}/b.harbour`, '{ "opens": "n1" }');
  assert.ok(linter.update().has(inline));
  assert.deepEqual(linter.diagnosticsFor(inline), []);
  assert.deepEqual(
    workspace.facts('boat').map(({ uri, fact }) => [uri, fact.name]),
    [[inline, 'tern']],
  );
});

test('values are completed inline with the path that the content’s own kind knows', () => {
  const workspace = new Workspace(both);
  for (const fleet of ['{ "tern": { "berth": "|" } }', '["x", { "tern": { "berth": "|" } }]']) {
    const marked = `{ "piers": [{ "fleet": ${fleet} }] }`;
    const document = workspace.set(`${base}/a.harbour`, marked.replace('|', ''));
    assert.ok(document);
    const labels = complete(document, marked.indexOf('|'), {
      workspace: viewOf(workspace, new Set()),
      target: settings.target,
    }).map(({ label }) => label);
    assert.deepEqual(labels, ['boats.tern.berth'], fleet);
  }
});

test('a kind that embeds an unknown one is refused', () => {
  assert.throws(() => withEmbedded([harbour]), /harbour embeds the unknown kind boats/);
});

const fleets = {
  'a.boats': '{ "boats": { "tern": { "sail": 1 } } }',
  'a.harbour': '{ "piers": [{ "fleet": { "tern": { "sail": 1 } } }] }',
};
const inline = 'error boats/sail tern: the harbour closes (a.harbour)';
const own = 'hint boats/sail tern: it drifts (a.boats)';
const sails = (levels: Readonly<Record<string, 'off' | 'warning'>>) =>
  lint(fleets, { levels })
    .filter((line) => line.includes('/sail'))
    .sort();

test('a level holds by an alias: one of the holding kind there alone, a former id wherever the rule runs', () => {
  assert.deepEqual(sails({}), [inline, own]);
  assert.deepEqual(sails({ 'boats/sail': 'off' }), []);
  assert.deepEqual(sails({ 'boats/canvas': 'off' }), []);
  assert.deepEqual(sails({ 'harbour/sail': 'off' }), [own]);
  assert.deepEqual(sails({ 'boats/sail': 'off', 'harbour/sail': 'warning' }), [inline.replace('error', 'warning')]);
});

const manifest = 'org-plugins/pilot/.claude-plugin/plugin.json';
const servers = '"mcpServers": { "crm": { "type": "http", "url": "http://crm.example.com/mcp" } }';
const pilot = { [manifest]: `{ "name": "pilot", "version": "1.0.0", ${servers} }` };
const rulesFor = (rules: readonly string[]) =>
  lintFiles({
    ...pilot,
    '.plugboard.json': JSON.stringify({ suppress: [{ rules, files: ['**'], reason: 'A lab.' }] }),
  }).map(({ rule }) => rule);

test('a suppression holds by an alias, by the rule’s kind and by the kind that holds the content', () => {
  assert.deepEqual(
    lintFiles(pilot).map(({ rule }) => rule),
    ['mcp/http-url'],
  );
  for (const pattern of ['mcp/http-url', 'plugin/http-url', 'mcp/*', 'plugin/*'])
    assert.deepEqual(rulesFor([pattern]), [], pattern);
  assert.deepEqual(rulesFor(['marketplace/*']), ['mcp/http-url', 'config/unused-suppression']);
  assert.deepEqual(rulesFor(['plugin/bad-port', 'plugin/http-url']), ['config/unused-suppression']);
});

test('settings may name an alias', () => {
  const rules = { 'plugin/http-url': 'off', 'plugin/missing-script': 'hint', 'plugin/http-urls': 'off' };
  const found = lintFiles({ ...pilot, '.plugboard.json': JSON.stringify({ rules }) });
  assert.deepEqual(
    found.filter(({ rule }) => rule === 'config/unknown-rule').map(({ message }) => message),
    ['Unknown rule `plugin/http-urls`. Did you mean `mcp/http-url`?'],
  );
});

test('no two rules of one kind are found by each other’s ids, and aliases are written as ids', () => {
  for (const { rules } of kinds) {
    const ids = rules.map(({ id }) => id);
    for (const { id, aliases = [] } of rules) {
      for (const alias of aliases) {
        assert.match(alias, /^[a-zA-Z]+\/[a-z-]+$/, id);
        assert.ok(!ids.includes(alias), `${id} has the alias ${alias}, which another rule of its kind has as its id`);
      }
    }
  }
});

test('`${user_config}` in a program tells the same in a manifest and in a file of its own', () => {
  const options = '"userConfig": { "team": { "type": "string", "title": "Team", "description": "The team" } }';
  const program = '{ "mcpServers": { "crm": { "command": "crm", "env": { "TEAM": "${user_config.team}" } } } }';
  const told = (files: Readonly<Record<string, string>>) =>
    lintFiles(files).map(({ rule, severity, message }) => ({ rule, severity, message }));
  const alone = told({ [manifest]: `{ "name": "pilot", ${options} }`, 'org-plugins/pilot/.mcp.json': program });
  assert.equal(alone.length, 1);
  assert.deepEqual(told({ [manifest]: `{ "name": "pilot", ${options}, ${program.slice(1)}` }), alone);
});

test('the content of a document is found by every kind that holds some', () => {
  const contentOf = (document: Document | undefined) =>
    (document?.kind.embedded?.(document) ?? []).map(({ kind, uri }) => [kind.id, uri === document?.uri]);
  const text = JSON.stringify({
    name: 'pilot',
    mcpServers: [{ crm: { command: 'crm' } }, './more.json'],
    hooks: { Stop: [] },
    lspServers: {},
    experimental: { monitors: [] },
  });
  assert.deepEqual(contentOf(workspaceOf({ [manifest]: text }).get(`${base}/${manifest}`)), [
    ['mcp', true],
    ['hooks', true],
    ['lsp', true],
    ['monitors', true],
  ]);
});

test('no fix changes JSON in a string that cannot be parsed, apart from that of the syntax error', () => {
  const bannerFindings = (value: string) =>
    lintFiles({
      'policy.reg': `Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\n"banner"="${value.replaceAll('"', '\\"')}"\n`,
    })
      .filter(({ rule }) => rule === 'policy/banner')
      .map(({ message, fixes = [] }) => [message, fixes.length]);
  const missing = 'A banner is shown only with `"enabled": true`.';
  assert.deepEqual(bannerFindings('{"text": "Internal"}'), [[missing, 1]]);
  assert.deepEqual(bannerFindings('{"text": Internal}'), [[missing, 0]]);
  assert.deepEqual(bannerFindings('{"enabled": tru}'), [], 'the field is there');
});
