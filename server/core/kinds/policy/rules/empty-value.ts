import type { Rule } from '../../../model.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { propertiesOf } from '../../../syntax/node.ts';

/** Keys for which the reference says what an empty value does, so that a managed file may contain one. */
const mayBeBlank = ['otlpEndpoint', 'inferenceAnthropicApiKey'];

/** The validator calls such a value "explicitly empty" and rejects it if a gateway delivers it; for a managed file it is not documented. */
export const emptyValue: Rule = {
  id: 'policy/empty-value',
  severity: 'warning',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  canReplaceSchema: true,
  scope: 'document',
  *check({ root, edit }) {
    for (const property of propertiesOf(root)) {
      const value = property.valueNode;
      if (
        !policyKeys.has(property.key) ||
        !value ||
        (value.type !== 'null' && !(value.type === 'string' && value.value === ''))
      )
        continue;
      yield {
        range: value.range,
        ...(mayBeBlank.includes(property.key) && { severity: 'hint' }),
        message: 'This value is empty. A gateway that serves the policy rejects it; to unset the key, remove it.',
        fixes: [{ title: 'Remove the key', edits: [edit.remove(property)] }],
      };
    }
  },
};
