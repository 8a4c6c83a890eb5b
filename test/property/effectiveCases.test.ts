import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import own from '../core/effective/cases.json';
import { type Case, compare, evaluate } from '../core/effective/runCase.ts';
import { seedOf } from '../support/property.ts';
import { neighbours, randomFrom, renameServers, shuffleKeys } from './transform.ts';

const facts = path.join(process.env.PLUGBOARD_ROOT ?? '', '../shared/domain/effective-cases.json');
const sets: readonly (readonly [string, () => readonly Case[] | undefined])[] = [
  ['own cases', () => own.cases as unknown as Case[]],
  [
    'cases of the facts',
    () => (fs.existsSync(facts) ? (JSON.parse(fs.readFileSync(facts, 'utf8')) as { cases: Case[] }).cases : undefined),
  ],
];

for (const [name, read] of sets) {
  test(`${name} hold under other names, orders and neighbouring versions`, (t) => {
    const cases = read();
    if (!cases) return t.skip('needs ../shared');
    const random = randomFrom(seedOf(t.name));
    let runs = 0;
    const check = (one: Case, how: string) => {
      runs++;
      compare(evaluate(one).result, { ...one, id: `${one.id} (${how})` });
    };
    for (const one of cases) {
      check(
        renameServers(one, (server) => `x ${server}-é`),
        'renamed',
      );
      for (let i = 0; i < 5; i++) check(shuffleKeys(one, random), `shuffled ${i}`);
      const version = (one as { app?: string }).app ?? '1.46388.4';
      for (const app of neighbours(version)) check({ ...one, app } as Case, `app ${app}`);
      check(
        shuffleKeys(
          renameServers(one, (server) => [...server].reverse().join('')),
          random,
        ),
        'all at once',
      );
    }
    assert.ok(runs > cases.length * 7);
    console.log(`  ${name}: ${runs} transformed runs`);
  });
}
