import { nameOf } from '../base/uri.ts';
import type { Fact, FactLocation, FactType } from '../fact.ts';
import type { Document, DocumentKind, FileEntry } from '../model.ts';
import { errorFacts } from './errorFacts.ts';
import { changedKeys, FactIndex } from './factIndex.ts';
import { FileTable } from './fileTable.ts';
import { filesToAskAgain, foldersDecidedBy } from './kindChanges.ts';
import { kindsMatching } from './kindMatcher.ts';
import { optionUses } from './optionUses.ts';
import { Roots } from './pluginRoots.ts';

/** Runs work on one document, so that the caller can note which document it is. Returns what `run` returns. */
export type During = <T>(uri: string, run: () => T) => T;

export interface WorkspaceOptions {
  /** Folders that are org-plugins folders although they have another name. */
  readonly mounts?: readonly string[];
  /** Whether a document is left out, as if no kind claimed it. Its name still counts. */
  readonly isLeftOut?: (uri: string) => boolean;
  /** Runs all work on single documents. */
  readonly during?: During;
}

/** The documents by URI, the names of files, and the index of facts. Does no input or output itself. */
export class Workspace {
  readonly files = new FileTable();
  readonly roots: Roots;
  readonly during: During;
  readonly #isLeftOut: (uri: string) => boolean;
  readonly #documents = new Map<string, Document>();
  readonly #facts = new FactIndex();
  readonly #changedKeys = new Set<string>();
  /** Changed keys are collected only from the first read on: nobody reads while the files of a workspace are loaded. */
  #isRead = false;
  readonly #changedDocuments = new Set<string>();
  /** Entries that were added, removed or changed since kinds were last determined. */
  readonly #changedEntries = new Set<string>();
  #isComplete = false;
  readonly #known = new Map<string, readonly DocumentKind[]>();
  #candidatesAt = -1;
  #version = 0;

  constructor(
    readonly kinds: readonly DocumentKind[],
    options: WorkspaceOptions = {},
  ) {
    this.roots = new Roots(this.files, options.mounts);
    this.during = options.during ?? ((_uri, run) => run());
    this.#isLeftOut = options.isLeftOut ?? (() => false);
  }

  /** Increases with every change of a document or of the files. */
  get version(): number {
    return this.#version + this.files.version;
  }

  /** Whether a kind claims the file: `ask-text` if only its text can decide, so it must be read and set. */
  wants(entry: FileEntry): 'yes' | 'ask-text' | 'no' {
    if (entry.type !== 'file') return 'no';
    let answer: 'ask-text' | 'no' = 'no';
    for (const kind of this.#candidates(entry)) {
      if (!kind.recogniseText) return 'yes';
      answer = 'ask-text';
    }
    return answer;
  }

  /**
   * Sets a text and determines its kind. With `isEdited`, a document that was recognised by its text keeps its kind, since
   * half-typed text may not show it.
   * @returns the document, or undefined if no kind claims it (it is then removed).
   */
  set(uri: string, text: string, options: { readonly isEdited?: boolean } = {}): Document | undefined {
    return this.during(uri, () => this.#set(uri, text, options));
  }

  #set(uri: string, text: string, { isEdited = false }): Document | undefined {
    const known = this.#documents.get(uri);
    if (known?.text === text && isEdited) return known;
    if (!this.files.file(uri)) this.files.add({ uri, name: nameOf(uri), type: 'file' });
    if (this.#isLeftOut(uri)) {
      this.delete(uri);
      return undefined;
    }
    const kind = isEdited && known?.kind.recogniseText ? known.kind : this.#kindOf(uri, text);
    if (known?.text === text && known.kind === kind) return known;
    if (!kind) {
      this.delete(uri);
      return undefined;
    }
    const document: Document = { uri, text, kind };
    this.#documents.set(uri, document);
    this.#note(uri, [...(kind.facts?.(document) ?? []), ...errorFacts(document), ...optionUses(document)]);
    return document;
  }

