import type { Rule } from '../../../model.ts';
import { walkSchema } from '../../../schema/at.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { schema } from '../schema.ts';

/** The format's tool does not pack a manifest with unknown keys; newer versions may know more. */
export const unknownKey: Rule = {
  id: 'bundle/unknown-key',
  severity: 'hint',
  source: ['mcpb/manifest', 'mcpb-tool'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    if (!root) return;
    for (const [node, known] of walkSchema(schema, schema, root)) {
      if (node.type !== 'object' || !known.properties || known.additionalProperties) continue;
      for (const problem of unknownKeys(
        node,
        known,
        edit,
        'is not a known key here, and the tool that packs bundles may reject it',
      )) {
        // A typo is certain; a key without a near miss may be newer than the known format.
        yield { ...problem, ...(problem.fixes && { severity: 'warning' }) };
      }
    }
  },
};
