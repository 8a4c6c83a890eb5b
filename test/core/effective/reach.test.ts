import { test } from 'node:test';
import { compareReach, type ExpectedLines } from '../../support/reachCase.ts';
import reachCases from './reachCases.json';
import { evaluate } from './runCase.ts';

for (const one of reachCases.cases as unknown as readonly { readonly id: string; readonly reach: ExpectedLines }[])
  test(`reach: ${one.id}`, () => compareReach(one.id, evaluate(one).result, one.reach));
