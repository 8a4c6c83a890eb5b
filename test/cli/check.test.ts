import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../support/root.ts';
import { samples } from '../support/samples.ts';
import { badPolicy, check, folderOf, type Problem, plugboard } from './support.ts';

test('good files: exit code 0 and no problem', (t) => {
  const { code, documents, problems } = check(folderOf(t, samples));
  assert.deepEqual({ code, problems }, { code: 0, problems: [] });
  assert.equal(documents, Object.keys(samples).length);
});

test('an error: exit code 1, at the exact place, with the title of its fix', (t) => {
  const { code, problems } = check(folderOf(t, { 'policy.json': badPolicy }));
  assert.equal(code, 1);
  const [problem] = problems.filter(({ rule }) => rule === 'policy/server-url-https');
  assert.equal(problem?.file, 'policy.json');
  assert.equal(problem?.range.start.line, 3);
  assert.equal(
    badPolicy.split('\n')[3]?.slice(problem?.range.start.character).startsWith('"http:') ||
      badPolicy.split('\n')[3]?.slice(problem?.range.start.character).startsWith('http:'),
    true,
  );
  assert.ok((problem?.fixes.length ?? 0) > 0);
});

test('the JSON has the promised form, sorted by file and place', () => {
  const { problems } = check(root, 'sample');
  assert.ok(problems.length > 8);
  const isPlace = ({ file, range }: Pick<Problem, 'file' | 'range'>) =>
    !file.startsWith('/') &&
    [range.start, range.end].every(({ line, character }) => Number.isInteger(line) && Number.isInteger(character));
  for (const problem of problems) {
    assert.deepEqual(Object.keys(problem), ['file', 'range', 'severity', 'rule', 'message', 'fixes', 'related']);
    assert.ok(isPlace(problem) && problem.related.every(isPlace));
    assert.match(problem.severity, /^(error|warning|info|hint)$/);
    assert.match(problem.rule, /^[a-zA-Z]+\/[a-z-]+$/);
  }
  const key = ({ file, range: { start } }: Problem) =>
    `${file} ${String(start.line).padStart(6, '0')} ${String(start.character).padStart(6, '0')}`;
  assert.deepEqual(problems.map(key), problems.map(key).sort());
});

test('the sample: a good plugin without findings, one with warnings, one that never loads', () => {
  const { code, problems } = check(root, 'sample');
  assert.equal(code, 1);
  const found = problems.map(({ file, severity, rule }) => `${severity} ${rule} ${file.replace('sample/', '')}`);
  assert.deepEqual(
    found.filter((line) => line.includes('tide-tables')),
    [],
  );
  const expected = [
    'error policy/server-url-https fleet.json',
    'warning policy/unknown-builtin-tool fleet.json',
    'warning plugin/installation-preference org-plugins/berth-desk/.claude-plugin/plugin.json',
    'warning mcp/missing-script org-plugins/berth-desk/.mcp.json',
    'warning skill/near-miss-key org-plugins/berth-desk/skills/assign-berth/SKILL.md',
    'error mcp/transport-instead-of-type org-plugins/crane-log/.mcp.json',
    'error mcp/url-without-type org-plugins/crane-log/.mcp.json',
    'error plugin/folder-without-dot org-plugins/crane-log/claude-plugin/plugin.json',
    'warning skill/unknown-tool org-plugins/crane-log/skills/log-lift/SKILL.md',
  ];
  for (const line of expected) assert.ok(found.includes(line), `${line}\nis not in\n${found.join('\n')}`);
  assert.ok(!found.some((line) => line.startsWith('error') && line.includes('berth-desk')));
});

test('one file is judged with its plugin around it, and alone reported', () => {
  const { documents, problems } = check(root, 'sample/org-plugins/berth-desk/.mcp.json');
  assert.equal(documents, 1);
  assert.deepEqual(
    problems.map(({ rule }) => rule),
    ['mcp/missing-script'],
  );
});

test('paths are seen from the current folder', (t) => {
  const folder = folderOf(t, { 'a/policy.json': badPolicy, 'b/x': '' });
  assert.equal(check(`${folder}/b`, '../a').problems[0]?.file, '../a/policy.json');
});

test('warnings fail beyond --max-warnings alone', () => {
  const plugin = 'sample/org-plugins/berth-desk';
  const warnings = check(root, plugin).problems.filter(({ severity }) => severity === 'warning').length;
  assert.equal(check(root, plugin).code, 0);
  assert.equal(check(root, plugin, '--max-warnings', String(warnings)).code, 0);
  assert.equal(check(root, plugin, '--max-warnings', String(warnings - 1)).code, 1);
});

