import type { TextEdit, TextRange } from '../base/text.ts';
import type { Fold } from './folds.ts';
import type { EmbeddedText, Node, ObjectNode, PropertyNode, ScalarNode } from './node.ts';
import type { XmlElement } from './plist/xmlElement.ts';

/** A place where a text breaks the rules of its syntax. */
export interface SyntaxProblem {
  /**
   * What the problem costs: `break`, the text as a whole cannot be read; `broken-value`, one value cannot and the others can;
   * `warning` or `hint`, the app reads the text all the same, and the problem is as severe as its name says.
   */
  readonly kind: 'break' | 'broken-value' | 'warning' | 'hint';
  readonly range: TextRange;
  readonly message: string;
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
  /** What stands around the keys in a format that holds more than them. */
  readonly container?: Container;
  /** Texts inside its strings whose trees are part of this one. */
  readonly layers?: readonly EmbeddedLayer[];
}

/** An embedded text, such as the JSON in an XML string, and how its tree became a part of the file's. */
export interface EmbeddedLayer {
  readonly text: EmbeddedText;
  /** The embedded text on its own: ranges are those of that text. */
  readonly parsed: Parsed;
  /** The range of the embedded text in the file. */
  readonly range: TextRange;
  /** The property of the file whose value the text is. */
  readonly property: PropertyNode;
  /** The node of the file for each node of the embedded text. */
  readonly outward: ReadonlyMap<Node | PropertyNode, Node | PropertyNode>;
}

/**
 * Returns the first problem that keeps a text from being read as a whole; undefined where it can be. This alone says whether a
 * text is broken: a value that cannot be read leaves the rest whole.
 */
export const breakOf = ({ problems }: Pick<Parsed, 'problems'>): SyntaxProblem | undefined =>
  problems.find(({ kind }) => kind === 'break');

/** The file around the keys of a policy: what a rule about the format itself asks for. */
export type Container = PlistContainer | RegistryContainer;

/** A `.mobileconfig` or `.plist`. The tree's root holds the keys of every payload for the app, without the `Payload…` fields. */
export interface PlistContainer {
  readonly format: 'plist';
  /** A configuration profile with payloads, or a bare dictionary of preferences. */
  readonly form: 'profile' | 'preferences';
  /** Every payload of a profile, those for other apps too. */
  readonly payloads: readonly Payload[];
  /** The outermost dictionary, `Payload…` fields and all. */
  readonly outer: ObjectNode | undefined;
  /** The elements at the top of the XML; none in a binary list. */
  readonly elements: readonly XmlElement[];
  /** Comments, instructions and declarations of the XML. */
  readonly asides: readonly TextRange[];
}

export interface Payload {
  readonly type: string;
  readonly typeNode: ScalarNode | undefined;
  /** The payload's dictionary, `Payload…` fields and all. */
  readonly node: ObjectNode;
}

/** A `.reg` file. The tree's root holds the values under the app's policy keys of both hives. */
export interface RegistryContainer {
  readonly format: 'registry';
  readonly sections: readonly RegistrySection[];
}

export interface RegistrySection {
  /** The key as it is written between the brackets, and its text's range. */
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
  /** `DELETE` for `"name"=-`; `UNKNOWN` for data that cannot be read. */
  readonly type:
    | 'REG_SZ'
    | 'REG_EXPAND_SZ'
    | 'REG_DWORD'
    | 'REG_QWORD'
    | 'REG_MULTI_SZ'
    | 'REG_BINARY'
    | 'DELETE'
    | 'UNKNOWN';
  /** The data behind the `=`, continued lines included. */
  readonly range: TextRange;
  /** What the data say as text, where it can be said: of strings the string, of numbers their decimal digits, of several strings the strings by lines. */
  readonly text: string | undefined;
}

/** How a completion writes at one place. Everything is plain text; what is a snippet is made of it by the feature. */
export interface Writer {
  /** A value in the innermost syntax: in a JSON text inside of a plist, as JSON. */
  write(value: unknown): string;
  /** `text`, written in the innermost syntax, as it must stand in the file: XML entities, escapes of the registry. Works letter by letter. */
  encode(text: string): string;
  /** What a value needs around it and behind it here: tags, quotes, a comma; empty where the cursor stands between them already. */
  readonly around: readonly [string, string];
  /** A key alone, as the cursor's range needs it. */
  key(key: string): string;
  /** A key with its value, as the cursor's range needs it. `value` is encoded already and lacks what stands around it. */
  property(key: string, value: string): string;
}

/** What the cursor is about to write. */
export interface Cursor {
  /** The object or array that holds the cursor, if the text has one there yet. */
  readonly node: Node | undefined;
  /** A key of an object, a value (of `property`, else an item of the array `node` or the root), or nothing. */
  readonly expects: 'key' | 'value' | 'nothing';
  readonly property?: PropertyNode | undefined;
  /** The key at the cursor has its value already, so that only the key is written. */
  readonly hasValue?: boolean;
  /** What a completion replaces. */
  readonly replace: TextRange;
  readonly writer: Writer;
}

/** A remark that no app reads. */
export interface Comment {
  /** From its first sign to its last. */
  readonly range: TextRange;
  /** What it says, without its signs. */
  readonly inner: TextRange;
}

/** How texts of one syntax are read and changed. Every edit keeps the text valid and touches as little as it can. */
export interface Syntax {
  readonly id: 'json' | 'frontmatter' | 'plist' | 'registry' | 'policy';
  parse(text: string): Parsed;
  cursorAt(text: string, parsed: Parsed, offset: number): Cursor;
  /** How a value is written in a text of this syntax, in the indentation of a place at `offset`. */
  write(text: string, value: unknown, offset: number): string;
  replaceValue(text: string, node: Node, value: unknown): TextEdit;
  renameKey(text: string, property: PropertyNode, key: string): TextEdit;
  /** Adds a property at the end of `object`, or first with `first`. */
  addProperty(text: string, object: ObjectNode, key: string, value: unknown, first?: boolean): TextEdit;
  removeProperty(text: string, property: PropertyNode): TextEdit;
  /** What can be folded, where editors do not know it by themselves; undefined where they do. */
  folds?(text: string, parsed: Parsed): Iterable<Fold> | undefined;
  /** The comments of the text, in their order. */
  comments?(text: string, parsed: Parsed): Iterable<Comment>;
  /** Writes a comment on a line of its own above the key at `offset`, or at the top without one; undefined where none may stand. */
  addComment?(text: string, parsed: Parsed, offset: number | undefined, remark: string): TextEdit | undefined;
}

/** A syntax whose texts may hold texts of their own, such as JSON in an XML string. */
export interface OuterSyntax extends Syntax {
  /** Returns the text that a string node encodes, with its offsets in the file; undefined where the offset of a character is not known. */
  embeddedTextOf(text: string, node: ScalarNode): EmbeddedText | undefined;
}
