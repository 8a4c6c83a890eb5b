import fs from 'node:fs';
import {
  type Diagnostic,
  fsPath,
  kinds,
  Linter,
  type LintSettings,
  nearest,
  parentOf,
  rulesOf,
  type Severity,
  type Suppressed,
  severities,
} from '../../core/index.ts';
import { lintSettings, mergeSettings, type Settings } from '../../settings.ts';
import { commonHelp, oneOf, readArgs, targetOf } from '../args.ts';
import { applyFixes, type Unwritten } from '../fixAll.ts';
import { existing, fromRepository, type Opened, openPaths, settingsAt, shownPath } from '../opened.ts';
import { type FormatName, formatNames, formats, withPaths } from '../output/formats.ts';
import { count, type Finding, type Report, reportOf } from '../output/report.ts';
import { plural, text } from '../output/text.ts';
import { complain, paintFor, withoutCommands } from '../terminal.ts';
import { uncheckedNames } from '../unchecked.ts';
import { UsageError } from '../usage.ts';
import { realPathOf, whyNot } from '../writing.ts';

declare const PLUGBOARD_VERSION: string;

export const help = `Usage: plugboard check [PATH…] [options]

Finds mistakes in an org-plugins folder, a plugin, a repository of plugins, or single files (default: the current folder).
Single files are judged together with their workspace: the folder of .plugboard.json, the repository, or org-plugins.

  --format FORMAT          text, json, sarif, github, junit, gitlab, rdjson, checkstyle or markdown (default: text)
  -o, --output FILE        write the findings to FILE
  --quiet                  show errors only
  --fix                    apply the fixes that do not need review
  --fail-on LEVEL          fail from this level on: error, warning, info or hint (default: error)
  --max-warnings N         fail if there are more than N warnings
  --write-baseline FILE    write all findings to FILE, which makes them known
  --baseline FILE          leave out the findings that FILE contains; lines may have moved
  --rule ID=LEVEL          off, hint, info, warning or error; can be given several times
  --no-suppressions        also show what comments and .plugboard.json ignore
${commonHelp}

Exit code 1: errors, or too many warnings. Exit code 2: a file could not be read or written, or is not valid UTF-8, a named
file is neither a policy nor part of a plugin, or a folder contains nothing to check.
Settings in a .plugboard.json at or above PATH also apply; options take precedence.`;

const options = {
  fix: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  quiet: { type: 'boolean' },
  'fail-on': { type: 'string' },
  'write-baseline': { type: 'string' },
  baseline: { type: 'string' },
  'max-warnings': { type: 'string' },
  rule: { type: 'string', multiple: true },
  'no-suppressions': { type: 'boolean' },
} as const;

/** The maximum number of rounds of fixes: a fix may reveal a problem that another fix solves. */
const rounds = 10;

export async function run(args: readonly string[]): Promise<number> {
  const { output, complaints, code } = await answerTo(args);
  if (output !== '') process.stdout.write(`${output}\n`);
  for (const complaint of complaints) complain(complaint);
  return code;
}

/** The output of the command: standard output, messages on standard error, and the exit code. */
export interface Answer {
  readonly output: string;
  readonly complaints: readonly string[];
  readonly code: number;
}

/** Checks the files in `args`, and applies fixes if requested. Throws `UsageError`. */
export async function answerTo(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = readArgs(args, options);
  const format = oneOf('--format', values.format ?? 'text', formatNames);
  const failOn = oneOf('--fail-on', values['fail-on'] ?? 'error', severities);
  const limit = values['max-warnings'] === undefined ? undefined : Number(values['max-warnings']);
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) {
    throw new UsageError(`--max-warnings must be a number, 0 or more; not '${values['max-warnings']}'`);
  }
  const levels = Object.fromEntries((values.rule ?? []).map(levelOf));
  const uris = (positionals.length > 0 ? positionals : ['.']).map(existing);
  const settings = mergeSettings(settingsAt(uris[0] ?? ''), { rules: levels });
  const target = targetOf(values, settings);
  const lintAs = {
    ...lintSettings(settings, target.date),
    target,
    showsSuppressed: values['no-suppressions'] ?? false,
  };
  const lint = () => lintPaths(uris, settings, lintAs, { inWorkspace: true });

  let checked = await lint();
  let fixed = 0;
  const unwritten = new Map<string, Unwritten>();
  const roots = uris.map((uri) => realPathOf(fsPath(uri)));
  for (let round = 0; values.fix && round < rounds; round++) {
    const { workspace, asked } = checked.opened;
    const applied = applyFixes(workspace, checked.diagnostics, { asked, roots, unwritten });
    if (applied === 0) break;
    fixed += applied;
    checked = await lint();
  }
  const { opened, failed } = checked;
  const all = reportOf({ ...checked, workspace: opened.workspace, fixed: values.fix ? fixed : undefined });
  const { report, notes } = await compared(all, values);
  const complaints = [...opened.unreadable, ...[...unwritten].map(([uri, { reason }]) => ({ uri, reason }))].map(
    ({ uri, reason }) => `${shownPath(uri)} ${reason}`,
  );
  if (failed.size > 0) complaints.push(`these rules failed and found nothing: ${[...failed].join(', ')}`);
  const unchecked = uncheckedNames(uris, opened);
  complaints.push(...unchecked);
  const isRefused = [...unwritten.values()].some(({ isFailure }) => isFailure);
  const isIncomplete =
    opened.unreadable.some(({ isLink }) => !isLink) || isRefused || failed.size > 0 || unchecked.length > 0;
  const failing = severities.slice(0, severities.indexOf(failOn) + 1);
  const isBad =
    failing.some((level) => count(report, level) > 0) || (limit !== undefined && count(report, 'warning') > limit);
  const shown = values.quiet ? errorsOf(report) : report;
  const output = await render(shown, format, values['no-color'] ?? values.output !== undefined);
  if (values.output !== undefined) writeOutput(values.output, output);
  return {
    output: values.output === undefined ? output : '',
    complaints: [...complaints, ...notes],
    code: isIncomplete ? 2 : isBad ? 1 : 0,
  };
}

