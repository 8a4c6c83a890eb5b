import type { Rule } from '../../../model.ts';
import { walkSchema } from '../../../schema/at.ts';
import type { Schema } from '../../../schema/schema.ts';
import { type Node, property } from '../../../syntax/node.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { entry } from '../entrySchema.ts';
import { schema } from '../schema.ts';

/** The objects in which the validator of Claude Code warns about every unknown key. */
const watched: readonly (Schema | undefined)[] = [
  schema,
  schema.properties?.metadata,
  entry,
  entry.properties?.relevance,
];

/** Unknown keys are ignored; the validator warns about each. */
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
        // Custom keys do no harm, and deeper ones are reported only if a required key was intended.
        if (isWatched && !problem.fixes)
          yield { ...problem, severity: 'warning', appliesTo: { hosts: ['claude-code'] } };
        else if (isWatched || problem.severity) yield { ...problem, severity: 'warning' };
      }
    }
  },
};

/** Keys of a source are reported by a separate rule. */
const isSource = (node: Node): boolean =>
  node.parent?.type === 'property' &&
  node.parent.key === 'source' &&
  property(node.parent.parent, 'name') !== undefined;
