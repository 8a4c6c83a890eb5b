import { escapeXml } from '../../core/index.ts';
import { code, sentence } from '../../core/writers/pageMarkdown.ts';
import { jsonText, printable } from '../../core/writers/printable.ts';
import { fingerprints } from './fingerprint.ts';
import { count, type Finding, type Report } from './report.ts';
import { plural } from './text.ts';

const attribute = (text: string): string => escapeXml(printable(text), true);
const isFailure = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning';

/** Groups findings by file, in their order. */
function byFile(problems: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const problem of problems) {
    const group = groups.get(problem.file);
    if (group) group.push(problem);
    else groups.set(problem.file, [problem]);
  }
  return groups;
}

/** Returns JUnit XML, a suite for each file with findings. Errors and warnings are failures; notes and hints are not. */
export function junit({ problems }: Report): string {
  const suites = [...byFile(problems)].map(([file, found]) => {
    const cases = found.map((finding) => {
      const { rule, message, range, severity } = finding;
      const line = range.start.line + 1;
      const head = `    <testcase classname="${attribute(file)}" name="${attribute(`${rule}:${line}`)}" file="${attribute(file)}" line="${line}">`;
      const text = attribute(message);
      const body = isFailure(finding)
        ? `<failure type="${severity}" message="${text}"/>`
        : `<system-out>${text}</system-out>`;
      return `${head}${body}</testcase>`;
    });
    const failures = found.filter(isFailure).length;
    const head = `  <testsuite name="${attribute(file)}" tests="${found.length}" failures="${failures}">`;
    return [head, ...cases, '  </testsuite>'].join('\n');
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="plugboard">', ...suites, '</testsuites>'].join(
    '\n',
  );
}

const gitlabSeverities = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' } as const;

/** Returns a code quality report: https://docs.gitlab.com/ci/testing/code_quality/ */
export function gitlab(report: Report): string {
  const ids = fingerprints(report, report.problems);
  return jsonText(
    report.problems.map(({ file, range, rule, message, severity }, index) => ({
      description: message,
      check_name: rule,
      fingerprint: ids[index],
      severity: gitlabSeverities[severity],
      location: { path: file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
    })),
  );
}

const reviewdogSeverities = { error: 'ERROR', warning: 'WARNING', info: 'INFO', hint: 'INFO' } as const;

/** Returns the Reviewdog Diagnostic Format. Its columns count bytes of UTF-8, from 1. */
export function rdjson({ problems, linesOf }: Report): string {
  const position = (lines: readonly string[], { line, character }: Finding['range']['start']) => ({
    line: line + 1,
    column: new TextEncoder().encode((lines[line] ?? '').slice(0, character)).length + 1,
  });
  const diagnostics = [...byFile(problems)].flatMap(([file, found]) => {
    const lines = linesOf(file);
    return found.map(({ message, range, severity, rule }) => ({
      message,
      location: { path: file, range: { start: position(lines, range.start), end: position(lines, range.end) } },
      severity: reviewdogSeverities[severity],
      code: { value: rule },
    }));
  });
  return jsonText({ source: { name: 'plugboard' }, diagnostics });
}

/** Returns Checkstyle XML, which has no level for hints: they are `info`. */
export function checkstyle({ problems }: Report): string {
  const files = [...byFile(problems)].map(([file, found]) => {
    const errors = found.map(({ range: { start }, severity, message, rule }) => {
      const level = severity === 'hint' ? 'info' : severity;
      return `    <error line="${start.line + 1}" column="${start.character + 1}" severity="${level}" message="${attribute(message)}" source="${attribute(rule)}"/>`;
    });
    return [`  <file name="${attribute(file)}">`, ...errors, '  </file>'].join('\n');
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">', ...files, '</checkstyle>'].join('\n');
}

/** Returns Markdown for the summary of a job: totals, and a table of the findings. */
export function markdown(report: Report): string {
  const { documents, problems, ignored, leftOut = [] } = report;
  const counts = (['error', 'warning'] as const).map((severity) => plural(count(report, severity), severity));
  const rest = problems.length - count(report, 'error') - count(report, 'warning');
  const totals = [
    ...counts,
    plural(rest, 'note'),
    ...leftOut.map(({ count: number, words }) => `${number} ${sentence(words)}`),
    ...(ignored.length > 0 ? [`${ignored.length} ignored`] : []),
  ];
  const head = `### Plugboard\n\n${plural(documents, 'file')} checked: ${totals.join(', ')}.`;
  if (problems.length === 0) return head;
  const rows = problems.map(
    ({ file, range, severity, message, rule }) =>
      `| ${severity} | ${code(`${file}:${range.start.line + 1}`)} | ${sentence(message)} | ${code(rule)} |`,
  );
  return [head, '', '| Level | Place | Finding | Rule |', '|---|---|---|---|', ...rows].join('\n');
}
