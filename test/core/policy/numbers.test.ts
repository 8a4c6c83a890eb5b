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
