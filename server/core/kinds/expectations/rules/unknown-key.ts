import type { Rule } from '../../../model.ts';
import { child, itemsOf } from '../../../syntax/node.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { entry, schema } from '../schema.ts';

export const unknownKey: Rule = {
  id: 'expectations/unknown-key',
  severity: 'warning',
  source: ['plugboard'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    yield* unknownKeys(root, schema, edit, 'is not part of a file of expectations');
    for (const item of itemsOf(child(root, 'expect')))
      yield* unknownKeys(item, entry, edit, 'is not a field of an expectation');
  },
};
