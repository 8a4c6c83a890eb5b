import assert from 'node:assert/strict';
import { test } from 'node:test';
import { root } from '../support/root.ts';
import { folderOf, plugboard } from './support.ts';

const wrong: readonly (readonly string[])[] = [
  [],
  ['chek'],
  ['check', '--frmt', 'json'],
  ['check', '--format', 'xml'],
  ['check', 'no/such/folder'],
  ['check', ''],
  ['check', '--rule', 'policy/server-url-https'],
  ['check', '--rule', 'policy/no-such-rule=off'],
  ['check', '--rule', 'policy/server-url-https=loud'],
  ['check', '--max-warnings', 'many'],
  ['check', '--max-warnings', '-1'],
  ['check', '--date', '2026-13-01'],
  ['check', '--date', '2026-02-30'],
  ['check', '--date', 'tomorrow'],
  ['check', '--target-version', 'new'],
  ['check', '--host', 'laptop'],
  ['effective', '--policy', 'missing.json'],
  ['effective', '--policy', 'hkxx=package.json'],
  ['effective', '--surface', 'phone'],
  ['effective', '--platform', 'beos'],
  ['effective', '--case', 'package.json', '--id', 'x'],
  ['effective', 'a', 'b'],
  ['rules', 'mcp/no-such-rule'],
  ['rules', 'a', 'b'],
  ['lsp'],
];

for (const args of wrong) {
  test(`plugboard ${args.join(' ')}: exit code 2 and one line`, () => {
    const { code, out, err } = plugboard(root, ...args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^plugboard: [^\n]+\n$/);
    assert.doesNotMatch(err, /unexpected error/);
  });
}

test('a near miss of a rule is named', () => {
  assert.match(
    plugboard(root, 'check', '--rule', 'policy/server-url-http=off').err,
    /did you mean policy\/server-url-https\?/,
  );
});

test('a rule is found by an id that it had, and so are all that took the place of one', () => {
  assert.match(plugboard(root, 'rules', 'plugin/nothing-to-reach').out, /^# mcp\/nothing-to-reach\n/);
  const pages = plugboard(root, 'rules', 'plugin/missing-script').out.match(/^# .*$/gm);
  assert.deepEqual(pages, ['# mcp/missing-script', '# hooks/missing-script']);
  const listed = JSON.parse(plugboard(root, 'rules', 'plugin/server-url-key', '--format', 'json').out);
  assert.deepEqual([listed.id, listed.aliases], ['mcp/server-url-key', ['plugin/server-url-key']]);
});

test('a level may be given by an id that a rule had', (t) => {
  const folder = folderOf(t, {
    'org-plugins/pilot/.claude-plugin/plugin.json':
      '{ "name": "pilot", "mcpServers": { "crm": { "type": "http", "url": "http://crm.example.com/mcp" } } }',
  });
  assert.match(plugboard(folder, 'check').out, /mcp\/http-url/);
  assert.doesNotMatch(plugboard(folder, 'check', '--rule', 'plugin/http-url=off').out, /mcp\/http-url/);
});

for (const command of ['check', 'effective', 'rules', 'lsp']) {
  test(`plugboard ${command} --help`, () => {
    const { code, out } = plugboard(root, command, '--help');
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^Usage: plugboard ${command}`));
  });
}

test('--help names every command, --version the version', () => {
  assert.match(plugboard(root, '--help').out, /check.*effective.*rules.*lsp/s);
  assert.match(plugboard(root, '--version').out, /^\d+\.\d+\.\d+\n$/);
});

test('settings that cannot be read are named', (t) => {
  const { code, err } = plugboard(folderOf(t, { '.plugboard.json': '{ "rules": ' }), 'check');
  assert.equal(code, 2);
  assert.match(err, /^plugboard: \.plugboard\.json /);
});

test('rules: each with severity and a sentence; one with its page', () => {
  const { out } = plugboard(root, 'rules', '--format', 'json');
  const rules = JSON.parse(out) as { id: string; severity: string; summary: string; fixable: boolean }[];
  assert.ok(rules.length > 50);
  for (const { id, severity, summary } of rules) {
    assert.match(severity, /^(error|warning|info|hint)$/);
    assert.ok(summary.length > 10, id);
  }
  assert.equal(rules.find(({ id }) => id === 'policy/server-url-https')?.fixable, true);
  assert.match(plugboard(root, 'rules', 'policy/server-url-https').out, /^# policy\/server-url-https\n/);
  const { certainty, impact, source, hosts, elsewhere } = JSON.parse(
    plugboard(root, 'rules', 'mcp/http-url', '--format', 'json').out,
  );
  assert.deepEqual(
    { certainty, impact, source, hosts, elsewhere },
    {
      certainty: 'validator',
      impact: 'secret-exposed',
      source: [{ url: 'https://code.claude.com/docs/en/mcp' }, { name: 'the validator of Claude Code' }],
      hosts: ['claude-code'],
      elsewhere: 'hint',
    },
  );
  const page = plugboard(root, 'rules', 'mcp/http-url').out;
  assert.match(page, /\nLevel: warning on claude-code, elsewhere hint\nImpact: secret-exposed\. A secret can be read/);
});
