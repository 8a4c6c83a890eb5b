import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { convert } from '../../../server/core/policy/convert/convertPolicy.ts';
import { formatSamples } from '../../support/formats.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';
import { samples } from '../../support/samples.ts';

const known = JSON.stringify({
  handbook: [
    { name: 'read_page', description: 'Reads a page.', annotations: { readOnlyHint: true } },
    { name: 'drop_page', annotations: { destructiveHint: true } },
    'tag_page',
  ],
  desk: ['post_review'],
});

const cursor = '<|>';

function offered(file: string, marked: string): string[] {
  const workspace = workspaceOf({ '.plugboard.tools.json': known, [file]: marked.replace(cursor, '') });
  const document = workspace.get(`${base}/${file}`);
  assert.ok(document);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  return complete(document, marked.indexOf(cursor), context).map(({ label }) => label);
}

const policy = `{
  "inferenceProvider": "anthropic",
  "managedMcpServers": [
    { "name": "handbook", "transport": "http", "url": "https://h.example.com/mcp", "toolPolicy": { "tag_page": "ask", "${cursor}": "allow" } }
  ],
  "orgPluginSettings": [{ "serverName": "desk", "tools": [{ "toolName": "post_review", "permission": "ask" }] }]
}
`;

test('the tools of a server are offered where its rules stand, but those that have one', () => {
  const labels = offered('policy.json', policy);
  assert.ok(labels.includes('read_page') && labels.includes('drop_page'), labels.join(', '));
  assert.ok(!labels.includes('post_review'));
});

test('the same in the other formats', () => {
  const names = { identifier: 'example.claude' };
  for (const to of ['mobileconfig', 'plist', 'reg'] as const) {
    const text = convert(policy.replace(cursor, 'CURSOR'), to, names).text.replace('CURSOR', cursor);
    assert.ok(text.includes(cursor));
    assert.ok(offered(`policy.${to}`, text).includes('read_page'), to);
  }
  const nested = (formatSamples['nested.json'] ?? '').replace(
    '"read_*": "allow"',
    `"read_*": "allow", "${cursor}": "ask"`,
  );
  assert.ok(offered('nested.json', nested).includes('drop_page'));
});

test('names of tools of plugins are offered as values', () => {
  const text = policy.replace(cursor, 'x').replace('"post_review"', `"${cursor}"`);
  assert.deepEqual(
    offered('policy.json', text).filter((label) => label === 'post_review'),
    ['post_review'],
  );
});

test('hover tells what the server says of its tool', () => {
  const text = policy.replace(cursor, 'read_page');
  const workspace = workspaceOf({ '.plugboard.tools.json': known, 'policy.json': text });
  const document = workspace.get(`${base}/policy.json`);
  assert.ok(document);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  const card = hover(document, text.indexOf('read_page') + 2, context);
  assert.match(JSON.stringify(card), /Reads a page/);
});

test('a slip in the name of a tool is one finding; without known tools there is none', () => {
  const before = samples['policy.json'] ?? '';
  const files = {
    ...samples,
    'policy.json': before.replace('"toolPolicy": {', '"toolPolicy": { "drop_pge": "blocked", '),
  };
  assert.notEqual(files['policy.json'], before);
  assert.deepEqual(
    lintFiles(files).map(({ rule }) => rule),
    [],
  );
  const found = lintFiles({ ...files, '.plugboard.tools.json': known });
  const [slip, ...others] = found.filter(({ severity }) => severity !== 'hint');
  assert.equal(slip?.rule, 'policy/tool-pattern-matches-nothing');
  assert.equal(files['policy.json'].slice(slip?.range.start, slip?.range.end), '"drop_pge"');
  assert.deepEqual(others, []);
});
