import type { Host } from './hosts.ts';

/** A range of a text. Offsets count UTF-16 code units from the start of the text; `end` is exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces `range` of one document with `newText`. Without `uri`, the document that has the problem is edited. */
export interface TextEdit {
  readonly uri?: string;
  readonly range: TextRange;
  readonly newText: string;
}

/** A change to files or folders that a fix makes in addition to its text edits. */
export type FileOperation =
  | { readonly kind: 'rename'; readonly from: string; readonly to: string }
  | { readonly kind: 'create'; readonly uri: string; readonly text: string };

/** A way to resolve a problem. `inFixAll`: safe enough to be applied to a whole file without review. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly files?: readonly FileOperation[];
  readonly inFixAll?: boolean;
}

/** From most to least severe. */
export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** How well a statement about the app is supported. */
export type Certainty = 'documented' | 'validator' | 'third-party' | 'reading' | 'unknown';

/** Another location that explains a problem. `range` is called when the finding is published, since ranges move with every keystroke. */
export interface Related {
  readonly uri: string;
  readonly range: () => TextRange;
  readonly message: string;
}

/** On which hosts a finding matters, and how much on others. The linter decides the severity from it. */
export interface HostScope {
  /** The hosts that the finding is about. Absent: all of them. */
  readonly hosts?: readonly Host[];
  /** The highest severity if all targets are among these hosts. Absent: no limit. */
  readonly alone?: Severity | 'off';
  /** The highest severity if there are other targets as well. Absent: no limit. */
  readonly mixed?: Severity | 'off';
  /** The highest severity if none of these hosts is a target. Absent: `off`. */
  readonly elsewhere?: Severity | 'off';
}

/** How an editor shows the range of a finding: struck through or faded. */
export type Tag = 'deprecated' | 'unnecessary';

/** A finding of a rule. Without `severity`, the severity of the rule applies. */
export interface Problem {
  readonly range: TextRange;
  readonly message: string;
  readonly severity?: Severity;
  /** Overrides the hosts of the rule for this finding. It can narrow a rule, not widen it: a rule that is off does not run. */
  readonly appliesTo?: HostScope;
  readonly fixes?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** A published problem, with its rule, file and severity. */
export interface Diagnostic extends Omit<Problem, 'appliesTo'> {
  readonly uri: string;
  readonly rule: string;
  readonly severity: Severity;
  /** The rules that every kind has: the text cannot be parsed, or it does not match the schema. */
  readonly builtin?: 'syntax' | 'schema';
  readonly tags?: readonly Tag[];
}

/** Whether `offset` is in `range`, end included, since the cursor is there while typing. */
export const touches = (range: TextRange, offset: number): boolean => range.start <= offset && offset <= range.end;

/** Whether `outer` contains all of `inner`. */
export const contains = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Compares problems by their position in the text. */
export const byPlace = (a: Problem, b: Problem): number => a.range.start - b.range.start || a.range.end - b.range.end;

/**
 * Returns the text after all edits. Their ranges refer to `text` and must not overlap.
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

/** A position as editors count: line and character from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between offsets and positions of one text. A line ends with `\n`, `\r\n` or a lone `\r`. */
export class Lines {
  readonly #starts: number[] = [0];

  constructor(readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  /** Returns the position of `offset`, which is clamped to the text. */
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

  /** Returns the offset of a position; a character after the end of its line counts as that end. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    const start = this.#starts[line];
    if (start === undefined) return this.text.length;
    return Math.min(start + Math.max(0, character), this.#starts[line + 1] ?? this.text.length);
  }
}
