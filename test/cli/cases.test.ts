import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { EffectiveResult } from '../../server/core/effective/model.ts';
import own from '../core/effective/cases.json';
import { type Case, compare } from '../core/effective/runCase.ts';
import { root, shared } from '../support/root.ts';
import { plugboard } from './support.ts';

/** Evaluates every case of a file with the command line, and compares each with its expectation. */
function decide(file: string, cases: readonly Case[]): void {
  const defaults = ['--date', '2026-09-15', '--target-version', '1.46388.4'];
  const { code, out, err } = plugboard(root, 'effective', '--case', file, '--format', 'json', ...defaults);
  assert.equal(code, 0, err);
  const answers: (EffectiveResult & { id: string })[] = JSON.parse(out);
  assert.deepEqual(
    answers.map(({ id }) => id),
    cases.map(({ id }) => id),
  );
  for (const [i, answer] of answers.entries()) {
    const one = cases[i];
    if (one) compare(answer, one);
  }
  console.log(`  ${cases.length} cases through the command line`);
}

test('the project’s own cases come out of the command line', () => {
  decide(path.join(root, 'test/core/effective/cases.json'), own.cases as unknown as Case[]);
});

const facts = path.join(shared, 'domain/effective-cases.json');
test('the cases of the facts come out of the command line', {
  skip: fs.existsSync(facts) ? false : 'needs ../shared',
}, () => {
  decide(facts, JSON.parse(fs.readFileSync(facts, 'utf8')).cases);
});
