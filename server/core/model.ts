import type { Decoration, Lens } from './annotations.ts';
import type { Host } from './base/hosts.ts';
import type { FileOperation, Problem, Related, Severity, TextEdit, TextRange } from './base/text.ts';
import type { Consequence, Embed } from './embed.ts';
import type { Fact, FactData, FactLocation, FactType } from './fact.ts';
import type { RuleMetadata } from './ruleMetadata.ts';
import type { SourceId } from './ruleSources.ts';
import type { Schema, SchemaOwner, SchemaProblem } from './schema/schema.ts';
import type { Suppression } from './suppression.ts';
import type { Node, Path, PropertyNode } from './syntax/node.ts';
import type { Parsed, Syntax } from './syntax/syntax.ts';
import type { InterpolatedAs } from './variables/catalogue.ts';

/** A text and its kind. Immutable: a change creates a new one. */
export interface Document {
  readonly uri: string;
  readonly text: string;
  readonly kind: DocumentKind;
  /** Set for content of another kind that a document contains inline; `text` and all ranges are then those of the containing file. */
  readonly inline?: Inline;
}

/** Content inside a file of another kind, such as the servers in a manifest. */
export interface Inline {
  readonly host: Document;
  readonly embed: Embed;
  /** The content as the root of a file of its kind. Its nodes belong to the containing file's tree. */
  readonly root: Node;
  /** The folder of the plugin to which it belongs, if that is not the plugin that contains the file: `null` if unknown. */
  readonly folder?: string | null;
}

/** An entry of a folder. */
export interface FileEntry {
  readonly uri: string;
  readonly name: string;
  readonly type: 'file' | 'directory';
  /** A folder known only from a file in it: it may contain more files. */
  readonly isImplied?: true;
  /** A symbolic link and its target; `null` if the target does not exist. */
  readonly link?: { readonly target: string | null };
  readonly executable?: boolean;
  /** The file begins with the three bytes of a UTF-8 byte order mark, which decoded texts no longer contain. */
  readonly hasByteOrderMark?: boolean;
  /** The file is UTF-16, which the decoded text no longer shows. */
  readonly isUtf16?: boolean;
  /** In bytes. Known only if this file itself was examined; listing its folder does not provide it. */
  readonly size?: number;
  /** The owner and the write permissions, on platforms where they decide whether the app reads the file. */
  readonly access?: { readonly isOwnedByRoot: boolean; readonly isWritableByOthers: boolean };
}

/** A folder that is, or is meant to be, a plugin. */
export interface PluginRoot {
  readonly uri: string;
  /** The folder's name, which is the plugin's name in Cowork even if the manifest has another. */
  readonly directory: string;
  /** The org-plugins folder that directly contains it. */
  readonly mount: string | undefined;
  /** The URI of its manifest or, for a plugin of a single skill, of the SKILL.md in its root. */
  readonly manifest: string | undefined;
}

/** Finds plugin folders, from file names only. */
export interface PluginRoots {
  /** Returns the plugin that contains `uri` (its own folder included). */
  pluginOf(uri: string): PluginRoot | undefined;
}

/** What more than one file may name. `/name` starts both commands and skills. */
export type SymbolType = 'server' | 'tool' | 'agent' | 'skill' | 'command' | 'plugin' | 'option' | 'file';

/** A place that names a symbol: its definition, or a reference to it. */
export interface Reference {
  readonly symbolType: SymbolType;
  /** The bare name; for a file, its URI. */
  readonly name: string;
  /** The range of the name, which a rename replaces. Empty if the symbol has the name of its file or folder. */
  readonly range: TextRange;
  readonly defines?: true;
  /** Narrows down which symbol of that name is meant. */
  readonly of?: {
    /** The plugin that has it. */
    readonly plugin?: string;
    /** The server to which the tool belongs; `null` for a built-in tool. */
    readonly server?: string | null;
    /** Who defines the server; absent if that is not determined. */
    readonly layer?: 'managed' | 'plugin' | 'user';
    /** The name is `<plugin>_<server>`, as in `mcp__plugin_crm_docs__read`. */
    readonly isJoined?: true;
  };
  /**
   * For a file: the folder against which its path is resolved. With `isOwn` it is the document's own folder, and moves along
   * with the document.
   */
  readonly from?: { readonly folder: string; readonly isOwn?: true };
  /** For a definition that has the name of its file or folder: the file operations that a new name requires. */
  readonly files?: (name: string) => readonly FileOperation[];
  /** Returns the name (for a file: its path from there, with `/`) as it must be written, if that differs from the bare name. */
  readonly write?: (name: string) => string;
}

