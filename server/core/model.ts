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

/** A text and what it is. Immutable: a change makes a new one. */
export interface Document {
  readonly uri: string;
  readonly text: string;
  readonly kind: DocumentKind;
  /** Set for content of another kind that a document holds inline: then `text` and all ranges are those of the holding file. */
  readonly inline?: Inline;
}

/** Content that stands in a file of another kind, such as the servers in a manifest. */
export interface Inline {
  readonly host: Document;
  readonly embed: Embed;
  /** The content as the root of a file of its own kind. Its nodes are those of the host's tree. */
  readonly root: Node;
  /** The folder of the plugin that it belongs to, where that is not the plugin that holds the file: `null` where it is not known. */
  readonly folder?: string | null;
}

/** A name in a folder. */
export interface FileEntry {
  readonly uri: string;
  readonly name: string;
  readonly type: 'file' | 'directory';
  /** A folder known only from a file in it: it may contain more. */
  readonly isImplied?: true;
  /** A symbolic link and what it points at; `null` when that does not exist. */
  readonly link?: { readonly target: string | null };
  readonly executable?: boolean;
  /** It begins with the three bytes that mark UTF-8, which texts do not hold any more. */
  readonly hasByteOrderMark?: boolean;
  /** In bytes, as of the moment when this very file was asked for; a look into its folder does not tell it. */
  readonly size?: number;
  /** Who owns it and who else may write it, where that decides whether the app reads it. */
  readonly access?: { readonly isOwnedByRoot: boolean; readonly isWritableByOthers: boolean };
}

/** A folder that is, or means to be, one plugin. */
export interface PluginRoot {
  readonly uri: string;
  /** The folder's name, which is the plugin's name in Cowork whatever the manifest says. */
  readonly directory: string;
  /** The org-plugins folder whose direct child it is. */
  readonly mount: string | undefined;
  /** The address of its manifest or, for a plugin of a single skill, of its root SKILL.md. */
  readonly manifest: string | undefined;
}

/** Answers about plugin folders, from names of files alone. */
export interface PluginRoots {
  /** The plugin that holds `uri` (its own folder included). */
  pluginOf(uri: string): PluginRoot | undefined;
}

/** What several files may name. A command and a skill are both started by `/name`. */
export type SymbolType = 'server' | 'tool' | 'agent' | 'skill' | 'command' | 'plugin' | 'option' | 'file';

/** A place that names a thing: where the thing is defined, or a reference to it. */
export interface Reference {
  readonly symbolType: SymbolType;
  /** The bare name; of a file its address. */
  readonly name: string;
  /** The letters of the name, which a rename replaces. Empty where the thing is called like its file or folder. */
  readonly range: TextRange;
  readonly defines?: true;
  /** What narrows down which thing of that name is meant. */
  readonly of?: {
    /** The plugin that has it. */
    readonly plugin?: string;
    /** The server whose tool it is; `null` for a tool of the app itself. */
    readonly server?: string | null;
    /** Who defines the server; absent where that is open. */
    readonly layer?: 'managed' | 'plugin' | 'user';
    /** The name is `<plugin>_<server>`, as in `mcp__plugin_crm_docs__read`. */
    readonly isJoined?: true;
  };
  /** Of a file: the folder from which its path is written. It is the document's own one with `isOwn`, and moves along with the document. */
  readonly from?: { readonly folder: string; readonly isOwn?: true };
  /** Of a definition that is called like its file or folder: what a new name means for them. */
  readonly files?: (name: string) => readonly FileOperation[];
  /** The name (of a file: its path from there, with `/`) as it must be written, where that is more than the letters. */
  readonly write?: (name: string) => string;
}

