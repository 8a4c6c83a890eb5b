import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { child, itemsOf, strings } from '../../../syntax/node.ts';
import { placeholdersIn } from '../manifest.ts';

const prefix = 'arguments.';

/** A prompt's text uses the arguments that the prompt declares. */
export const undeclaredArgument: Rule = {
  id: 'bundle/undeclared-argument',
  severity: 'hint',
  source: ['mcpb/manifest'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    for (const prompt of itemsOf(child(root, 'prompts'))) {
      const text = child(prompt, 'text');
      if (text?.type !== 'string') continue;
      const declared = strings(child(prompt, 'arguments')).map(({ value }) => String(value));
      for (const { name, inner, range } of placeholdersIn(document, text)) {
        const argument = name.slice(prefix.length);
        if (!name.startsWith(prefix) || declared.includes(argument)) continue;
        const near = nearest(argument, declared);
        yield {
          range,
          message: `\`arguments\` of this prompt does not list \`${argument}\`, so users are not asked for it.${near ? ` Did you mean \`${near}\`?` : ' Add it there.'}`,
          ...(near && {
            fixes: [
              {
                title: `Change to \`${near}\``,
                edits: [{ range: { ...inner, start: inner.start + prefix.length }, newText: near }],
              },
            ],
          }),
        };
      }
    }
  },
};
