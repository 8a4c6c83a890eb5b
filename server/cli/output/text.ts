import { type Severity, severities } from '../../core/index.ts';
import { oneLine, type Paint, type Style } from '../terminal.ts';
import { count, type Finding, type Report } from './report.ts';

const styles: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'dim' };
/** The maximum width of a source line; longer ones are shortened around the range. */
const width = 110;

/** Returns the findings as text for a terminal: by file, with the source line of each. */
export function text(report: Report, paint: Paint): string {
  const byFile = new Map<string, Finding[]>();
  for (const problem of report.problems) {
    const ofFile = byFile.get(problem.file);
    if (ofFile) ofFile.push(problem);
    else byFile.set(problem.file, [problem]);
  }
  const blocks = [...byFile].map(([file, problems]) => {
    const lines = report.linesOf(file);
    return [paint('underline', oneLine(file)), ...problems.map((problem) => finding(problem, lines, paint))].join('\n');
  });
  return [...blocks, summary(report, paint)].join('\n\n');
}

function finding(problem: Finding, lines: readonly string[], paint: Paint): string {
  const { range, severity, message, rule, fixes, related } = problem;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const head = `  ${paint('dim', place.padEnd(7))} ${paint(styles[severity], severity.padEnd(7))}  ${message}  ${paint('dim', rule)}`;
  const more = [
    ...(severity === 'error' || severity === 'warning' ? frame(problem, lines, paint) : []),
    ...related.map(({ file, range: at, message: why }) =>
      paint('dim', `${indent}see ${oneLine(file)}:${at.start.line + 1}  ${why}`),
    ),
    ...fixes.slice(0, 1).map((title) => paint('dim', `${indent}fix: ${title}`)),
  ];
  return [head, ...more].join('\n');
}

const indent = ' '.repeat(19);

/** Returns the source line with carets below the range; nothing for an empty line. */
function frame({ range: { start, end }, severity }: Finding, lines: readonly string[], paint: Paint): string[] {
  const whole = (lines[start.line] ?? '').replaceAll('\t', ' ');
  if (whole.trim() === '') return [];
  const lead = whole.length - whole.trimStart().length;
  const from = start.character - lead > width - 20 ? start.character - 20 : lead;
  const cut = whole.slice(from, from + width);
  const last = end.line === start.line ? end.character : whole.length;
  const length = Math.min(Math.max(1, last - start.character), Math.max(1, from + width - start.character));
  const ellipses = [from > lead ? '…' : '', from + width < whole.length ? '…' : ''] as const;
  const marks = ' '.repeat(Math.max(0, start.character - from) + ellipses[0].length) + '^'.repeat(length);
  return [
    `${indent}${paint('dim', '│')} ${ellipses[0]}${cut}${ellipses[1]}`,
    `${indent}${paint('dim', '│')} ${paint(styles[severity], marks)}`,
  ];
}

export function plural(number: number, word: string, words = `${word}s`): string {
  return `${number} ${number === 1 ? word : words}`;
}

function summary(report: Report, paint: Paint): string {
  const { documents, problems, ignored, fixed, leftOut = [] } = report;
  const took = fixed === undefined ? '' : `Fixed ${plural(fixed, 'problem')}. `;
  if (documents === 0) return `${took}No plugin or policy files found.`;
  const checked = `${took}${plural(documents, 'file')} checked`;
  const left = [
    ...leftOut.map(({ count: number, words }) => `${number} ${words}`),
    ...(ignored.length > 0 ? [paint('dim', `${ignored.length} ignored`)] : []),
  ];
  if (problems.length === 0) {
    const verdict = leftOut.length > 0 ? 'no other problems' : paint('green', 'no problems');
    return `${checked}: ${[...left.slice(0, leftOut.length), verdict, ...left.slice(leftOut.length)].join(', ')}.`;
  }
  const counts = severities.flatMap((severity) => {
    const number = count(report, severity);
    return number > 0 ? [paint(styles[severity], plural(number, severity === 'info' ? 'note' : severity))] : [];
  });
  return `${checked}: ${[...counts, ...left].join(', ')}.`;
}
