import type { TextEdit, TextRange } from '../base/text.ts';
import type { Fold } from './folds.ts';
import type { EmbeddedText, Node, ObjectNode, PropertyNode, ScalarNode } from './node.ts';
import type { XmlElement } from './plist/xmlElement.ts';

/** A syntax error. */
export interface SyntaxProblem {
  /**
   * The consequence: `break`: the text as a whole cannot be parsed; `broken-value`: only one value cannot; `warning` or `hint`:
   * the app reads the text anyway, and the problem is as severe as its name says.
   */
  readonly kind: 'break' | 'broken-value' | 'warning' | 'hint';
  readonly range: TextRange;
  readonly message: string;
  /** The edits that make the text readable, if they are known. */
  readonly fix?: { readonly title: string; readonly edits: readonly TextEdit[] };
}

/** A parsed text. Parsing never throws, and half-typed text still gives a tree. */
export interface Parsed {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** For Markdown with front matter: the range of the block between the `---` lines, if there is one, and the start of the body. */
  readonly frontMatter?: TextRange | undefined;
  readonly body?: number;
  /** What surrounds the keys, in formats that contain more than keys. */
  readonly container?: Container;
  /** Embedded texts whose trees are a part of this one. */
  readonly layers?: readonly EmbeddedLayer[];
}

/** An embedded text, such as JSON in an XML string, and how its tree became a part of the file's. */
export interface EmbeddedLayer {
  readonly text: EmbeddedText;
  /** The parsed embedded text; ranges are those of that text. */
  readonly parsed: Parsed;
  /** The range of the embedded text in the file. */
  readonly range: TextRange;
  /** The property of the file whose value contains the text. */
  readonly property: PropertyNode;
  /** Maps each node of the embedded text to the node of the file. */
  readonly outward: ReadonlyMap<Node | PropertyNode, Node | PropertyNode>;
}

/**
 * Returns the first problem because of which the text as a whole cannot be parsed; undefined if it can. This is the only test
 * for a broken text: a single unreadable value does not affect the rest.
 */
export const breakOf = ({ problems }: Pick<Parsed, 'problems'>): SyntaxProblem | undefined =>
  problems.find(({ kind }) => kind === 'break');

/** The file around the keys of a policy, for rules about the format itself. */
export type Container = PlistContainer | RegistryContainer;

/** A `.mobileconfig` or `.plist`. The tree's root contains the keys of all payloads for the app, without the `Payload…` fields. */
export interface PlistContainer {
  readonly format: 'plist';
  /** A configuration profile with payloads, or a bare dictionary of preferences. */
  readonly form: 'profile' | 'preferences';
  /** All payloads of a profile, including those for other apps. */
  readonly payloads: readonly Payload[];
  /** The outermost dictionary, including `Payload…` fields. */
  readonly outer: ObjectNode | undefined;
  /** The top-level XML elements; none in a binary list. */
  readonly elements: readonly XmlElement[];
  /** Comments, instructions and declarations of the XML. */
  readonly asides: readonly TextRange[];
}

export interface Payload {
  readonly type: string;
  readonly typeNode: ScalarNode | undefined;
  /** The payload's dictionary, including `Payload…` fields. */
  readonly node: ObjectNode;
}

/** A `.reg` file. The tree's root contains the values under the app's policy keys of both hives. */
export interface RegistryContainer {
  readonly format: 'registry';
  readonly sections: readonly RegistrySection[];
}

export interface RegistrySection {
  /** The key between the brackets, as it is written, and its range. */
  readonly path: string;
  readonly range: TextRange;
  /** `[-HKEY…]`: the key is deleted. */
  readonly isDeletion: boolean;
  readonly values: readonly RegistryValue[];
}

export interface RegistryValue {
  /** Empty for the default value `@`. */
  readonly name: string;
  readonly nameRange: TextRange;
  /** `DELETE` for `"name"=-`; `UNKNOWN` for unreadable data. */
  readonly type:
    | 'REG_SZ'
    | 'REG_EXPAND_SZ'
    | 'REG_DWORD'
    | 'REG_QWORD'
    | 'REG_MULTI_SZ'
    | 'REG_BINARY'
    | 'DELETE'
    | 'UNKNOWN';
  /** The data after `=`, including continuation lines. */
  readonly range: TextRange;
  /** The data as text, if possible: a string itself, a number as decimal digits, several strings as lines. */
  readonly text: string | undefined;
}

/** Writes a completion at one place. Results are plain text; the feature turns them into snippets. */
export interface Writer {
  /** Returns a value in the innermost syntax: in JSON inside a plist, as JSON. */
  write(value: unknown): string;
  /**
   * Escapes `text`, written in the innermost syntax, for the file: XML entities, registry escapes. Each character is escaped
   * independently.
   */
  encode(text: string): string;
  /** The text required before and after a value here: tags, quotes, a comma; empty if the cursor is already between them. */
  readonly around: readonly [string, string];
  /** Returns only a key, as the cursor's range requires it. */
  key(key: string): string;
  /** Returns a key with its value, as the cursor's range requires it. `value` is already escaped but lacks what `around` adds. */
  property(key: string, value: string): string;
}

/** What is about to be written at the cursor. */
export interface Cursor {
  /** The object or array that contains the cursor, if there is one yet. */
  readonly node: Node | undefined;
  /** A key of an object, a value (of `property`, else an item of the array `node` or the root), or nothing. */
  readonly expects: 'key' | 'value' | 'nothing';
  readonly property?: PropertyNode | undefined;
  /** The key at the cursor already has a value, so only the key is written. */
  readonly hasValue?: boolean;
  /** The range that a completion replaces. */
  readonly replace: TextRange;
  readonly writer: Writer;
}

/** A comment, which no app reads. */
export interface Comment {
  /** The range including its delimiters. */
  readonly range: TextRange;
  /** The range without its delimiters. */
  readonly inner: TextRange;
}

/** Parses and edits texts of one syntax. Every edit keeps the text valid and changes as little as possible. */
export interface Syntax {
  readonly id: 'json' | 'frontmatter' | 'plist' | 'registry' | 'policy';
  parse(text: string): Parsed;
  cursorAt(text: string, parsed: Parsed, offset: number): Cursor;
  /** Returns a value in this syntax, with the indentation at `offset`. */
  write(text: string, value: unknown, offset: number): string;
  replaceValue(text: string, node: Node, value: unknown): TextEdit;
  renameKey(text: string, property: PropertyNode, key: string): TextEdit;
  /** Adds a property at the end of `object`, or at its start with `first`. */
  addProperty(text: string, object: ObjectNode, key: string, value: unknown, first?: boolean): TextEdit;
  removeProperty(text: string, property: PropertyNode): TextEdit;
  /** Yields foldable ranges for syntaxes that editors cannot fold themselves; undefined for others. */
  folds?(text: string, parsed: Parsed): Iterable<Fold> | undefined;
  /** Yields the comments of the text, in order. */
  comments?(text: string, parsed: Parsed): Iterable<Comment>;
  /** Writes a comment on a separate line above the key at `offset`, or at the top without one; undefined if no comment is possible. */
  addComment?(text: string, parsed: Parsed, offset: number | undefined, remark: string): TextEdit | undefined;
}

/** A syntax whose strings may contain embedded texts, such as JSON in an XML string. */
export interface OuterSyntax extends Syntax {
  /** Returns the text that a string node encodes, with its offsets in the file; undefined if the offset of a character is unknown. */
  embeddedTextOf(text: string, node: ScalarNode): EmbeddedText | undefined;
}
