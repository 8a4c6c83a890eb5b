import {
  type Diagnostic,
  type Document,
  Lines,
  maskedText,
  type Position,
  type Severity,
  type Suppressed,
  type Workspace,
} from '../../core/index.ts';
import { printable } from '../../core/writers/printable.ts';
import { shownPath } from '../opened.ts';
import { oneLine } from '../terminal.ts';

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A finding in the JSON format of the command line. Lines and characters count from 0. */
export interface Finding {
  readonly file: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly string[];
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
}

/** A suppressed finding, with the reason, and whether the suppression is in the file itself. */
export interface Ignored {
  readonly finding: Finding;
  readonly kind: 'inSource' | 'external';
  readonly reason: string;
}

/** How many findings an option left out, and where they are, in words: `18 in known.json`. */
export interface LeftOut {
  readonly count: number;
  readonly words: string;
}

export interface Report {
  /** The number of checked documents. */
  readonly documents: number;
  readonly problems: readonly Finding[];
  readonly ignored: readonly Ignored[];
  /** The number of findings that `--fix` fixed; undefined without `--fix`. */
  readonly fixed?: number | undefined;
  /** Findings that exist but are not in `problems`; absent if there are none. No output may call such files free of problems. */
  readonly leftOut?: readonly LeftOut[];
  /** Returns the lines of a file for display, without secrets. */
  readonly linesOf: (file: string) => readonly string[];
}

/** Returns the findings of a workspace as a report, sorted by file, then position. */
export function reportOf({
  workspace,
  diagnostics,
  suppressed,
  documents,
  fixed,
}: {
  readonly workspace: Workspace;
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly Suppressed[];
} & Pick<Report, 'documents' | 'fixed'>): Report {
  const texts = new Map<string, { lines: Lines; file: string }>();
  const byFile = new Map<string, Document>();
  const at = (uri: string) => {
    const known = texts.get(uri);
    if (known) return known;
    const document = workspace.get(uri);
    const read = { lines: new Lines(document?.text ?? ''), file: shownPath(uri) };
    texts.set(uri, read);
    if (document) byFile.set(read.file, document);
    return read;
  };
  const place = (uri: string, { start, end }: { start: number; end: number }) => {
    const { lines, file } = at(uri);
    return { file, range: { start: lines.positionAt(start), end: lines.positionAt(end) } };
  };
  const findingOf = ({ uri, range, severity, rule, message, fixes, related }: Diagnostic): Finding => ({
    ...place(uri, range),
    severity,
    rule,
    message: oneLine(message),
    fixes: (fixes ?? []).map(({ title }) => oneLine(title)),
    related: (related ?? []).map((each) => ({ ...place(each.uri, each.range()), message: oneLine(each.message) })),
  });
  const problems = diagnostics.map(findingOf).sort(byPlace);
  const ignored = suppressed
    .map(({ diagnostic, kind, reason }) => ({ finding: findingOf(diagnostic), kind, reason: oneLine(reason) }))
    .sort((a, b) => byPlace(a.finding, b.finding));
  const linesOf = (file: string): readonly string[] => {
    const document = byFile.get(file);
    return document ? printable(maskedText(document)).split(/\r\n|\r|\n/) : [];
  };
  return { documents, problems, ignored, fixed, linesOf };
}

const byPlace = (a: Finding, b: Finding): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character ||
  a.range.end.line - b.range.end.line ||
  a.range.end.character - b.range.end.character ||
  (a.rule < b.rule ? -1 : 1);

/** Counts the findings of one severity. */
export const count = ({ problems }: Report, severity: Severity): number =>
  problems.filter((problem) => problem.severity === severity).length;
