import {
  type Difference,
  type ProfileComparison,
  type ProfileStanding,
  policyWords,
  profileSummary,
  profileWords,
} from '../../core/index.ts';
import {
  type ProfileName,
  profileNames,
  profileTerms,
  providerNames,
  providers,
} from '../../core/vocabulary/policyNames.ts';
import { oneLine, type Paint, type Style } from '../terminal.ts';

const styles: Readonly<Record<ProfileStanding, Style>> = {
  looser: 'red',
  missing: 'red',
  different: 'yellow',
  stricter: 'blue',
  met: 'green',
};
const standingWidth = 11;

/** Returns the list of profiles and providers. */
export function list(paint: Paint): string {
  const lines = (rows: readonly (readonly [string, string])[]) =>
    rows.map(([name, words]) => `  ${paint('bold', name.padEnd(13))}${words}`);
  return [
    'Profiles: examples from the documentation, as starting points',
    ...lines(profileNames.map((name) => [name, `${profileTerms[name].label}. ${profileTerms[name].detail}`])),
    '',
    'Providers',
    ...lines(providerNames.map((name) => [name, `${providers[name].label}. ${providers[name].detail}`])),
  ].join('\n');
}

/** Returns the position of a key in the policy, counted from 0; undefined if it is missing. */
type PlaceOf = (difference: Difference) => { readonly start: { line: number; character: number } } | undefined;

/** Returns a comparison as text for a terminal. `file` is the policy as the user named it. */
export function text(
  file: string,
  profile: ProfileName,
  comparison: ProfileComparison,
  placeOf: PlaceOf,
  paint: Paint,
): string {
  const { label, audience } = profileTerms[profile];
  const { differences, note } = comparison;
  const width = Math.max(...differences.map(({ key }) => key.length)) + 2;
  const indent = ' '.repeat(2 + standingWidth);
  const lines = differences.flatMap((difference) => {
    const { key, standing, meaning } = difference;
    const head = `  ${paint(styles[standing], standing.padEnd(standingWidth))}${key.padEnd(width)}${sides(difference, label)}`;
    if (standing === 'met') return [head];
    const start = placeOf(difference)?.start;
    const place = start ? `  ${oneLine(file)}:${start.line + 1}:${start.character + 1}` : '';
    return [`${head}${paint('dim', place)}`, paint('dim', `${indent}${oneLine(meaning)}`)];
  });
  return [
    `${paint('underline', oneLine(file))} and ${label} (${audience})`,
    ...(note ? ['', note] : []),
    '',
    ...lines,
    '',
    `${profileSummary(comparison)}.`,
  ].join('\n');
}

/** Returns the policy's value and, if it differs, the profile's. */
function sides(difference: Difference, label: string): string {
  const policy = oneLine(policyWords(difference).text);
  return difference.standing === 'met' ? policy : `${policy}  (${label}: ${profileWords(difference).text})`;
}
