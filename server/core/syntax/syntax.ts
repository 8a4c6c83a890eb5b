import type { TextEdit, TextRange } from '../text.ts';
import type { Node, ObjectNode, PropertyNode } from './node.ts';

/** A place where a text breaks the rules of its syntax. */
export interface SyntaxProblem {
  readonly range: TextRange;
  readonly message: string;
  /** Milder than an error where the app reads the text all the same. */
  readonly severity?: 'warning' | 'hint';
  /** The edits that make the text readable, where they are known. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** A parsed text. Parsing never throws and half-typed text still gives a tree. */
export interface Parsed {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** Markdown with front matter: the range of the block between the `---` lines, if there is one, and where the body starts. */
  readonly frontMatter?: TextRange | undefined;
  readonly body?: number;
}

/** What the cursor is about to write. */
export interface Cursor {
  /** The object or array that holds the cursor, if the text has one there yet. */
  readonly node: Node | undefined;
  /** A key of an object, a value (of `property`, else an item of the array `node` or the root), or nothing. */
  readonly expects: 'key' | 'value' | 'nothing';
  readonly property?: PropertyNode | undefined;
  /** What a completion replaces. */
  readonly replace: TextRange;
}

/** How texts of one syntax are read and changed. Every edit keeps the text valid and touches as little as it can. */
export interface Syntax {
  readonly id: 'json' | 'frontmatter';
  parse(text: string): Parsed;
  cursorAt(text: string, parsed: Parsed, offset: number): Cursor;
  /** What stands between two neighbours of an object or a list. */
  readonly separator: ',' | '';
  /** How a value is written in a text of this syntax, in the indentation of a place at `offset`. */
  write(text: string, value: unknown, offset: number): string;
  /** How a key and a value are offered by completion: `before` is the indentation's text; `value` may be a snippet. */
  writeProperty(key: string, value: string, options: { comma: boolean }): string;
  replaceValue(text: string, node: Node, value: unknown): TextEdit;
  renameKey(text: string, property: PropertyNode, key: string): TextEdit;
  /** Adds a property at the end of `object`, or first with `first`. */
  addProperty(text: string, object: ObjectNode, key: string, value: unknown, first?: boolean): TextEdit;
  removeProperty(text: string, property: PropertyNode): TextEdit;
}
