import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../../server/core/fact.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import type { DocumentKind } from '../../../server/core/model.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import { propertiesOf } from '../../../server/core/syntax/node.ts';
import { parse } from '../../../server/core/workspace/parse.ts';
import { Workspace } from '../../../server/core/workspace/workspace.ts';
import { base, lintFiles, settings } from '../../support/lint.ts';
import { metadata } from '../../support/rule.ts';

declare module '../../../server/core/fact.ts' {
  interface FactData {
    readonly name: null;
  }
}

test('a mistyped type of fact, or a datum that its facts have not, does not compile', () => {
  const workspace = new Workspace([]);
  // @ts-expect-error: there is no such type.
  assert.deepEqual(workspace.facts('servre'), []);
  const [server] = workspace.facts('server');
  // @ts-expect-error: servers have no version.
  assert.equal(server?.fact.data.version, undefined);
});

/** An invented kind: keys define names, strings use them, and strings that no file defines are reported. */
const runs: string[] = [];
const kind: DocumentKind = {
  id: 'test',
  title: 'Test',
  files: ['**/*.t'],
  syntax: json,
  schema: {},
  source: ['plugboard'],
  facts: (document) =>
    propertiesOf(parse(document).root).map((p): Fact => ({ type: 'name', name: p.key, range: p.keyNode.range })),
  rules: [
    {
      id: 'test/undefined-name',
      ...metadata,
      severity: 'warning',
      scope: 'workspace',
      *check({ root, workspace, document }) {
        runs.push(document.uri.slice(base.length + 1));
        for (const { valueNode } of propertiesOf(root)) {
          if (valueNode?.type !== 'string') continue;
          const [found] = workspace.facts('name', String(valueNode.value));
          if (!found) yield { range: valueNode.range, message: 'no such name' };
          else if (valueNode.value === 'related')
            yield { range: valueNode.range, message: 'here', related: [workspace.related(found, 'there')] };
        }
      },
    },
    {
      id: 'test/needs-file',
      ...metadata,
      severity: 'error',
      scope: 'document',
      *check({ root, workspace }) {
        if (root && !workspace.file(`${base}/wanted`)) yield { range: root.range, message: 'no file' };
      },
    },
  ],
};

const setUp = (files: Record<string, string>) => {
  const workspace = new Workspace([kind]);
  workspace.files.add({ uri: `${base}/wanted`, name: 'wanted', type: 'file' });
  for (const [name, text] of Object.entries(files)) workspace.set(`${base}/${name}`, text);
  const linter = new Linter(workspace, () => settings);
  linter.update();
  runs.length = 0;
  return { workspace, linter };
};
const rules = (linter: Linter, name: string) => linter.diagnosticsFor(`${base}/${name}`).map(({ rule }) => rule);

test('a change runs again only the files whose answers it changed', () => {
  const { workspace, linter } = setUp({ 'a.t': '{"x": 1}', 'b.t': '{"q": "x"}', 'c.t': '{"r": "y"}' });
  assert.deepEqual(rules(linter, 'b.t'), []);
  assert.deepEqual(rules(linter, 'c.t'), ['test/undefined-name']);
  workspace.set(`${base}/a.t`, '{"y": 1}');
  const touched = linter.update();
  assert.deepEqual([...touched.keys()].map((uri) => uri.slice(base.length + 1)).sort(), ['a.t', 'b.t', 'c.t']);
  assert.deepEqual(rules(linter, 'b.t'), ['test/undefined-name']);
  assert.deepEqual(rules(linter, 'c.t'), []);
});

test('a change of places alone runs nobody else', () => {
  const { workspace, linter } = setUp({ 'a.t': '{"x": 1}', 'b.t': '{"q": "x"}' });
  workspace.set(`${base}/a.t`, '{\n\n"x": 2}');
  linter.update();
  assert.deepEqual(runs, ['a.t']);
});

