import assert from 'node:assert/strict';
import test from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';

const reg = (...lines: string[]): string =>
  ['Windows Registry Editor Version 5.00', '', '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]', ...lines, ''].join(
    '\r\n',
  );

const cases: readonly (readonly [rule: string, path: string, before: string, after: string])[] = [
  [
    'policy/optional-client-auth',
    'policy.json',
    '{ "inferenceProvider": "vertex", "allowOptionalClientAuth": true, "allowOptionalClientAuth": false }',
    '{ "inferenceProvider": "vertex" }',
  ],
  [
    'policy/optional-client-auth',
    'policy.json',
    '{ "allowOptionalClientAuth": true, "inferenceProvider": "vertex", "allowOptionalClientAuth": false }',
    '{ "inferenceProvider": "vertex" }',
  ],
  [
    'policy/optional-client-auth',
    'policy.reg',
    reg(
      '"allowOptionalClientAuth"=dword:00000001',
      '"inferenceProvider"="vertex"',
      '"allowOptionalClientAuth"=dword:00000000',
    ),
    reg('"inferenceProvider"="vertex"'),
  ],
  [
    'agent/ignored-key',
    'kit/agents/reviewer.md',
    '---\nname: reviewer\nhooks: {}\ndescription: Reviews\nhooks: {}\n---\nReview.\n',
    '---\nname: reviewer\ndescription: Reviews\n---\nReview.\n',
  ],
  [
    'agent/allowed-tools',
    'kit/agents/reviewer.md',
    '---\nname: reviewer\nallowed-tools: Read\ndescription: Reviews\nallowed-tools: Grep\n---\nReview.\n',
    '---\nname: reviewer\ndescription: Reviews\ntools: Grep\n---\nReview.\n',
  ],
];

for (const [rule, path, before, after] of cases) {
  test(`a fix of a key that is written twice changes both: ${rule} in ${path} of ${before.length} characters`, () => {
    const workspace = workspaceOf({ [path]: before, 'kit/.claude-plugin/plugin.json': '{ "name": "kit" }' });
    const found = new Linter(workspace, () => ({
      ...settings,
      target: { ...settings.target, hosts: ['desktop-3p', 'claude-code'] },
    }))
      .all()
      .get(`${base}/${path}`);
    const fix = found?.find((problem) => problem.rule === rule)?.fixes?.[0];
    assert.ok(fix, JSON.stringify(found));
    assert.equal(applyEdits(before, fix.edits), after);
  });
}
