import { compareTools, comparisonJson, pullRequestComment } from '../../core/index.ts';
import { shellWords, worktreeWord } from '../../sides/reproduce.ts';
import { evaluatedWords } from '../../sides/sources.ts';
import { commonHelp, oneOf, readArgs, targetOf } from '../args.ts';
import { deviceOptions, readTools, severalNames, unknownNames } from '../device.ts';
import { withFleet } from '../fleets.ts';
import { existing, settingsAt } from '../opened.ts';
import { createPlaces } from '../output/diffPlaces.ts';
import { text } from '../output/diffText.ts';
import { linkBase } from '../output/linkBase.ts';
import { type NamedSide, readSide } from '../sides.ts';
import { complain, paintFor, withoutCommands } from '../terminal.ts';
import { UsageError } from '../usage.ts';
import { failTest } from './diffFails.ts';

export const help = `Usage: plugboard diff OLD [NEW] [options]

Prints what changes in the effective tools, most dangerous first: what becomes looser, what is newly active, which server
is redirected under its old name, what becomes stricter, what is gone. Then the settings that decide what Claude may reach
and do: tabs, network, folders, sandbox, who may add code, approval, data that leaves the device.

OLD and NEW are
  a git revision           main, HEAD~3, a commit: its files below the current folder; REVISION:PATH for another
                           folder, or for one policy, as git has it. They are read from git’s objects; nothing is checked out.
  ${worktreeWord}                 the current folder as it is; the default of NEW
  a folder                 with its policy and its plugins
  a policy                 in any format: JSON, .mobileconfig, .plist, .reg
  profile:NAME             a profile of the documentation (plugboard profile lists them)

In revisions and folders the policy, the plugins and the user configuration are found as by plugboard effective. These options
name them, relative to the folder of each side; a side may be without them. The others are still looked for, unless an option says
"none". With a single policy nothing is looked for, and options are relative to the current folder.

  --fleet NAME             the files and circumstances of a fleet in .plugboard.json; other options take precedence. Given twice, OLD
                           has the first fleet and NEW the second; without OLD and NEW, both are the current folder
  --policy FILE            a policy; FILE, none, or hklm=FILE, hkcu=FILE, machine=FILE, user=FILE, bootstrap=FILE, local=FILE
  --org-plugins DIR        the folder of plugins, or none
  --user-config FILE       claude_desktop_config.json, or none
  --extensions FILE        desktop extensions: [{ "name", "signed", "bundledIn" }]
  --claude-code-managed FILE  managed-mcp.json or managed-settings.json of Claude Code

These apply to both sides.

  --tools FILE             the tools of each server: { "server": ["tool"] } (default: what .plugboard.json names)
  --surface SURFACE        cowork, code or chat; can be given several times (default: all)
  --installed NAME         a plugin that the user has installed; can be given several times
  --uninstalled NAME       a plugin that the user has removed; can be given several times
  --platform PLATFORM      macos, windows or linux

  --format FORMAT          text, json, or markdown for a pull request (default: text)
  --link-base URL          the URL of the current folder, for links of the Markdown
                           (default: from the variables of GitHub Actions or GitLab CI, otherwise relative links)
  --fail-on CHANGE         exit code 1 on looser: Claude may do more (a tool or setting becomes looser, something is newly
                           active, or a server is redirected); newly-active: something starts or is redirected; reach: a setting
                           becomes looser, or a plugin may allow tool calls; any: any change of a tool, a server, a plugin or a
                           setting. Also every other class: redirected, stricter, gone, no-effect, changed, not-comparable;
                           or a severity: error is looser; warning also changes that have no order, and another policy source;
                           info is any. Several are separated by commas.
                           Exit code 2 without such a change if something could not be read
${commonHelp}`;

