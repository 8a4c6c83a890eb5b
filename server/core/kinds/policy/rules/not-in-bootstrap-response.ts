import type { Rule } from '../../../model.ts';
import { isBootstrapResponse } from '../../../policy/bootstrap.ts';
import { notFromBootstrap } from '../../../policy/keyFlags.ts';
import { propertiesOf } from '../../../syntax/node.ts';

export const notInBootstrapResponse: Rule = {
  id: 'policy/not-in-bootstrap-response',
  severity: 'error',
  source: ['desktop/bootstrap', 'app-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, document, edit }) {
    if (!isBootstrapResponse(document, root)) return;
    for (const property of propertiesOf(root)) {
      if (!notFromBootstrap.has(property.key)) continue;
      yield {
        range: property.keyNode.range,
        message:
          'A bootstrap response cannot set this key: the app silently drops it. Set it through device management.',
        fixes: [{ title: 'Remove the key', edits: [edit.remove(property)], inFixAll: true }],
      };
    }
  },
};
