import type { DocumentKind } from '../../model.ts';
import { json } from '../../syntax/json/json.ts';
import { child, propertiesOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { unknownKey } from './rules/unknown-key.ts';
import { unknownRule } from './rules/unknown-rule.ts';
import { schema } from './schema.ts';
import { suppressions } from './suppressions.ts';
import { values } from './values.ts';

/** `.plugboard.json`: the settings of Plugboard. */
const config: DocumentKind = {
  id: 'config',
  title: 'Settings of Plugboard',
  files: ['**/.plugboard.json'],
  syntax: json,
  schema,
  source: ['plugboard'],
  rules: [unknownKey, unknownRule],
  values,
  suppressions,
  *facts(document) {
    for (const { key, keyNode } of propertiesOf(child(parse(document).root, 'fleets')))
      yield { type: 'fleet', name: key, range: keyNode.range };
  },
};

export default config;