/** The rest of the workspace as a rule sees it. Every read is recorded, so that the rule runs again when the result changes. */
export interface WorkspaceView extends PluginRoots {
  /** All rules by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Returns the facts of a type from all documents, optionally of one name and one layer. */
  facts<K extends FactType>(type: K, name?: string, layer?: FactData['server']['layer']): readonly FactLocation<K>[];
  /** Returns the facts of a type from all files below `uri`, or from the file `uri`. Changes elsewhere do not make the reader run again. */
  factsBelow<K extends FactType>(type: K, uri: string): readonly FactLocation<K>[];
  /** Returns the entry at `uri`, or undefined if there is no such file or folder. */
  file(uri: string): FileEntry | undefined;
  /** Returns the entries of a folder, sorted by name. */
  list(uri: string): readonly FileEntry[];
  /** Whether a policy and a plugin are deployed together: see `deployment.ts`. */
  inSameDeployment(policy: string, plugin: string): boolean;
  /** Points to a fact of another file. */
  related(found: FactLocation, message: string): Related;
}

/** Which apps the findings are for. */
export interface Target {
  /** The oldest app of the fleet, e.g. `1.46388.4`. */
  readonly minimumVersion: string;
  /** The instant with which cut-off dates are compared, in ISO 8601. */
  readonly date: string;
  readonly hosts: readonly Host[];
}

/** Makes edits in the syntax of the document that is checked. */
export interface Editor {
  replace(node: Node, value: unknown): TextEdit;
  renameKey(property: PropertyNode, key: string): TextEdit;
  add(object: Node & { type: 'object' }, key: string, value: unknown, first?: boolean): TextEdit;
  /** Removes a property, and others of the same name in its object. */
  remove(property: PropertyNode): TextEdit;
}

export interface RuleContext {
  readonly document: Document;
  readonly parsed: Parsed;
  readonly root: Node | undefined;
  readonly target: Target;
  readonly workspace: WorkspaceView;
  readonly edit: Editor;
  /** What a rejected entry leads to, if the content is inline and the effect is worse than in a separate file. */
  readonly consequence?: Consequence;
  /** Returns what the kind's schema reports; computed once for all rules. */
  readonly schemaProblems: () => readonly SchemaProblem[];
}

/** Finds one kind of problem. Its page `<id>.md`, in the same folder, is both documentation and test. */
export interface Rule extends RuleMetadata {
  /** `<kind>/<what-is-wrong>`; stable once released. */
  readonly id: string;
  /**
   * Former ids, which settings and suppressions may still use: of this kind, or of a kind that contains this one inline and
   * once had its own rule.
   */
  readonly aliases?: readonly string[];
  /** The rule is about the file itself or all of its text, so it does not run on content that another file contains inline. */
  readonly isAboutFile?: true;
  /** The severity on the hosts that the rule applies to. The linter lowers it elsewhere. */
  readonly severity: Severity;
  /** Set for the two rules that every kind has: the text cannot be parsed, or it does not match the schema. */
  readonly builtin?: 'syntax' | 'schema';
  /** A document rule runs at every keystroke; a workspace rule when typing pauses or when a fact that it read has changed. */
  readonly scope: 'document' | 'workspace';
  /** What it finds, in one sentence; absent: the first sentence of its page. */
  readonly summary?: string;
  check(context: RuleContext): Iterable<Problem>;
}

/** A value for completion that a schema cannot list. */
export interface ValueItem {
  readonly value: string;
  /** What it is, if not a plain value; editors show an icon for it. */
  readonly is?: 'file' | 'folder' | 'variable';
  /** Plain text. */
  readonly detail?: string;
  /** Markdown in which text from files is escaped. */
  readonly documentation?: string;
}

export interface ValueProvider {
  /** Where it applies: a path in which `*` matches any step. */
  readonly at: readonly string[];
  /** What it offers: values, or keys of the object there. */
  readonly offers: 'values' | 'keys';
  items(context: {
    readonly document: Document;
    readonly workspace: WorkspaceView;
    readonly path: Path;
  }): Iterable<ValueItem>;
}

