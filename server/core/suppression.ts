import type { TextEdit, TextRange } from './base/text.ts';

/** A request to leave out some findings: an entry of the workspace's settings, or a comment next to the finding. */
export interface Suppression {
  /** The range of the whole entry or comment. */
  readonly range: TextRange;
  readonly rules: readonly SuppressedRule[];
  /** Why; empty if no reason is given. */
  readonly reason: string;
  /** The range of the reason. */
  readonly reasonRange?: TextRange;
  /** Globs of the files to which it applies, relative to the folder of its document. Absent: it applies to its own document. */
  readonly files?: readonly string[];
  /** The range of its own document to which it applies; absent: all of it. */
  readonly target?: TextRange;
  /** Removes the whole suppression. */
  readonly remove: TextEdit;
}

export interface SuppressedRule {
  /** A rule's id, or every rule of a kind: `mcp/*`. */
  readonly id: string;
  /** The range of the id. */
  readonly range: TextRange;
  /** Removes this id and keeps the others; absent if it is the only one. */
  readonly remove?: TextEdit;
}
