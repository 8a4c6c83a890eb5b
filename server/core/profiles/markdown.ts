import { code, escapeMarkdown } from '../features/markdown.ts';
import { type Comparison, isLooser } from './compare.ts';
import { type ProfileName, profiles } from './profiles.ts';
import { policyWords, profileWords, summary } from './words.ts';

/** Where the profiles are explained. */
const source = 'https://claude.com/docs/third-party/claude-desktop/configuration';

/** A comparison as a page of Markdown that begins with its heading. `file` is the policy's name. */
export function comparisonPage(file: string, profile: ProfileName, comparison: Comparison): string {
  const { label, audience } = profiles[profile];
  const name = escapeMarkdown(file);
  const verdict = isLooser(comparison) ? `Something is looser than ${label}` : `Nothing is looser than ${label}`;
  const rows = comparison.differences.map((difference) => {
    const { key, standing, meaning } = difference;
    const state = standing === 'looser' || standing === 'missing' ? `**${standing}**` : standing;
    return row([
      state,
      code(key),
      cell(policyWords(difference)),
      cell(profileWords(difference)),
      meaning.replaceAll('|', '\\|'),
    ]);
  });
  return [
    `# ${name} and ${label}`,
    '',
    `${verdict} (${audience}): ${summary(comparison)}.`,
    '',
    ...(comparison.note ? [`> ${comparison.note}`, ''] : []),
    row(['', 'Key', name, label, 'What holds']),
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `Keys that ${label} does not name are not compared. The profiles are the [documentation’s examples](${source}); the app knows no such names.`,
    '',
  ].join('\n');
}

const cell = ({ text, isValue }: { readonly text: string; readonly isValue: boolean }): string =>
  isValue ? code(text).replaceAll('|', '\\|') : `*${escapeMarkdown(text)}*`;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