test('--rule and .plugboard.json set levels; the option wins', (t) => {
  const level = (...args: string[]) =>
    check(folder, ...args).problems.find(({ rule }) => rule === 'policy/server-url-https')?.severity;
  const folder = folderOf(t, { 'policy.json': badPolicy });
  assert.equal(level(), 'error');
  assert.equal(level('--rule', 'policy/server-url-https=hint'), 'hint');
  assert.equal(level('--rule=policy/server-url-https=off'), undefined);
  const set = folderOf(t, {
    'policy.json': badPolicy,
    '.plugboard.json': '{ "rules": { "policy/server-url-https": "info" } }',
  });
  const from = (...args: string[]) => check(set, ...args).problems.find(({ rule }) => rule.endsWith('https'))?.severity;
  assert.equal(from(), 'info');
  assert.equal(from('--rule', 'policy/server-url-https=warning'), 'warning');
});

test('text: the file, the place counted from 1, carets under it, a line of totals, no colours without a terminal', (t) => {
  const { out, code } = plugboard(folderOf(t, { 'policy.json': badPolicy }), 'check');
  assert.equal(code, 1);
  assert.match(out, /^policy\.json\n {2}4:\d+ +error {4}/m);
  assert.match(out, /│ {2,}\^{5,}\n/);
  assert.match(out.trimEnd(), /1 file checked: 1 error[^\n]*\.$/);
  assert.ok(!out.includes('\u001b'));
});

test('github: one annotation per finding, with its place', (t) => {
  const { out } = plugboard(folderOf(t, { 'a,b/policy.json': badPolicy }), 'check', '--format', 'github');
  assert.match(
    out,
    /^::error file=a%2Cb\/policy\.json,line=4,endLine=4,col=\d+,endColumn=\d+,title=policy\/server-url-https::./m,
  );
});

test('sarif: version 2.1.0, each result with its rule and a place counted from 1', (t) => {
  const { out } = plugboard(folderOf(t, { 'a b/policy.json': badPolicy }), 'check', '--format', 'sarif');
  const { version, runs } = JSON.parse(out);
  const { tool, results } = runs[0];
  assert.equal(version, '2.1.0');
  assert.ok(results.length > 0);
  for (const result of results) assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
  const { artifactLocation, region } = results.find((r: { ruleId: string }) => r.ruleId.endsWith('https')).locations[0]
    .physicalLocation;
  assert.equal(artifactLocation.uri, 'a%20b/policy.json');
  assert.equal(region.startLine, 4);
});

