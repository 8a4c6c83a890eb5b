import { github } from './github.ts';
import { json } from './json.ts';
import type { Finding, Report } from './report.ts';

export const formatNames = [
  'text',
  'json',
  'sarif',
  'github',
  'junit',
  'gitlab',
  'rdjson',
  'checkstyle',
  'markdown',
] as const;
export type FormatName = (typeof formatNames)[number];

interface Format {
  /** Whether the reader expects paths from the root of the repository, not from the current folder. */
  readonly isRooted?: boolean;
  render(report: Report, version: () => string): string | Promise<string>;
}

const pipelines = () => import('./pipelineFormats.ts');

/** The formats for programs; what only some runs need is loaded on demand. */
export const formats: Readonly<Record<Exclude<FormatName, 'text'>, Format>> = {
  json: { render: json },
  sarif: { isRooted: true, render: async (report, version) => (await import('./sarif.ts')).sarif(report, version()) },
  github: { isRooted: true, render: github },
  junit: { render: async (report) => (await pipelines()).junit(report) },
  gitlab: { isRooted: true, render: async (report) => (await pipelines()).gitlab(report) },
  rdjson: { isRooted: true, render: async (report) => (await pipelines()).rdjson(report) },
  checkstyle: { isRooted: true, render: async (report) => (await pipelines()).checkstyle(report) },
  markdown: { isRooted: true, render: async (report) => (await pipelines()).markdown(report) },
};

/** Returns the report with every path changed by `toPath`, such as to one from the root of the repository. */
export function withPaths(report: Report, toPath: (file: string) => string): Report {
  const before = new Map<string, string>();
  const moved = (file: string): string => {
    const path = toPath(file);
    before.set(path, file);
    return path;
  };
  const finding = (each: Finding): Finding => ({
    ...each,
    file: moved(each.file),
    related: each.related.map((related) => ({ ...related, file: moved(related.file) })),
  });
  return {
    ...report,
    problems: report.problems.map(finding),
    ignored: report.ignored.map((each) => ({ ...each, finding: finding(each.finding) })),
    linesOf: (file) => report.linesOf(before.get(file) ?? file),
  };
}
