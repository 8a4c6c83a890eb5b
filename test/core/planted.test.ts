import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from '../../server/core/base/text.ts';
import { base, lintFiles } from '../support/lint.ts';
import { applyFix } from '../support/page.ts';
import { samples } from '../support/samples.ts';
import { mcp, plugin, policy, skill } from './planted/mistake.ts';
import { mistakes } from './planted.ts';

const found = (files: Readonly<Record<string, string>>) =>
  lintFiles(files).filter(({ severity }) => severity !== 'hint');
const where = ({ uri, range }: Diagnostic, files: Readonly<Record<string, string>>): string => {
  const text = files[uri.slice(base.length + 1)] ?? '';
  return text.slice(range.start, range.end);
};

test('the samples are clean', () => {
  assert.deepEqual(
    lintFiles(samples).map(({ uri, message }) => `${uri}: ${message}`),
    [],
  );
});

for (const mistake of mistakes) {
  test(`${mistake.title}: ${mistake.rule} finds it, alone`, () => {
    const before = samples[mistake.in] ?? '';
    assert.ok(before.includes(mistake.replace), 'the sample has no such text');
    const files = { ...samples, [mistake.in]: before.replace(mistake.replace, () => mistake.by) };
    const all = found(files).filter(({ rule }) => rule === mistake.rule || !rule.endsWith('/unrelated'));
    assert.deepEqual(
      all.map(({ rule }) => rule),
      [mistake.rule],
      all.map(({ message }) => message).join('\n'),
    );
    const [diagnostic] = all;
    assert.ok(diagnostic);
    assert.equal(diagnostic.uri, `${base}/${mistake.in}`);
    if (mistake.severity) assert.equal(diagnostic.severity, mistake.severity);
    if (mistake.at) assert.equal(where(diagnostic, files), mistake.at);
    if (mistake.fixes !== undefined) assert.ok((diagnostic.fixes?.length ?? 0) >= mistake.fixes, 'a fix is missing');
    if (mistake.notInFixAll) assert.ok(diagnostic.fixes?.every(({ inFixAll }) => !inFixAll));
    for (const fix of diagnostic.fixes ?? []) {
      const left: readonly Diagnostic[] = found(applyFix(files, diagnostic.uri, fix)).filter(
        ({ rule }) => rule === mistake.rule,
      );
      assert.deepEqual(left, [], `«${fix.title}» does not help`);
    }
  });
}

const renamed = (from: string, to: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(samples).map(([path, text]) => [path.startsWith(from) ? to + path.slice(from.length) : path, text]),
  );

const moves: readonly [title: string, from: string, to: string, rule: string][] = [
  [
    'the manifest folder without its dot',
    `${plugin}/.claude-plugin`,
    `${plugin}/claude-plugin`,
    'plugin/folder-without-dot',
  ],
  ['a skill file of another name', skill, `${plugin}/skills/steer/steer.md`, 'skill/file-name'],
];
for (const [title, from, to, rule] of moves) {
  test(`${title}: ${rule} finds it, and its fix renames`, () => {
    const files = renamed(from, to);
    const [diagnostic, ...rest] = found(files);
    assert.deepEqual(
      rest.map(({ message }) => message),
      [],
    );
    assert.equal(diagnostic?.rule, rule);
    assert.equal(diagnostic?.severity, 'error');
    const fix = diagnostic?.fixes?.[0];
    assert.ok(fix && diagnostic);
    assert.deepEqual(applyFix(files, diagnostic.uri, fix), { ...samples });
  });
}

test('a version.json that differs from the manifest is a hint with a fix', () => {
  const files = { ...samples, [`${plugin}/version.json`]: '{ "version": "1.1.0" }\n' };
  const [diagnostic, ...rest] = lintFiles(files);
  assert.deepEqual(rest, []);
  assert.equal(diagnostic?.severity, 'hint');
  assert.ok(diagnostic?.fixes?.length);
});

test('what the app accepts gives no error and no warning', () => {
  const accepted: Readonly<Record<string, string>> = {
    ...samples,
    [mcp]: `{ "mcpServers": { "issues": { "type": "http", "url": "https://issues.harbour.example/mcp", "oauth": true },
      "empty": { "type": "http", "url": "" }, "local": { "type": "http", "url": "http://localhost:9000/mcp" }, "notes": { "command": "npx" } } }`,
    [`${plugin}/agents/watch.md`]:
      '---\nname: watch\ndescription: Watches.\ntools: Read, Grep\nmood: calm\n---\nBody\n',
    [`${plugin}/commands/release.md`]:
      '---\ndescription: Prepares.\nargument-hint: [x]\nallowed-tools:\n  - Read\n  - Bash(git:*)\nextra: yes\n---\nBody\n',
  };
  const wrong = lintFiles(accepted).filter(({ severity }) => severity === 'error' || severity === 'warning');
  assert.deepEqual(
    wrong.map(({ message }) => message),
    [],
  );
});

test('before the cut-off a missing transport is a warning', () => {
  const files = { ...samples, [policy]: (samples[policy] ?? '').replace('"transport": "http",\n      "url"', '"url"') };
  const target = { minimumVersion: '1.46388.4', date: '2026-10-07T18:59:59Z', hosts: ['desktop-3p'] as const };
  assert.deepEqual(
    lintFiles(files, { levels: {}, target }).map(({ rule, severity }) => [rule, severity]),
    [['policy/missing-transport', 'warning']],
  );
});