test('sarif: each rule with its level, its page and what it is', (t) => {
  const text = JSON.stringify({ mcpServers: { a: { type: 'http', url: 'http://a.example.com/mcp' } } });
  const files = {
    'org-plugins/kit/.claude-plugin/plugin.json': '{ "name": "kit" }',
    'org-plugins/kit/.mcp.json': text,
  };
  const { out } = plugboard(folderOf(t, files), 'check', '--format', 'sarif', '--host', 'claude-code');
  const rule = JSON.parse(out).runs[0].tool.driver.rules.find(({ id }: { id: string }) => id === 'mcp/http-url');
  assert.match(rule.help.markdown, /^# mcp\/http-url\n/);
  assert.match(rule.help.text, /Impact: A secret can be read by others\.\n\nSource: https:/);
  assert.equal(rule.defaultConfiguration.level, 'warning');
  assert.deepEqual(rule.deprecatedIds, ['plugin/http-url']);
  const { tags, precision, certainty, hosts } = rule.properties;
  assert.deepEqual(
    { tags, precision, certainty, hosts },
    { tags: ['mcp', 'secret-exposed'], precision: 'very-high', certainty: 'validator', hosts: ['claude-code'] },
  );
});

test('an earlier day and an older app change what is found', (t) => {
  const policy =
    '{ "inferenceProvider": "anthropic", "managedMcpServers": [{ "name": "a", "url": "https://a.example.com/mcp" }] }';
  const folder = folderOf(t, { 'policy.json': policy });
  const errors = (...args: string[]) =>
    check(folder, ...args).problems.filter(({ severity }) => severity === 'error').length;
  assert.ok(errors('--date', '2026-11-01') > errors('--date', '2026-09-01'));
});

test('a byte order mark, which no text shows, is found in the file', (t) => {
  const hooks = '{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "true" }] }] } }\n';
  const manifest = '{ "name": "a", "version": "1.0.0", "description": "A", "author": { "name": "A" } }\n';
  const folder = folderOf(t, {
    'a/.claude-plugin/plugin.json': `\uFEFF${manifest}`,
    'a/hooks/hooks.json': `\uFEFF${hooks}`,
  });
  const found = check(folder, '--host', 'claude-code').problems.map(({ rule, severity, file }) => [
    rule,
    severity,
    file,
  ]);
  assert.deepEqual(found, [['hooks/byte-order-mark', 'error', 'a/hooks/hooks.json']]);
});

test('files in UTF-16, which their text does not show, are found', (t) => {
  const folder = folderOf(t, {
    'a/.claude-plugin/plugin.json':
      '{ "name": "a", "version": "1.0.0", "description": "A", "author": { "name": "A" } }\n',
    'a/skills/b/SKILL.md': '---\nname: b\ndescription: Draws a chart\n---\nDraw.\n',
  });
  for (const name of ['a/.claude-plugin/plugin.json', 'a/skills/b/SKILL.md']) {
    const file = path.join(folder, name);
    fs.writeFileSync(file, Buffer.from(`\ufeff${fs.readFileSync(file, 'utf8')}`, 'utf16le'));
  }
  const found = check(folder, '--host', 'claude-code').problems.map(({ rule, severity }) => `${severity} ${rule}`);
  assert.deepEqual(found, ['error plugin/utf16', 'warning skill/utf16']);
});

test('names of folders and files speak neither to a terminal nor to a log', (t) => {
  const name = 'a\n::error title=pwned::injected \u001b[31m\u202e';
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
    [`org-plugins/p/skills/${name}/SKILL.md`]: Buffer.from('---\nname: caf\xe9\n---\n', 'latin1'),
    [`org-plugins/p/agents/${name}.md`]: '---\nname: x\ntools: Raed\n---\n',
    [`${name}/policy.json`]: '{ "inferenceProvider": "anthropic", "managedMcpServers": [{ "name": 1 }], "x": 2 }',
  });
  const runs = [
    ...['text', 'json', 'sarif', 'github'].map((format) => ['check', '--format', format]),
    ...['text', 'json', 'markdown'].map((format) => ['effective', '--format', format]),
    ['surfaces'],
    ['check', `${name}-is-not-there`],
    ['convert', path.join(name, 'policy.json'), '--to', 'nothing'],
  ];
  for (const args of runs) {
    const { out, err } = plugboard(folder, ...args);
    assert.doesNotMatch(out + err, /(?!\n)[\p{Cc}\p{Bidi_Control}]/u, args.join(' '));
    const commands = (out + err).split('\n').filter((line) => /^\s*::/.test(line));
    assert.ok(
      commands.every((line) => /^::(error|warning|notice) file=/.test(line)),
      args.join(' '),
    );
  }
});

test('no format of check shows a secret that stands on the line of a finding', (t) => {
  const folder = folderOf(t, {
    'policy.json': `{ "inferenceProvider": "anthropic", "managedMcpServers": [
  { "name": "a", "transport": "htp", "url": "https://a.example/mcp", "headers": { "X-Session": "LEAKEDHEADER" } },
  { "name": "b", "transport": "stdio", "command": "srv --api-key LEAKEDARG" },
  { "name": "c", "transport": "http", "url": "https://c.example/mcp", "headers": "Authorization: LEAKEDTEXT" }
] }`,
    'policy.reg':
      'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\n"inferenceProvider"="gateway"\n"inferenceGatewayApiKey"=LEAKEDREG\n',
    'policy.plist':
      '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>inferenceProvider</key><string>gateway</string>\n<key>inferenceGatewayApiKey</key> stray <string>LEAKEDPLIST</string></dict></plist>\n',
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
    'org-plugins/p/.mcp.json':
      '{ "mcpServers": { "a": { "type": "htp", "url": "https://a.example/mcp", "headers": { "X-Auth": "LEAKEDMCP" }, "env": { "PW": "LEAKEDENV" } } } }',
  });
  for (const format of ['text', 'json', 'sarif', 'github']) {
    const { out, err } = plugboard(folder, 'check', '--format', format);
    assert.doesNotMatch(out + err, /LEAKED/, format);
  }
  const { out } = plugboard(folder, 'effective', '--policy', 'policy.json', '--format', 'json');
  assert.doesNotMatch(out, /LEAKED/);
});

test('a plugin with one name at its top is told that it lacks a manifest', (t) => {
  const server = '{ "mcpServers": { "a": { "type": "http", "url": "https://a.example/mcp" } } }';
  const { problems } = check(folderOf(t, { 'org-plugins/reviewer/.mcp.json': server }));
  assert.ok(problems.some(({ rule }) => rule === 'mcp/plugin-without-manifest'));
});