/** Completes a part of a string: a name in a list, a path after a placeholder, a word of Markdown. */
export interface TextProvider {
  /** The strings in which it applies, as paths in which `*` matches any step; or the Markdown after the front matter. */
  readonly at: readonly (readonly string[])[] | 'body';
  /**
   * @param context `text` is the string as it is written in the file, or the line of the Markdown; `offset` is the cursor's
   * offset in it.
   * @returns the range of `text` to replace, and the items; undefined if it has nothing to offer.
   */
  complete(context: {
    readonly document: Document;
    readonly workspace: WorkspaceView;
    readonly path: Path;
    readonly text: string;
    readonly offset: number;
  }): { readonly start: number; readonly end: number; readonly items: Iterable<ValueItem> } | undefined;
}

/** Strings in which the app substitutes variables. */
export interface Interpolation {
  /** As in `TextProvider`. */
  readonly at: readonly string[] | 'body';
  readonly as: InterpolatedAs;
  /** The names of arguments that the file declares. */
  readonly names?: (document: Document) => readonly string[];
}

/** Returns the name of an outline entry, if it is not the key. */
export type SymbolName = (node: Node) => string | undefined;

/** Everything that is specific to one kind of document. A feature never checks the kind: all differences are fields. */
export interface DocumentKind extends SchemaOwner {
  readonly title: string;
  /** Path globs: where to look and what to watch. */
  readonly files: readonly string[];
  /** Needed if the name is not enough. Called only for files that match `files`. */
  readonly recognise?: (file: FileEntry, around: RecogniseContext) => boolean;
  /** Needed if only the content decides. Called only for files that match `files`. */
  readonly recogniseText?: (text: string, uri: string) => boolean;
  readonly syntax: Syntax;
  /** Where the format is documented. */
  readonly source: readonly SourceId[];
  /** Returns the tree for rules and facts, if it differs from the parsed one: a policy with nested keys as one with flat keys. */
  readonly view?: (root: Node) => Node;
  /** Returns how a value of that schema is written at the top level of this text, if its notation differs from the schema's: Markdown. */
  readonly writtenForm?: (text: string, schema: Schema) => string | undefined;
  readonly rules: readonly Rule[];
  /** Rules whose findings do not come from a single document: something else creates them. They have a summary instead of a page. */
  readonly furtherRules?: readonly Rule[];
  /** Content of other kinds that its documents contain. */
  readonly embeds?: readonly Embed[];
  /** Returns that content, each as a document of its own kind; set by `withEmbedded`. */
  readonly embedded?: (document: Document) => readonly Document[];
  readonly values?: readonly ValueProvider[];
  readonly texts?: readonly TextProvider[];
  readonly interpolations?: readonly Interpolation[];
  readonly facts?: (document: Document) => Iterable<Fact>;
  /** Facts that follow from schema errors in the document. */
  readonly errorFacts?: (document: Document, errors: readonly SchemaProblem[]) => Iterable<Fact>;
  /** Every place that names a symbol that other files may name too. Computed only for navigation. */
  readonly references?: (document: Document, around: PluginRoots) => Iterable<Reference>;
  /** Set if its documents can suppress findings in other files. */
  readonly suppressions?: SuppressionFile;
  readonly symbolName?: SymbolName;
  /** Lenses that are specific to the kind: lengths, what a hook runs. Servers and references have lenses in every kind. */
  readonly lenses?: (document: Document, workspace: WorkspaceView) => Iterable<Lens>;
  readonly decorations?: (document: Document, target: Target) => Iterable<Decoration>;
}

export interface RecogniseContext extends PluginRoots {
  file(uri: string): FileEntry | undefined;
  list(uri: string): readonly FileEntry[];
}

/** A kind of document that suppresses findings in other files. */
export interface SuppressionFile {
  /** The name of such a file. */
  readonly name: string;
  /** The text of a new one without entries. */
  readonly empty: string;
  read(document: Document): Iterable<Suppression>;
  /** Adds a suppression; undefined if the text cannot be changed safely. */
  add(
    document: Document,
    entry: { readonly rule: string; readonly file: string; readonly reason: string },
  ): TextEdit | undefined;
  /** Turns a rule off everywhere; undefined if the text cannot be changed safely. */
  turnOff(document: Document, rule: string): TextEdit | undefined;
}
