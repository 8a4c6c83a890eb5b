import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';
import { filledTexts, optionPrefix, placeholdersIn } from '../manifest.ts';

/** Only options of `user_config` are substituted; other text stays. */
export const undeclaredOption: Rule = {
  id: 'bundle/undeclared-option',
  severity: 'warning',
  source: ['mcpb/manifest'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    const declared = propertiesOf(child(root, 'user_config')).map(({ key }) => key);
    const known = new Set(declared);
    for (const node of filledTexts(root)) {
      for (const { name, inner, range } of placeholdersIn(document, node)) {
        const option = name.slice(optionPrefix.length);
        if (!name.startsWith(optionPrefix) || known.has(option)) continue;
        const near = nearest(option, declared);
        yield {
          range,
          message: `\`user_config\` has no \`${option}\`, so the server receives the placeholder itself. ${near ? `Did you mean \`${near}\`?` : 'Declare it there.'}`,
          ...(near && {
            fixes: [
              {
                title: `Change to \`${near}\``,
                edits: [{ range: { ...inner, start: inner.start + optionPrefix.length }, newText: near }],
              },
            ],
          }),
        };
      }
    }
  },
};
