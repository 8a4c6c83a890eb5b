import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { commandFlaws } from '../../../components/manifestFlaws.ts';
import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** A named command has exactly one of `source` and `content`. */
export const commandSource: Rule = {
  id: 'plugin/command-source',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const flaw of commandFlaws(root)) {
      const { code, node } = flaw;
      const content = node.type === 'property' ? node : undefined;
      const source = property(content?.parent, 'source');
      if (code === 'command-twice' && content && source) {
        yield {
          range: content.keyNode.range,
          message: `${manifestFlawOpening(flaw)}. Keep one of them, or the plugin fails to load.`,
          fixes: [content, source].map((one) => ({ title: `Remove \`${one.key}\``, edits: [edit.remove(one)] })),
        };
      } else {
        yield {
          range: node.range,
          message: `${manifestFlawOpening(flaw)}: name its file in \`source\`, or write it in \`content\`. Without it the plugin fails to load.`,
        };
      }
    }
  },
};
