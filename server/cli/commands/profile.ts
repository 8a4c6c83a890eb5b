import {
  ConvertError,
  compareWithProfile,
  type Difference,
  isLooser,
  Lines,
  newPolicy,
  policyFormats,
  policySyntax,
  profileComparisonMarkdown,
  profiles,
  type ReadPolicy,
  readPolicy,
  requireKnownKeys,
} from '../../core/index.ts';
import {
  type ProfileName,
  profileNames,
  profileTerms,
  providerNames,
  providers,
} from '../../core/vocabulary/policyNames.ts';
import { jsonText } from '../../core/writers/printable.ts';
import { encode } from '../../disk/encoding.ts';
import { commonHelp, oneOf, readArgs, targetOf } from '../args.ts';
import { readParsed } from '../device.ts';
import { existing, readText, settingsAt, shownPath } from '../opened.ts';
import { complain, paintFor, shown, withoutCommands } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { writeBytes } from './convert.ts';
import { list, text } from './profileText.ts';

export const help = `Usage: plugboard profile [NAME] [options]

Lists the profiles, prints a new policy based on one, or lists what differs between a policy and one. The profiles are the
examples of the documentation (${profileNames.join(', ')}); the app does not know these names.

To start a policy
  --provider PROVIDER      ${providerNames.join(', ')} (default: only the keys of the profile)
  --to FORMAT              json, mobileconfig, plist, reg or linux (default: json)
  --output FILE            where to write (default: standard output)
  --force                  replace an existing file

To compare one
  --compare FILE           JSON (flat, nested, or a list of servers), a .mobileconfig, a .plist or a .reg
  --format FORMAT          text, json or markdown (default: text)
  --fail-on looser         exit code 1 if a key is looser than the profile, or missing

Values to fill in are listed on standard error. A key that is not set counts as the app’s default.
${commonHelp}`;

const own = {
  provider: { type: 'string' },
  to: { type: 'string' },
  output: { type: 'string' },
  force: { type: 'boolean' },
  compare: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;
type Values = ReturnType<typeof readArgs<typeof own>>['values'];

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(args, own);
  const [word, ...others] = positionals;
  if (others.length > 0) throw new UsageError('name one profile, or none for the list');
  if (word === undefined) return listAll(values);
  const name = profileNames.find((each) => each === word);
  if (!name) throw new UsageError(`unknown profile '${word}'; expected one of ${profileNames.join(', ')}`);
  return values.compare === undefined ? begin(name, values) : compare(name, values.compare, values);
}

/** Options without effect here are an error, since the user expects something from them. */
function refuse(values: Values, options: readonly (keyof Values)[], why: string): void {
  const option = options.find((each) => values[each] !== undefined);
  if (option) throw new UsageError(`--${option} ${why}`);
}

function listAll(values: Values): number {
  refuse(values, ['provider', 'to', 'output', 'force', 'compare', 'fail-on'], 'needs the name of a profile');
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json']);
  const answer = {
    profiles: profileNames.map((id) => ({ id, ...profileTerms[id], ...profiles[id] })),
    providers: providerNames.map((id) => ({ id, ...providers[id] })),
  };
  const output = format === 'json' ? jsonText(answer) : list(paintFor(values['no-color'] ?? false));
  process.stdout.write(`${output}\n`);
  return 0;
}

function begin(name: ProfileName, values: Values): number {
  refuse(values, ['fail-on'], 'requires --compare');
  refuse(values, ['format'], 'requires --compare; --to names the format of a policy');
  const to = oneOf('--to', values.to ?? 'json', policyFormats);
  const provider = values.provider === undefined ? undefined : oneOf('--provider', values.provider, providerNames);
  const begun = newPolicy(provider, name, to);
  const bytes = encode(begun.text, begun.encoding === 'utf-16le' ? 'utf16le' : 'utf8');
  writeBytes(bytes, values.output, values.force ?? false);
  complain(`to fill in: ${begun.toFillIn.join(', ')}`);
  return 0;
}

function compare(name: ProfileName, file: string, values: Values): number {
  refuse(values, ['provider', 'to', 'output', 'force'], 'cannot be used with --compare');
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json', 'markdown']);
  if (values['fail-on'] !== undefined) oneOf('--fail-on', values['fail-on'], ['looser']);
  const uri = existing(file);
  const shownName = shownPath(uri);
  const fileText = readText(uri);
  const { entries, places } = read(uri, fileText);
  const comparison = compareWithProfile(entries, name, targetOf(values, settingsAt(uri)));
  const lines = new Lines(fileText);
  const placeOf = ({ writtenAs }: Difference) => {
    const range = places.get(writtenAs ?? '');
    return range && { start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
  };
  const outputs = {
    text: () => withoutCommands(text(shownName, name, comparison, placeOf, paintFor(values['no-color'] ?? false))),
    json: () => {
      const differences = comparison.differences.map((each) => ({ ...each, range: placeOf(each) }));
      return jsonText({ file: shownName, profile: name, ...comparison, differences });
    },
    markdown: () => shown(profileComparisonMarkdown(shownName, name, comparison).trimEnd()),
  };
  process.stdout.write(`${outputs[format]()}\n`);
  return values['fail-on'] !== undefined && isLooser(comparison) ? 1 : 0;
}

function read(uri: string, fileText: string): ReadPolicy {
  try {
    const policy = readPolicy(readParsed(uri, fileText, policySyntax));
    requireKnownKeys(policy.entries);
    return policy;
  } catch (error) {
    if (error instanceof ConvertError) throw new UsageError(`${shownPath(uri)}: ${error.message}`);
    throw error;
  }
}
