import type { Document, Rule } from '../../../model.ts';
import { type PlaceholderSlip, placeholderSlips } from '../../shared/texts/placeholders.ts';

export const misspelledPluginRoot = (kind: string): Rule => ({
  id: `${kind}/misspelled-plugin-root`,
  severity: 'warning',
  source: ['code/plugins-reference', 'github/claude-code-93250'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document }) {
    for (const { range, written, meant } of slips(document)) {
      yield {
        range,
        message: `\`${written}\` is not substituted. Write \`${meant}\`.`,
        fixes: [{ title: `Change to \`${meant}\``, edits: [{ range, newText: meant }], inFixAll: true }],
      };
    }
  },
});

const slips = ({ text }: Document): readonly PlaceholderSlip[] =>
  text.includes('PLUGIN') ? placeholderSlips(text, 0) : [];
