import type { Rule } from '../../../model.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { propertiesOf, stringOf } from '../../../syntax/node.ts';

/** A list is native, or a JSON string; a comma-separated list is rejected. */
export const listAsText: Rule = {
  id: 'policy/list-as-text',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const { key, valueNode } of propertiesOf(root)) {
      const type = policyKeys.get(key)?.type;
      const text = stringOf(valueNode);
      const isList = type === 'string[]' || type === 'enum[]' || type === '(string|object)[]';
      if (!valueNode || text === undefined || !isList || !/^[^[{]/.test(text.trim()) || isPlaceholder(text)) continue;
      const entries = text.split(/[,;\n]/).map((entry) => entry.trim().replace(/^(['"])(.*)\1$/, '$2'));
      const values = entries.filter((entry) => entry !== '');
      yield {
        range: valueNode.range,
        message: `\`${key}\` must be an array, not a plain string. The app cannot read the key: write an array, or a JSON string of an array.`,
        fixes: [{ title: `Convert to a list of ${values.length}`, edits: [edit.replace(valueNode, values)] }],
      };
    }
  },
};
