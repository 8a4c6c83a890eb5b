import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { propertiesOf, property } from '../../../syntax/node.ts';
import { schema } from '../schema.ts';

const known = Object.keys(schema.properties ?? {});
/** Other programs' names for the colours of a theme. */
const aliases = ['colors', 'colours', 'color', 'palette', 'tokens'];

/** The app accepts any object and reads three of its keys. */
export const unknownKey: Rule = {
  id: 'theme/unknown-key',
  severity: 'hint',
  source: ['code/terminal-config'],
  certainty: 'reading',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const found of propertiesOf(root)) {
      if (known.includes(found.key)) continue;
      const meant = aliases.includes(found.key.toLowerCase()) ? 'overrides' : nearest(found.key, known);
      if (!meant || property(root, meant)) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${found.key}\` is not read in a theme. Did you mean \`${meant}\`?`,
        fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(found, meant)], inFixAll: true }],
      };
    }
  },
};
