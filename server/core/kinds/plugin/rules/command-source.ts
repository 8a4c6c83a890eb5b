import type { Rule } from '../../../model.ts';
import { child, propertiesOf, property } from '../../../syntax/node.ts';

/** A command by name has exactly one of `source` and `content`. */
export const commandSource: Rule = {
  id: 'plugin/command-source',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const { key, keyNode, valueNode } of propertiesOf(child(root, 'commands'))) {
      if (valueNode?.type !== 'object') continue;
      const source = property(valueNode, 'source');
      const content = property(valueNode, 'content');
      if (source && content) {
        yield {
          range: content.keyNode.range,
          message: `\`${key}\` has its body twice: in a file and in \`content\`. Keep one of them, or the plugin fails to load.`,
          fixes: [content, source].map((one) => ({ title: `Remove \`${one.key}\``, edits: [edit.remove(one)] })),
        };
      } else if (!source && !content) {
        yield {
          range: keyNode.range,
          message: `\`${key}\` has no body: name its file in \`source\`, or write it in \`content\`. Without it the plugin fails to load.`,
        };
      }
    }
  },
};
