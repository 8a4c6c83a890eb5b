import type { Rule } from '../../../model.ts';
import { child, itemsOf, type Node } from '../../../syntax/node.ts';
import { filledTexts, optionPrefix, placeholdersIn } from '../manifest.ts';

/**
 * Several values become several arguments; the format's code leaves the placeholder unchanged in any other string. An example
 * of its specification uses one in a variable nevertheless, so this is a hint.
 */
export const listInsideText: Rule = {
  id: 'bundle/list-inside-text',
  severity: 'hint',
  source: ['mcpb/manifest'],
  certainty: 'reading',
  impact: 'works-differently',
  scope: 'document',
  *check({ document, root }) {
    for (const node of filledTexts(root)) {
      const isArgument = node.parent?.type === 'array';
      for (const { name, range, isAlone } of placeholdersIn(document, node)) {
        if (!name.startsWith(optionPrefix) || (isArgument && isAlone)) continue;
        if (!isSeveral(child(child(root, 'user_config'), name.slice(optionPrefix.length)))) continue;
        yield {
          range,
          message:
            'This option has several values, so it must be a whole argument. Inside a longer string it is not substituted: the server receives the placeholder itself.',
        };
      }
    }
  },
};

const isSeveral = (option: Node | undefined): boolean => {
  const multiple = child(option, 'multiple');
  return (multiple?.type === 'boolean' && multiple.value === true) || itemsOf(child(option, 'default')).length > 0;
};
