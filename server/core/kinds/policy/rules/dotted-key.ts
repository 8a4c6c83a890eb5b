import type { Rule } from '../../../model.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { child, propertiesOf, toValue } from '../../../syntax/node.ts';

export const dottedKey: Rule = {
  id: 'policy/dotted-key',
  severity: 'error',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const property of propertiesOf(root)) {
      const [key = '', field = '', ...more] = property.key.split('.');
      const known = policyKeys.get(key);
      if (!field || !known || !/^object/.test(known.type)) continue;
      const canFold = more.length === 0 && root?.type === 'object' && child(root, key) === undefined;
      const several = propertiesOf(root).filter((other) => other.key.startsWith(`${key}.`)).length > 1;
      yield {
        range: property.keyNode.range,
        message: `Keys must not contain dots: the app does not read \`${property.key}\`. Write \`${key}\` as one object with \`${field}\` in it.`,
        ...(canFold &&
          !several &&
          root.type === 'object' && {
            fixes: [
              {
                title: `Merge into \`${key}\``,
                edits: [
                  {
                    range: property.range,
                    newText: edit
                      .add(root, key, { [field]: toValue(property.valueNode) })
                      .newText.replace(/^[,\s]+/, '')
                      .trimEnd(),
                  },
                ],
              },
            ],
          }),
      };
    }
  },
};
