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
import { existing, type Opened, openPaths, settingsAt, shownPath } from '../opened.ts';
import { github } from '../output/github.ts';
import { json } from '../output/json.ts';
import { count, type Report, reportOf } from '../output/report.ts';
import { sarif } from '../output/sarif.ts';
import { text } from '../output/text.ts';
import { complain, paintFor, withoutCommands } from '../terminal.ts';
import { uncheckedNames } from '../unchecked.ts';
import { UsageError } from '../usage.ts';
import { realPathOf } from '../writing.ts';

declare const PLUGBOARD_VERSION: string;

export const help = `Usage: plugboard check [PATH…] [options]

Finds mistakes in an org-plugins folder, a plugin, a repository of plugins, or single files (default: the current folder).

  --format FORMAT          text, json, sarif or github (default: text)
  --fix                    apply the fixes that do not need review
  --max-warnings N         fail if there are more than N warnings
  --rule ID=LEVEL          off, hint, info, warning or error; can be given several times
  --no-suppressions        also show what comments and .plugboard.json ignore
${commonHelp}

Exit code 1: errors, or too many warnings. Exit code 2: a file could not be read or written, or is not valid UTF-8, a named
file is neither a policy nor part of a plugin, or a folder contains nothing to check.
Settings in a .plugboard.json at or above PATH also apply; options take precedence.`;

const options = {
  fix: { type: 'boolean' },
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
  const format = oneOf('--format', values.format ?? 'text', ['text', 'json', 'sarif', 'github']);
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
  const lint = async () => lintPaths(uris, settings, lintAs);

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
  const report = reportOf({ ...checked, workspace: opened.workspace, fixed: values.fix ? fixed : undefined });
  const complaints = [...opened.unreadable, ...[...unwritten].map(([uri, { reason }]) => ({ uri, reason }))].map(
    ({ uri, reason }) => `${shownPath(uri)} ${reason}`,
  );
  if (failed.size > 0) complaints.push(`these rules failed and found nothing: ${[...failed].join(', ')}`);
  const unchecked = uncheckedNames(uris, opened);
  complaints.push(...unchecked);
  const isRefused = [...unwritten.values()].some(({ isFailure }) => isFailure);
  const isIncomplete =
    opened.unreadable.some(({ isLink }) => !isLink) || isRefused || failed.size > 0 || unchecked.length > 0;
  const isBad = count(report, 'error') > 0 || (limit !== undefined && count(report, 'warning') > limit);
  return {
    output: render(report, format, values['no-color'] ?? false),
    complaints,
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

/** Returns the findings in files and folders, and what could not be checked. */
export async function lintPaths(uris: readonly string[], settings: Settings, lint: LintSettings): Promise<Checked> {
  const opened = await openPaths(uris, settings);
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

function render(report: Report, format: 'text' | 'json' | 'sarif' | 'github', noColor: boolean): string {
  if (format === 'json') return json(report);
  if (format === 'sarif') return sarif(report, PLUGBOARD_VERSION);
  return format === 'github' ? github(report) : withoutCommands(text(report, paintFor(noColor)));
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