/** The rest of the workspace as a rule sees it. Every read is remembered, so that the rule runs again when its answer changes. */
export interface WorkspaceView extends PluginRoots {
  /** Every rule there is, by its id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** Returns the facts of every document, of one name and one layer if they are given. */
  facts<K extends FactType>(type: K, name?: string, layer?: FactData['server']['layer']): readonly FactLocation<K>[];
  /** Returns the facts of a type of all files below `uri`, or of the file `uri` itself. Changes elsewhere do not make the reader run again. */
  factsBelow<K extends FactType>(type: K, uri: string): readonly FactLocation<K>[];
  /** The entry at `uri`, or undefined when there is no such file or folder. */
  file(uri: string): FileEntry | undefined;
  /** The names in a folder, sorted. */
  list(uri: string): readonly FileEntry[];
  /** Whether a policy and a plugin belong to one fleet: see `deployment.ts`. */
  inSameDeployment(policy: string, plugin: string): boolean;
  /** Points at a fact of another file. */
  related(found: FactLocation, message: string): Related;
}

/** For whom the rules speak. */
export interface Target {
  /** The oldest app of the fleet, e.g. `1.46388.4`. */
  readonly minimumVersion: string;
  /** The instant that cut-off dates are compared with, ISO 8601. */
  readonly date: string;
  readonly hosts: readonly Host[];
}

/** Edits in the syntax of the document that is checked. */
export interface Editor {
  replace(node: Node, value: unknown): TextEdit;
  renameKey(property: PropertyNode, key: string): TextEdit;
  add(object: Node & { type: 'object' }, key: string, value: unknown, first?: boolean): TextEdit;
  remove(property: PropertyNode): TextEdit;
}

export interface RuleContext {
  readonly document: Document;
  readonly parsed: Parsed;
  readonly root: Node | undefined;
  readonly target: Target;
  readonly workspace: WorkspaceView;
  readonly edit: Editor;
  /** What a refused entry costs, where the content stands inline and it costs more than in a file of its own. */
  readonly consequence?: Consequence;
  /** What the kind's schema finds wrong, found once for all rules. */
  readonly schemaProblems: () => readonly SchemaProblem[];
}

/** One thing to find. Its page `<id>.md`, beside it, is its documentation and its test. */
export interface Rule extends RuleMetadata {
  /** `<kind>/<what-is-wrong>`; stable once released. */
  readonly id: string;
  /** Former ids, which settings and suppressions may still name: of this kind, or of a kind that holds this one inline and once had a rule of its own. */
  readonly aliases?: readonly string[];
  /** It is about the file itself or all of its text, so it is not asked about content that another file holds inline. */
  readonly isAboutFile?: true;
  /** The severity on the hosts that the rule is about. The linter lowers it elsewhere. */
  readonly severity: Severity;
  /** Set on the two rules that every kind has: the text cannot be parsed, or it does not match the schema. */
  readonly builtin?: 'syntax' | 'schema';
  /** A document rule runs at every keystroke; a workspace rule when typing pauses or a fact that it read has changed. */
  readonly scope: 'document' | 'workspace';
  /** What it finds, in a sentence; absent: the first one of its page. */
  readonly summary?: string;
  check(context: RuleContext): Iterable<Problem>;
}

/** A value that completion offers where a schema cannot know it. */
export interface ValueItem {
  readonly value: string;
  /** What it is, where that is more than a value: editors have pictures for them. */
  readonly is?: 'file' | 'folder' | 'variable';
  /** Plain text. */
  readonly detail?: string;
  /** Markdown: words that come from a file are escaped. */
  readonly documentation?: string;
}

export interface ValueProvider {
  /** Where it applies: a path whose `*` stands for any step. */
  readonly at: readonly string[];
  /** What it offers: values, or names of keys of the object there. */
  readonly offers: 'values' | 'keys';
  items(context: {
    readonly document: Document;
    readonly workspace: WorkspaceView;
    readonly path: Path;
  }): Iterable<ValueItem>;
}

