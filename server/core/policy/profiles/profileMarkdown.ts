import { code, escapeMarkdown } from '../../base/markdown.ts';
import { type ProfileName, profileTerms } from '../../vocabulary/policyNames.ts';
import { type Difference, isLooser, type ProfileComparison } from './compareWithProfile.ts';
import type { ProfileStanding } from './judge.ts';
import { policyWords, profileSummary, profileWords } from './profileWords.ts';

/** Where the profiles are documented. */
const source = 'https://claude.com/docs/third-party/claude-desktop/configuration';

/** The heading for each result, the worst first. */
const headings: readonly (readonly [ProfileStanding, string])[] = [
  ['looser', 'Looser'],
  ['missing', 'Missing'],
  ['different', 'Different'],
  ['stricter', 'Stricter'],
];

/**
 * Returns a comparison as a Markdown page that begins with its heading. It uses lists, since a table does not fit next to an
 * editor. `file` is the policy's name.
 */
export function profileComparisonMarkdown(file: string, profile: ProfileName, comparison: ProfileComparison): string {
  const { label, audience } = profileTerms[profile];
  const name = escapeMarkdown(file);
  const verdict = isLooser(comparison) ? `Something is looser than ${label}` : `Nothing is looser than ${label}`;
  const { differences, note } = comparison;
  const sections = headings.flatMap(([standing, heading]) => {
    const items = differences.filter((difference) => difference.standing === standing);
    return items.length === 0 ? [] : [`## ${heading}`, '', ...items.map((item) => entry(item, label)), ''];
  });
  const met = differences.filter(({ standing }) => standing === 'met').map(({ key }) => code(key));
  return [
    `# ${name} and ${label}`,
    '',
    `${verdict} (${audience}): ${profileSummary(comparison)}.`,
    '',
    ...(note ? [`> ${note}`, ''] : []),
    ...sections,
    ...(met.length > 0 ? ['## Met', '', `${met.join(', ')}`, ''] : []),
    `Keys that ${label} does not name are not compared. The profiles are the [documentation’s examples](${source}); the app knows no such names.`,
    '',
  ].join('\n');
}

/** Returns one key: the meaning of the difference, then each value on a separate line. */
function entry(difference: Difference, label: string): string {
  const [own, theirs] = [policyWords(difference), profileWords(difference)].map(words);
  return `- **${code(difference.key)}** ${difference.meaning}  \n  Here ${own}; in ${label} ${theirs}.`;
}

const words = ({ text, isValue }: { readonly text: string; readonly isValue: boolean }): string =>
  isValue ? code(text) : `*${escapeMarkdown(text)}*`;
