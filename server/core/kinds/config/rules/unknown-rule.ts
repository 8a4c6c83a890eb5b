import { rulesMeant } from '../../../lint/ruleNames.ts';
import { unknownRule as problemOf } from '../../../lint/suppressions/rules.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';

export const unknownRule: Rule = {
  id: 'config/unknown-rule',
  severity: 'warning',
  source: ['plugboard'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, workspace }) {
    for (const { key, keyNode } of propertiesOf(child(root, 'rules'))) {
      const isKnown = !key.endsWith('/*') && rulesMeant(key, workspace.rules).length > 0;
      if (!isKnown) yield problemOf(key, keyNode.inner, workspace.rules);
    }
  },
};