  /**
   * Determines the kinds of files again after entries were added or removed: a folder may have become a plugin. Documents
   * change their kind or are removed.
   * @returns files that a kind claims now because of their surroundings; they must be read and set.
   */
  askKindsAgain(): readonly FileEntry[] {
    if (!this.#isComplete) return [];
    this.#followFiles();
    const again = filesToAskAgain(this.#changedEntries, this.files);
    this.#changedEntries.clear();
    const wanted: FileEntry[] = [];
    for (const uri of again) {
      const entry = this.files.file(uri);
      const candidates = entry ? this.#candidates(entry) : [];
      const document = this.#documents.get(uri);
      if (!document && entry && candidates.some(({ recognise }) => recognise)) wanted.push(entry);
      // Half-typed text that was recognised before keeps its kind, as during editing.
      const keeps = document?.kind.recogniseText && candidates.includes(document.kind);
      if (document && !keeps) this.set(uri, document.text);
    }
    return wanted;
  }

  /** Call when all names are known and the kind of every file was determined: from here on, only what changes is determined again. */
  noteComplete(): void {
    this.#followFiles();
    this.#changedEntries.clear();
    this.#isComplete = true;
  }

  delete(uri: string): void {
    if (this.#documents.delete(uri)) this.#note(uri, []);
  }

  get(uri: string): Document | undefined {
    return this.#documents.get(uri);
  }

  all(): Iterable<Document> {
    return this.#documents.values();
  }

  get size(): number {
    return this.#documents.size;
  }

  facts<K extends FactType>(type: K, name?: string, layer?: string): readonly FactLocation<K>[] {
    return this.#facts.find(type, name, layer);
  }

  factsBelow<K extends FactType>(type: K, uri: string): FactLocation<K>[] {
    return this.#facts.below(type, uri);
  }

  factsOf(uri: string): readonly Fact[] {
    return this.#facts.of(uri);
  }

  /** Call before the first read whose result is kept: from here on, `takeChanges` returns keys. */
  noteRead(): void {
    if (this.#isRead) return;
    this.#followFiles();
    this.#isRead = true;
  }

  /** Returns what changed since the last call: documents, and keys of reads whose result may have changed. */
  takeChanges(): { documents: ReadonlySet<string>; keys: ReadonlySet<string> } {
    this.#followFiles();
    this.#isRead = true;
    const changes = { documents: new Set(this.#changedDocuments), keys: new Set(this.#changedKeys) };
    this.#changedDocuments.clear();
    this.#changedKeys.clear();
    return changes;
  }

  #followFiles(): void {
    const { entries, lists } = this.files.takeChanges();
    for (const uri of entries) this.#changedEntries.add(uri);
    if (!this.#isRead) return;
    for (const uri of lists) this.#changedKeys.add(`file:${uri}`);
    for (const uri of entries) {
      this.#changedKeys.add(`file:${uri}`);
      for (const folder of foldersDecidedBy(uri, this.files)) this.#changedKeys.add(`root:${folder}`);
    }
  }

  #kindOf(uri: string, text: string): DocumentKind | undefined {
    const entry = this.files.file(uri) ?? { uri, name: nameOf(uri), type: 'file' as const };
    return this.#candidates(entry).find((kind) => kind.recogniseText?.(text, uri) ?? true);
  }

  /** Returns the kinds that claim the file by its name. The result is kept until a file is added or removed. */
  #candidates(entry: FileEntry): readonly DocumentKind[] {
    if (this.#candidatesAt !== this.files.version) this.#known.clear();
    this.#candidatesAt = this.files.version;
    const known = this.#known.get(entry.uri) ?? this.#find(entry);
    this.#known.set(entry.uri, known);
    return known;
  }

  #find(entry: FileEntry): readonly DocumentKind[] {
    // Wildcards do not match line breaks, which a name may contain.
    const path = decodeURIComponent(entry.uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*\//i, '')).replace(
      /[\r\n\u2028\u2029]/g,
      '_',
    );
    const around = {
      pluginOf: (uri: string) => this.roots.pluginOf(uri),
      file: (uri: string) => this.files.file(uri),
      list: (uri: string) => this.files.list(uri),
    };
    return kindsMatching(this.kinds, path).filter((kind) => kind.recognise?.(entry, around) ?? true);
  }

  #note(uri: string, facts: readonly Fact[]): void {
    const before = this.#facts.set(uri, facts);
    if (this.#isRead) for (const key of changedKeys(uri, before, facts)) this.#changedKeys.add(key);
    this.#changedDocuments.add(uri);
    this.#version++;
  }
}
