import { testRules } from '../../expectations/testRules.ts';
import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { claim } from './rules/claim.ts';
import { unknownFleet } from './rules/unknown-fleet.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { schema } from './schema.ts';
import { values } from './values.ts';

/** `*.expect.json`: what must hold on the computers of a fleet. `plugboard test` evaluates it. */
const expectations: DocumentKind = {
  id: 'expectations',
  title: 'Expectations',
  files: ['**/*.expect.json'],
  syntax: json,
  schema,
  source: ['plugboard'],
  rules: [claim, unknownFleet, unknownKey],
  furtherRules: Object.values(testRules),
  values,
};

export default expectations;
