import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFiles } from '../../support/lint.ts';

const messages = (value: unknown): string[] =>
  lintFiles({ 'policy.json': JSON.stringify({ autoUpdaterEnforcementHours: value }) })
    .filter(({ rule }) => rule === 'policy/schema')
    .map(({ message }) => message);

test('a number in a text has the limits of a number', () => {
  for (const value of [24, '24', ' 24 ', '+24', '024', '2e1', '0x18'])
    assert.deepEqual(messages(value), [], `${value}`);
  for (const value of [0, '0', 73, '73', '1000'])
    assert.match(
      messages(value).join('|'),
      /^`autoUpdaterEnforcementHours` must be a whole number from 1 to 72, but is `\d+`\.[^|]*$/,
    );
  for (const value of ['soon', '1.5']) assert.equal(messages(value).length, 1, `${value}`);
});

test('what the app makes a number of is no error', () => {
  const severities = (key: string, value: unknown): string[] =>
    lintFiles({ 'policy.json': JSON.stringify({ [key]: value }) })
      .filter(({ rule }) => rule === 'policy/schema')
      .map(({ severity }) => severity);
  assert.deepEqual(severities('autoUpdaterEnforcementHours', true), ['hint']);
  assert.deepEqual(severities('autoUpdaterEnforcementHours', [30]), ['hint']);
  assert.deepEqual(severities('chatSessionRetentionDays', true), ['error']);
});

test('of JSON that cannot be read inside a value only the break is told', () => {
  const policy = { managedMcpServers: "[{'name':'a'}]", coworkEgressAllowedHosts: '["intranet", ]' };
  const rules = lintFiles({ 'policy.json': JSON.stringify(policy) }).map(({ rule }) => rule);
  assert.deepEqual(rules, ['policy/syntax', 'policy/syntax']);
});
