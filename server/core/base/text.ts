import type { Host } from './hosts.ts';

/** A stretch of a text. Both offsets count UTF-16 code units from the start of the text; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces `range` of one document by `newText`. Without `uri` the edited document is the one that has the problem. */
export interface TextEdit {
  readonly uri?: string;
  readonly range: TextRange;
  readonly newText: string;
}

/** A change to the folder tree that a fix makes beside its text edits. */
export type FileOperation =
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'create'; readonly uri: string; readonly text: string };

/** One way out of a problem. `inFixAll`: safe enough to be applied to a whole file without a look at each. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly files?: readonly FileOperation[];
  readonly inFixAll?: boolean;
}

/** Ordered from worst to mildest. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** How well a statement about the app is founded. */
export type Certainty = 'documented' | 'validator' | 'third-party' | 'reading' | 'unknown';

/** Another place that explains a problem. `range` is asked for when the finding is published, since ranges move at every keystroke. */
export interface Related {
  readonly uri: string;
  readonly range: () => TextRange;
  readonly message: string;
}

/** On which hosts a finding matters, and how much on the others. The linter decides the severity from it. */
export interface HostScope {
  /** The hosts that the finding is about. Absent: all of them. */
  readonly hosts?: readonly Host[];
  /** The highest severity where only these hosts are targets. Absent: no limit. */
  readonly alone?: Severity | 'off';
  /** The highest severity where other hosts are targets as well. Absent: no limit. */
  readonly mixed?: Severity | 'off';
  /** The highest severity where none of these hosts is a target. Absent: `off`. */
  readonly elsewhere?: Severity | 'off';
}

/** How an editor shows the range of a finding: struck through, or faded. */
export type Tag = 'deprecated' | 'unnecessary';

/** What a rule found. Without `severity`, that of the rule applies. */
export interface Problem {
  readonly range: TextRange;
  readonly message: string;
  readonly severity?: Severity;
  /** Replaces the hosts of the rule for this one finding. It can narrow a rule, not widen it: a rule that is off does not run. */
  readonly appliesTo?: HostScope;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** A published problem: it knows its rule, its file and its severity. */
export interface Diagnostic extends Omit<Problem, 'appliesTo'> {
  readonly uri: string;
  readonly rule: string;
  readonly severity: Severity;
  /** The rules that every kind has: the text cannot be parsed, or it does not match the schema. */
  readonly builtin?: 'syntax' | 'schema';
  readonly tags?: readonly Tag[];
}

/** Whether `offset` lies in `range`; the end counts, since a cursor stands there while typing. */
export const touches = (range: TextRange, offset: number): boolean => range.start <= offset && offset <= range.end;

/** Whether `inner` lies wholly in `outer`. */
export const contains = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The order in which people read them. */
export const byPlace = (a: Problem, b: Problem): number => a.range.start - b.range.start || a.range.end - b.range.end;

/**
 * The text after all edits, whose ranges refer to `text` and must not overlap.
 * @throws RangeError when two edits overlap.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  let result = '';
  let end = 0;
  for (const edit of sorted) {
    if (edit.range.start < end) throw new RangeError('overlapping edits');
    result += text.slice(end, edit.range.start) + edit.newText;
    end = edit.range.end;
  }
  return result + text.slice(end);
}

/** A place as editors count: line and character from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Finds lines of one text. A line ends with `\n`, `\r\n` or a lone `\r`. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  /** The position of `offset`, which is brought into the text first. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0) };
  }

  /** The offset of a position; a character behind its line's end counts as that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.text.length;
    return Math.min(start + Math.max(0, character), this.#starts[line + 1] ?? this.text.length);
  }
}
