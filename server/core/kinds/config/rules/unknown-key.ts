import type { Rule } from '../../../model.ts';
import { child, itemsOf, nodeAt, propertiesOf } from '../../../syntax/node.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { entrySchema, fleet, objects } from '../schema.ts';

/** `server/settings.ts` reads no other keys. */
export const unknownKey: Rule = {
  id: 'config/unknown-key',
  severity: 'warning',
  source: ['plugboard'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const [path, schema] of objects) yield* unknownKeys(nodeAt(root, path), schema, edit, 'is not a setting');
    for (const entry of itemsOf(child(root, 'suppress')))
      yield* unknownKeys(entry, entrySchema, edit, 'is not a field of an ignored finding');
    for (const { valueNode } of propertiesOf(child(root, 'fleets')))
      yield* unknownKeys(valueNode, fleet, edit, 'is not a field of a fleet');
  },
};