const own = {
  ...deviceOptions,
  fleet: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  'link-base': { type: 'string' },
} as const;

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArgs(severalNames(args), own);
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json', 'markdown']);
  const fails = values['fail-on'] === undefined ? undefined : failTest(values['fail-on']);
  const base = linkBase(values['link-base'], process.env, process.cwd());
  const [fleetBefore, fleetAfter = fleetBefore, ...moreFleets] = values.fleet ?? [];
  const isOfFleets = fleetBefore !== fleetAfter;
  const [wordBefore = isOfFleets ? worktreeWord : undefined, wordAfter = worktreeWord, ...others] = positionals;
  if (wordBefore === undefined || others.length > 0) {
    throw new UsageError('name two sides, OLD and NEW; the default of NEW is the current folder');
  }
  if (moreFleets.length > 0) throw new UsageError('name at most two fleets, that of OLD and that of NEW');
  // Without fleets both sides use the same app version, date and tools.
  const side = async (word: string, fleet: string | undefined) => {
    const here = settingsAt(existing('.'));
    const ofSide = withFleet({ ...values, fleet }, here);
    const { tools, ...rest } = ofSide;
    const circumstances = { target: targetOf(ofSide, here), tools: readTools(tools, here) };
    const read = await readSide(word, rest, circumstances);
    const named = isOfFleets && fleet !== undefined ? { ...read, name: fleetName(read.name, word, fleet) } : read;
    return { read: named, notes: [...read.notes, ...unknownNames(ofSide, read)] };
  };
  const [{ read: before, notes: notesBefore }, { read: after, notes: notesAfter }] = [
    await side(wordBefore, fleetBefore),
    await side(wordAfter, fleetAfter),
  ];
  requireSomething(before, after);
  // A plugin that only one side has is not misspelled.
  const both =
    fleetBefore === undefined
      ? [...before.notes, ...after.notes, ...unknownNames(values, before, after)]
      : [...notesBefore, ...notesAfter];
  for (const note of new Set(both)) complain(note);
  const comparison = compareTools(before, after);
  const places = createPlaces(before, after, base);
  const sides = { before, after, command: commandOf(args) };
  const outputs = {
    text: () =>
      withoutCommands(
        text(comparison, sides, places, paintFor(values['no-color'] ?? false), evaluatedLines(before, after)),
      ),
    json: () => comparisonJson(comparison, sides, places),
    markdown: () => pullRequestComment(comparison, sides, places.spot),
  };
  process.stdout.write(`${outputs[format]()}\n`);
  if (!fails) return 0;
  if (fails(comparison)) return 1;
  if (!before.isIncomplete && !after.isIncomplete) return 0;
  complain('something could not be read, so changes may be missing');
  return 2;
}

/** The name of a side that differs from the other by its fleet: `office`, or `office at main`. */
const fleetName = (name: string, word: string, fleet: string): string =>
  word === worktreeWord ? fleet : `${fleet} at ${name}`;

/** What was looked at: one line where it is the same on both sides. */
function evaluatedLines(before: NamedSide, after: NamedSide): string[] {
  const [was, is] = [before, after].map(({ sources, shown }) => evaluatedWords(sources, shown));
  return was === is ? [was ?? ''] : [`Before: ${was}`, `After: ${is}`];
}

/** "No changes" must not mean that nothing was found. */
function requireSomething(before: NamedSide, after: NamedSide): void {
  const [misspelled] = [...before.missing].filter((name) => after.missing.has(name));
  if (misspelled !== undefined) throw new UsageError(`neither side has ${misspelled}`);
  const isEmpty = ({ input: { policies, plugins, userServers } }: NamedSide) =>
    policies.length + plugins.length === 0 && !userServers;
  if (isEmpty(before) && isEmpty(after)) {
    throw new UsageError('neither side holds a policy or plugins: name them with --policy and --org-plugins');
  }
}

/** Returns the command as it could be typed, without options for the output. */
function commandOf(args: readonly string[]): string {
  const words = args.filter(
    (word, i) => !/^--(format|no-color|link-base)(=|$)/.test(word) && !/^--(format|link-base)$/.test(args[i - 1] ?? ''),
  );
  return shellWords(['plugboard', 'diff', ...words]);
}
