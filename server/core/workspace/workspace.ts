import picomatch from 'picomatch';
import { derived } from '../base/derived.ts';
import { nameOf, parentOf } from '../base/uri.ts';
import type { Fact, FactLocation, FactType } from '../fact.ts';
import type { Document, DocumentKind, FileEntry } from '../model.ts';
import { FactIndex } from './factIndex.ts';
import { FileTable } from './fileTable.ts';
import { optionUses } from './optionUses.ts';
import { Roots } from './pluginRoots.ts';

export interface WorkspaceOptions {
  /** Folders that are org-plugins folders although they are not called so. */
  readonly mounts?: readonly string[];
}

/** Matches paths with the globs of a kind, which are compiled once for all workspaces. */
const matcherOf = derived(({ files }: DocumentKind) => picomatch([...files], { dot: true }));

/** The documents by address, the names of files, and the index of facts. Does no input or output itself. */
export class Workspace {
  readonly files = new FileTable();
  readonly roots: Roots;
  readonly #documents = new Map<string, Document>();
  readonly #facts = new FactIndex();
  readonly #changedKeys = new Set<string>();
  readonly #changedDocuments = new Set<string>();
  readonly #known = new Map<string, readonly DocumentKind[]>();
  #candidatesAt = -1;
  #version = 0;

  constructor(
    readonly kinds: readonly DocumentKind[],
    options: WorkspaceOptions = {},
  ) {
    this.roots = new Roots(this.files, options.mounts);
  }

  /** Rises with every change of a document or of the files. */
  get version(): number {
    return this.#version + this.files.version;
  }

  /** Whether some kind wants the file: `ask-text` when only its text can tell, so that it must be read and set. */
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
   * Takes in a text. Its kind is found anew, except that a document which was recognised by its text keeps its kind while it is edited.
   * @returns the document, or undefined when no kind claims it (it is then forgotten).
   */
  set(uri: string, text: string): Document | undefined {
    const known = this.#documents.get(uri);
    if (known?.text === text) return known;
    if (!this.files.file(uri)) this.files.add({ uri, name: nameOf(uri), type: 'file' });
    const kind = known?.kind.recogniseText ? known.kind : this.#kindOf(uri, text);
    if (!kind) {
      this.delete(uri);
      return undefined;
    }
    const document: Document = { uri, text, kind };
    this.#documents.set(uri, document);
    this.#note(uri, [...(kind.facts?.(document) ?? []), ...optionUses(document)]);
    return document;
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

  facts<K extends FactType>(type: K, name?: string): FactLocation<K>[] {
    return this.#facts.find(type, name);
  }

  factsOf(uri: string): readonly Fact[] {
    return this.#facts.of(uri);
  }

  /** What changed since the last call: documents, and keys of reads whose answer may be another now. */
  takeChanges(): { documents: ReadonlySet<string>; keys: ReadonlySet<string> } {
    for (const uri of this.files.takeChanges()) {
      // Whether a folder is a plugin hangs on the names in it and in its folder for the manifest.
      this.#changedKeys
        .add(`file:${uri}`)
        .add(`root:${uri}`)
        .add(`root:${parentOf(uri)}`);
    }
    const changes = { documents: new Set(this.#changedDocuments), keys: new Set(this.#changedKeys) };
    this.#changedDocuments.clear();
    this.#changedKeys.clear();
    return changes;
  }

  #kindOf(uri: string, text: string): DocumentKind | undefined {
    const entry = this.files.file(uri) ?? { uri, name: nameOf(uri), type: 'file' as const };
    return this.#candidates(entry).find((kind) => kind.recogniseText?.(text, uri) ?? true);
  }

  /** The kinds that want a file by its name. Asked again while no file comes or goes, the answer is the same. */
  #candidates(entry: FileEntry): readonly DocumentKind[] {
    if (this.#candidatesAt !== this.files.version) this.#known.clear();
    this.#candidatesAt = this.files.version;
    const known = this.#known.get(entry.uri) ?? this.#find(entry);
    this.#known.set(entry.uri, known);
    return known;
  }

  #find(entry: FileEntry): readonly DocumentKind[] {
    const path = decodeURIComponent(entry.uri.replace(/^[a-z][\w+.-]*:\/\/[^/]*\//i, ''));
    const around = {
      pluginOf: (uri: string) => this.roots.pluginOf(uri),
      file: (uri: string) => this.files.file(uri),
      list: (uri: string) => this.files.list(uri),
    };
    return this.kinds.filter((kind) => matcherOf(kind)(path) && (kind.recognise?.(entry, around) ?? true));
  }

  #note(uri: string, facts: readonly Fact[]): void {
    for (const key of this.#facts.set(uri, facts)) this.#changedKeys.add(key);
    this.#changedDocuments.add(uri);
    this.#version++;
  }
}
