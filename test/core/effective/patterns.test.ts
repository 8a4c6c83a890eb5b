import assert from 'node:assert/strict';
import test from 'node:test';
import { comparisonSummary, headline, toolWords } from '../../../server/core/diff/changeWords.ts';
import type { Comparison } from '../../../server/core/diff/model.ts';
import type { Surface } from '../../../server/core/effective/model.ts';
import { compare, fleet } from '../../support/compared.ts';

const lines = (comparison: Comparison): string[] =>
  comparison.changes.map(
    (change) => `${change.kind} ${toolWords(change, (name) => name)}: ${change.before.is} → ${change.after.is}`,
  );

/** `name state` of every row of the server, on one surface of the side after. */
const rows = ({ after }: Comparison, surface: Surface = 'cowork'): string[] =>
  (after.surfaces[surface]?.servers ?? []).flatMap(({ tools, unlisted }) => [
    ...tools.map(({ name, state }) => `${name} ${state}`),
    `other ${unlisted.state}`,
  ]);

test('a wildcard has a row although no tool of the server is known', () => {
  const policy = fleet({ 'delete_*': 'blocked' });
  assert.deepEqual(rows(compare(policy, policy)), ['delete_* blocked', 'other user']);
  assert.deepEqual(rows(compare(policy, policy), 'code'), ['delete_* blocked', 'other cc-prompt']);
});

test('a wildcard gets what the patterns that cover it leave to it', () => {
  const policy = fleet({ '*': 'ask', 'delete_*': 'allow', 'delete_all_*': 'blocked', '*_page': 'blocked' });
  assert.deepEqual(rows(compare(policy, policy)), [
    'delete_* ask',
    'delete_all_* blocked',
    '*_page blocked',
    'other ask',
  ]);
});

test('a wildcard that apps of the fleet do not read yet does not count, and has a row all the same', () => {
  const policy = { ...fleet({ 'delete_*': 'blocked' }), app: '1.18286.0' };
  assert.deepEqual(rows(compare(policy, policy)), ['delete_* user', 'other user']);
});

test('a wildcard that becomes looser is a change, although no tool is known', () => {
  const comparison = compare(fleet({ 'delete_*': 'blocked' }), fleet({ 'delete_*': 'allow' }));
  assert.deepEqual(lines(comparison), ['looser delete_* (any such tool): blocked → allow']);
  assert.equal(headline(comparison), '1 becomes looser');
  assert.match(comparisonSummary(comparison), /^1 pattern becomes looser\. /);
});

test('a wildcard that comes or goes is compared with what the other side lets such tools do', () => {
  assert.deepEqual(lines(compare(fleet({ 'delete_*': 'blocked' }), fleet({}))), [
    'looser delete_* (any such tool): blocked → user',
  ]);
  assert.deepEqual(lines(compare(fleet({ 'delete_*': 'blocked' }), fleet({ 'del*': 'blocked' }))), [
    'stricter del* (any such tool): user → blocked',
  ]);
  assert.deepEqual(lines(compare(fleet({ 'delete_*': 'ask', '*': 'ask' }), fleet({ '*': 'ask' }))), []);
});
