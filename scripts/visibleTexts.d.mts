/** A text that users see. */
export interface VisibleText {
  /** Path from the project's folder, with `/`. */
  readonly file: string;
  readonly line: number;
  /** The part of the program that shows it, and the key, variable or function that it belongs to: `rule message`. */
  readonly kind: string;
  /** Holes of templates are `{…}`, or the words that a condition chooses from: `{is|are}`. */
  readonly text: string;
}
export function textsOfSource(file: string, source: string): VisibleText[];
export function textsOfJson(file: string, source: string): VisibleText[];
export function visibleTexts(root: string): VisibleText[];