/** Completes a part of a text: a name in a list of names, a path behind a placeholder, a word of the Markdown. */
export interface TextProvider {
  /** The strings where it applies, as paths whose `*` stands for any step; or the Markdown below the front matter. */
  readonly at: readonly (readonly string[])[] | 'body';
  /**
   * @param context `text` is the string as it is written in the file, or the line of the Markdown; `offset` is the cursor's place in it.
   * @returns the stretch of `text` that is replaced, and what may stand there; undefined where it has nothing to offer.
   */
  complete(context: {
    readonly document: Document;
    readonly workspace: WorkspaceView;
    readonly path: Path;
    readonly text: string;
    readonly offset: number;
  }): { readonly start: number; readonly end: number; readonly items: Iterable<ValueItem> } | undefined;
}

/** Texts in which the app fills in variables before it uses them. */
export interface Interpolation {
  /** As in a text provider. */
  readonly at: readonly string[] | 'body';
  readonly as: InterpolatedAs;
  /** The names of arguments that the file declares. */
  readonly names?: (document: Document) => readonly string[];
}

/** One entry of the outline that a kind names itself; elsewhere the outline shows keys. */
export type SymbolName = (node: Node) => string | undefined;

/** Everything that makes one sort of file special. A feature never asks which kind it has: what differs is a field. */
export interface DocumentKind extends SchemaOwner {
  readonly title: string;
  /** Globs over the path: where to look and what to watch. */
  readonly files: readonly string[];
  /** Where the name says too little. Called only for files that match `files`. */
  readonly recognise?: (file: FileEntry, around: RecogniseContext) => boolean;
  /** Where only the content tells. Called only for files that match `files`. */
  readonly recogniseText?: (text: string, uri: string) => boolean;
  readonly syntax: Syntax;
  /** Where the format is described. */
  readonly source: readonly SourceId[];
  /** The tree as rules and facts see it, where that is another than the text's own: a policy of nested keys as one of flat keys. */
  readonly view?: (root: Node) => Node;
  /** How a value of that schema is written at the top of this very text, where it is not as the schema says: Markdown. */
  readonly writtenForm?: (text: string, schema: Schema) => string | undefined;
  readonly rules: readonly Rule[];
  /** Content of other kinds that its documents hold. */
  readonly embeds?: readonly Embed[];
  /** That content, each as a document of its own kind; set by `withEmbedded`. */
  readonly embedded?: (document: Document) => readonly Document[];
  readonly values?: readonly ValueProvider[];
  readonly texts?: readonly TextProvider[];
  readonly interpolations?: readonly Interpolation[];
  readonly facts?: (document: Document) => Iterable<Fact>;
  /** Facts that follow from what the schema calls an error in the document. */
  readonly errorFacts?: (document: Document, errors: readonly SchemaProblem[]) => Iterable<Fact>;
  /** Every place that names what other files name too. Asked only when somebody follows a name. */
  readonly references?: (document: Document, around: PluginRoots) => Iterable<Reference>;
  /** How its documents leave out findings of other files. */
  readonly suppressions?: SuppressionFile;
  readonly symbolName?: SymbolName;
  /** What the kind itself has to remark: lengths, what a hook runs. Servers and references are remarked on for every kind. */
  readonly lenses?: (document: Document, workspace: WorkspaceView) => Iterable<Lens>;
  readonly decorations?: (document: Document, target: Target) => Iterable<Decoration>;
}

export interface RecogniseContext extends PluginRoots {
  file(uri: string): FileEntry | undefined;
  list(uri: string): readonly FileEntry[];
}

/** A kind of document that leaves out findings of other files. */
export interface SuppressionFile {
  /** How such a file is called. */
  readonly name: string;
  /** The text of one that says nothing yet. */
  readonly empty: string;
  read(document: Document): Iterable<Suppression>;
  /** Adds a suppression; undefined where the text cannot be changed safely. */
  add(
    document: Document,
    entry: { readonly rule: string; readonly file: string; readonly reason: string },
  ): TextEdit | undefined;
  /** Turns a rule off everywhere; undefined where the text cannot be changed safely. */
  turnOff(document: Document, rule: string): TextEdit | undefined;
}
