import type { TextEdit, TextRange } from './base/text.ts';

/** A wish to hear no more of some findings: an entry of the workspace's settings, or a comment beside what it is about. */
export interface Suppression {
  /** Where the whole of it stands. */
  readonly range: TextRange;
  readonly rules: readonly SuppressedRule[];
  /** Why; empty where nobody says. */
  readonly reason: string;
  /** Where the reason stands. */
  readonly reasonRange?: TextRange;
  /** Globs of the files that it is about, seen from the folder of its document. Absent: it is about its own document. */
  readonly files?: readonly string[];
  /** The stretch of its own document that it is about; absent: all of it. */
  readonly target?: TextRange;
  /** Takes the whole of it out. */
  readonly remove: TextEdit;
}

export interface SuppressedRule {
  /** A rule's id, or every rule of a kind: `mcp/*`. */
  readonly id: string;
  /** The letters of the id. */
  readonly range: TextRange;
  /** Takes this one out and leaves the others; absent where it is the only one. */
  readonly remove?: TextEdit;
}