test('a related place is where its fact stands when it is asked for', () => {
  const { workspace, linter } = setUp({ 'a.t': '{"related": 1}', 'b.t': '{"q": "related"}' });
  const [diagnostic] = linter.diagnosticsFor(`${base}/b.t`);
  workspace.set(`${base}/a.t`, '{     "related": 1}');
  linter.update();
  assert.equal(diagnostic?.related?.[0]?.range().start, 6);
});

test('a file that is removed takes its findings with it and wakes who asked for it', () => {
  const { workspace, linter } = setUp({ 'a.t': '{"x": 1}', 'b.t': '{"q": "x"}' });
  workspace.delete(`${base}/a.t`);
  workspace.files.remove(`${base}/wanted`);
  linter.update();
  assert.deepEqual(linter.diagnosticsFor(`${base}/a.t`), []);
  assert.deepEqual(rules(linter, 'b.t'), ['test/needs-file', 'test/undefined-name']);
});

test('while typing, findings that span files move along, and go where the text changed', () => {
  const { workspace, linter } = setUp({ 'b.t': '{"q": "x", "r": "y"}' });
  workspace.set(`${base}/b.t`, '{"q": "zz", "r": "y"}');
  const [only, ...rest] = linter.diagnosticsFor(`${base}/b.t`);
  assert.deepEqual(rest, []);
  assert.deepEqual(only?.range, { start: 17, end: 20 });
});

test('levels switch a rule off or change its severity', () => {
  const { workspace } = setUp({ 'b.t': '{"q": "x"}' });
  const of = (level: 'off' | 'hint') =>
    new Linter(workspace, () => ({ ...settings, levels: { 'test/undefined-name': level } })).all();
  assert.deepEqual([...of('off').values()].flat(), []);
  assert.deepEqual(
    [...of('hint').values()].flat().map(({ severity }) => severity),
    ['hint'],
  );
});

test('a manifest that comes or goes wakes the files that asked whose plugin they are', () => {
  const lonely: DocumentKind = {
    ...kind,
    rules: [
      {
        id: 'test/no-plugin',
        ...metadata,
        severity: 'error',
        scope: 'workspace',
        *check({ root, workspace, document }) {
          if (root && !workspace.pluginOf(document.uri)) yield { range: root.range, message: 'no plugin' };
        },
      },
    ],
  };
  const workspace = new Workspace([lonely]);
  workspace.set(`${base}/p/deep/a.t`, '{}');
  const linter = new Linter(workspace, () => settings);
  linter.update();
  assert.deepEqual(rules(linter, 'p/deep/a.t'), ['test/no-plugin']);
  const manifest = `${base}/p/.claude-plugin/plugin.json`;
  workspace.files.add({ uri: manifest, name: 'plugin.json', type: 'file' });
  linter.update();
  assert.deepEqual(rules(linter, 'p/deep/a.t'), []);
  workspace.files.remove(manifest);
  linter.update();
  assert.deepEqual(rules(linter, 'p/deep/a.t'), ['test/no-plugin']);
});

test('a hint at the place of an error of the schema does not hide it', () => {
  const files = {
    'org-plugins/pilot/.claude-plugin/plugin.json': '{ "name": "pilot" }',
    'org-plugins/pilot/.mcp.json': '{ "crm": { "type": "http", "command": "crm" } }',
  };
  assert.deepEqual(
    lintFiles(files).map(({ severity, rule }) => `${severity} ${rule}`),
    ['error mcp/schema', 'hint mcp/flat-map'],
  );
});

test('a warning at the place of an error of the schema does not hide it, unless its rule knows better', () => {
  const manifest = { 'plugin/.claude-plugin/plugin.json': '{ "version": "1.0.0" }' };
  const target = { ...settings.target, hosts: ['claude-code'] } as const;
  assert.deepEqual(
    lintFiles(manifest, { ...settings, target }).map(({ severity, rule }) => `${severity} ${rule}`),
    ['warning plugin/incomplete', 'error plugin/schema'],
  );
  const policy = { 'policy.json': '{ "inferenceProvider": "anthropic", "isLocalDevMcpEnabled": null }' };
  assert.deepEqual(
    lintFiles(policy).map(({ severity, rule }) => `${severity} ${rule}`),
    ['warning policy/empty-value'],
  );
});