interface Checked {
  readonly opened: Opened;
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly Suppressed[];
  readonly documents: number;
  /** Rules that threw, whose findings are missing. */
  readonly failed: ReadonlySet<string>;
}

/** Returns the findings in files and folders, and what could not be checked; with `inWorkspace` as `openPaths`. */
export async function lintPaths(
  uris: readonly string[],
  settings: Settings,
  lint: LintSettings,
  options: { readonly inWorkspace?: boolean } = {},
): Promise<Checked> {
  const opened = await openPaths(uris, settings, options);
  const failed = new Set<string>();
  const linter = new Linter(
    opened.workspace,
    () => lint,
    (rule) => failed.add(rule),
  );
  const asked = [...linter.all()].filter(([uri]) => opened.asked(uri));
  const suppressed = linter.suppressed.filter(({ diagnostic }) => opened.asked(diagnostic.uri));
  const diagnostics = asked.flatMap(([, found]) => found).filter((found) => isKnown(found, opened));
  return { opened, diagnostics, suppressed, documents: asked.length, failed };
}

/** Whether a suppression for other files is unused is only known if all of them were read. */
const isKnown = ({ rule, uri }: Diagnostic, { asked }: Opened): boolean =>
  rule !== 'config/unused-suppression' || asked(parentOf(uri));

/** Writes or applies the baseline; the notes are for standard error. */
async function compared(
  all: Report,
  { baseline, 'write-baseline': written }: { readonly baseline?: string; readonly 'write-baseline'?: string },
): Promise<{ readonly report: Report; readonly notes: readonly string[] }> {
  if (baseline === undefined && written === undefined) return { report: all, notes: [] };
  const { readBaseline, writeBaseline } = await import('../baseline.ts');
  if (written !== undefined) {
    writeBaseline(written, all);
    const report = withoutProblems(all, () => false, `written to ${written}`);
    return { report, notes: [`${written} contains ${plural(all.problems.length, 'finding')}`] };
  }
  const { isNew, unused } = readBaseline(baseline ?? '', all);
  const report = withoutProblems(all, isNew, `in ${baseline}`);
  const left = all.problems.length - report.problems.length;
  const stale = unused > 0 ? `; ${plural(unused, 'entry', 'entries')} of it no longer occur here` : '';
  return { report, notes: [`${plural(left, 'finding')} left out by ${baseline}${stale}`] };
}

const errorsOf = (report: Report): Report =>
  withoutProblems(report, ({ severity }) => severity === 'error', 'hidden by --quiet');

/** Returns a report with the problems that `isKept` accepts; it says how many others there are. */
function withoutProblems(report: Report, isKept: (problem: Finding) => boolean, words: string): Report {
  const problems = report.problems.filter(isKept);
  const count = report.problems.length - problems.length;
  return count === 0 ? report : { ...report, problems, leftOut: [...(report.leftOut ?? []), { count, words }] };
}

function writeOutput(file: string, output: string): void {
  try {
    fs.writeFileSync(file, `${output}\n`);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${whyNot(error)}`);
  }
}

async function render(report: Report, name: FormatName, noColor: boolean): Promise<string> {
  if (name === 'text') return withoutCommands(text(report, paintFor(noColor)));
  const { isRooted, render: write } = formats[name];
  return write(isRooted ? withPaths(report, fromRepository) : report, () => PLUGBOARD_VERSION);
}

function levelOf(word: string): readonly [string, Severity | 'off'] {
  const [id = '', level] = word.split('=', 2);
  if (level === undefined) throw new UsageError(`--rule must be ID=LEVEL, such as mcp/http-url=off; not '${word}'`);
  const ids = kinds.flatMap((kind) => rulesOf(kind).flatMap((rule) => [rule.id, ...(rule.aliases ?? [])]));
  if (!ids.includes(id)) {
    const near = nearest(id, ids);
    throw new UsageError(`unknown rule '${id}'${near ? `; did you mean ${near}?` : ' (plugboard rules lists them)'}`);
  }
  return [id, oneOf('the level of a rule', level, [...severities, 'off'])];
}
