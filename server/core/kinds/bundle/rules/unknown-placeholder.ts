import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { variablesOf } from '../../../variables/catalogue.ts';
import { filledTexts, optionPrefix, placeholdersIn } from '../manifest.ts';

const words = variablesOf('bundle').map(({ name }) => name);
const known = [...words, '/'];
/** Names for the folder of the extension in other formats. */
const folder =
  /^(__)?(dir_?name|dir|root|extension_?(dir|path|root)|bundle_?(dir|path|root)|CLAUDE_PLUGIN_ROOT|PLUGIN_ROOT)$/i;

/** The format lists its variables; its tool does not pack a manifest with others. */
export const unknownPlaceholder: Rule = {
  id: 'bundle/unknown-placeholder',
  severity: 'warning',
  source: ['mcpb/manifest', 'mcpb-tool'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    for (const node of filledTexts(root)) {
      for (const { name, inner, range } of placeholdersIn(document, node)) {
        if (known.includes(name) || name.startsWith(optionPrefix)) continue;
        const meant = meantBy(name);
        yield {
          range,
          // A shell that the extension starts may substitute it.
          ...(!meant && { severity: 'hint' }),
          message: `\`\${${name}}\` is not substituted.${meant ? ` Write \`\${${meant}}\`.` : ''}`,
          ...(meant && {
            fixes: [{ title: `Change to \`\${${meant}}\``, edits: [{ range: inner, newText: meant }], inFixAll: true }],
          }),
        };
      }
    }
  },
};

function meantBy(name: string): string | undefined {
  if (folder.test(name)) return '__dirname';
  const [, option] = /^(?:user[_-]?config|config|settings|options?)\.(\w+)$/i.exec(name) ?? [];
  return option ? optionPrefix + option : nearest(name, words);
}
