import type { Rule } from '../../../model.ts';
import { walkSchema } from '../../../schema/at.ts';
import type { Schema } from '../../../schema/schema.ts';
import { type Node, property } from '../../../syntax/node.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { entry } from '../entrySchema.ts';
import { schema } from '../schema.ts';

/** Where the validator of Claude Code warns of every key that it does not know. */
const watched: readonly (Schema | undefined)[] = [
  schema,
  schema.properties?.metadata,
  entry,
  entry.properties?.relevance,
];

/** Unknown keys are ignored; the validator warns of each. */
export const unknownKey: Rule = {
  id: 'marketplace/unknown-key',
  severity: 'warning',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const [node, known] of walkSchema(schema, schema, root)) {
      if (node.type !== 'object' || !known.properties || known.additionalProperties || isSource(node)) continue;
      const isWatched = watched.includes(known);
      for (const problem of unknownKeys(node, known, edit, 'is unknown here and is ignored')) {
        // Keys of one's own do no harm, and deeper ones are told of only where a key that must be there is meant.
        if (isWatched && !problem.fixes)
          yield { ...problem, severity: 'warning', appliesTo: { hosts: ['claude-code'] } };
        else if (isWatched || problem.severity) yield { ...problem, severity: 'warning' };
      }
    }
  },
};

/** Another rule tells of the keys of a source. */
const isSource = (node: Node): boolean =>
  node.parent?.type === 'property' &&
  node.parent.key === 'source' &&
  property(node.parent.parent, 'name') !== undefined;
