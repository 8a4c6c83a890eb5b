import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import own from './cases.json';
import { type Case, compare, evaluate } from './runCase.ts';

test('the project’s own cases', () => {
  for (const one of own.cases as unknown as (Case & { notes?: readonly string[] })[]) {
    const { result } = evaluate(one);
    compare(result, one);
    const told = result.notes.map(({ message }) => message).join('\n');
    for (const words of one.notes ?? []) {
      assert.ok(told.includes(words), `${one.id}: no note says “${words}”. The notes are:\n${told}`);
    }
  }
  console.log(`  ${own.cases.length} own cases`);
});

test('the cases of the facts beside the checkout', (t) => {
  const file = path.join(process.env.PLUGBOARD_ROOT ?? '', '../shared/domain/effective-cases.json');
  if (!fs.existsSync(file)) return t.skip('needs ../shared');
  const { cases } = JSON.parse(fs.readFileSync(file, 'utf8')) as { cases: Case[] };
  assert.ok(cases.length > 0);
  for (const one of cases) compare(evaluate(one).result, one);
  console.log(`  ${cases.length} cases of the facts`);
});
