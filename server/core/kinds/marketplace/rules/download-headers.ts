import type { Rule } from '../../../model.ts';
import { child, type ObjectNode, property, toValue } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';

/** `headers` and `headersHelper` are for archives; the helper needs `"strict": false`. */
export const downloadHeaders: Rule = {
  id: 'marketplace/download-headers',
  severity: 'warning',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const { node, source } of entriesOf(root)) {
      const isArchive = kindOf(source) === 'archive';
      for (const key of ['headers', 'headersHelper']) {
        const found = property(node, key);
        if (found && !isArchive)
          yield {
            range: found.keyNode.range,
            message: `\`${key}\` applies only to an \`archive\` source and has no effect here.`,
            fixes: [{ title: `Remove \`${key}\``, edits: [edit.remove(found)] }],
          };
      }
      const helper = property(node, 'headersHelper');
      if (!helper || !isArchive || toValue(child(node, 'strict')) === false) continue;
      yield {
        range: helper.keyNode.range,
        severity: 'error',
        message: '`headersHelper` needs `"strict": false`. Without it, the validator of Claude Code rejects the entry.',
        fixes: [{ title: 'Add `"strict": false`', edits: [notStrict(node)] }],
      };
    }

    function notStrict(node: ObjectNode) {
      const strict = child(node, 'strict');
      return strict ? edit.replace(strict, false) : edit.add(node, 'strict', false);
    }
  },
};
