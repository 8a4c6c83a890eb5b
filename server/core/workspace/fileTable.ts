import { nameOf, parentOf } from '../base/uri.ts';
import type { FileEntry } from '../model.ts';

/** Names, modes and links of files, without their contents: what rules and recognition may know about the disk. */
export class FileTable {
  readonly #entries = new Map<string, FileEntry>();
  readonly #folders = new Map<string, Map<string, FileEntry>>();
  readonly #sorted = new Map<string, readonly FileEntry[]>();
  readonly #changed = new Set<string>();
  readonly #listed = new Set<string>();
  readonly #links = new Set<string>();
  #version = 0;

  /** Increases with every change. */
  get version(): number {
    return this.#version;
  }

  /** Adds or replaces an entry, and adds its ancestor folders if they are missing. */
  add(entry: FileEntry): void {
    const before = this.#entries.get(entry.uri);
    if (isSame(before, entry) || (entry.isImplied && before?.type === entry.type)) return;
    this.#entries.set(entry.uri, entry);
    if (entry.link) this.#links.add(entry.uri);
    else this.#links.delete(entry.uri);
    const parent = parentOf(entry.uri);
    if (parent === entry.uri) return;
    const siblings = this.#folders.get(parent);
    if (siblings) siblings.set(entry.name, entry);
    else {
      this.#folders.set(parent, new Map([[entry.name, entry]]));
      if (!this.#entries.has(parent))
        this.add({ uri: parent, name: nameOf(parent), type: 'directory', isImplied: true });
    }
    this.#touch(entry.uri, parent);
  }

  /** Removes an entry and everything below it. */
  remove(uri: string): void {
    const entry = this.#entries.get(uri);
    if (!entry) return;
    for (const child of [...(this.#folders.get(uri)?.values() ?? [])]) this.remove(child.uri);
    this.#folders.delete(uri);
    this.#entries.delete(uri);
    this.#links.delete(uri);
    const parent = parentOf(uri);
    this.#folders.get(parent)?.delete(entry.name);
    this.#touch(uri, parent);
  }

  file(uri: string): FileEntry | undefined {
    return this.#entries.get(uri);
  }

  /** Returns the entries of a folder, sorted by name. */
  list(uri: string): readonly FileEntry[] {
    const known = this.#sorted.get(uri);
    if (known) return known;
    const sorted = [...(this.#folders.get(uri)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#sorted.set(uri, sorted);
    return sorted;
  }

  /** Whether a folder has an entry of that name. */
  has(folder: string, name: string): boolean {
    return this.#folders.get(folder)?.has(name) ?? false;
  }

  /** Every symbolic link. */
  links(): FileEntry[] {
    return [...this.#links].flatMap((uri) => this.#entries.get(uri) ?? []);
  }

  folders(): Iterable<string> {
    return this.#folders.keys();
  }

  /** Yields every file below a folder, or the file itself. */
  *below(uri: string): Generator<string> {
    const entry = this.#entries.get(uri);
    if (entry?.type === 'file') yield uri;
    for (const child of this.#folders.get(uri)?.values() ?? []) yield* this.below(child.uri);
  }

  /** Returns what changed since the last call: entries that were added, removed or changed, and folders whose list of names changed. */
  takeChanges(): { readonly entries: ReadonlySet<string>; readonly lists: ReadonlySet<string> } {
    const changes = { entries: new Set(this.#changed), lists: new Set(this.#listed) };
    this.#changed.clear();
    this.#listed.clear();
    return changes;
  }

  #touch(uri: string, parent: string): void {
    this.#version++;
    this.#sorted.delete(parent);
    this.#sorted.delete(uri);
    this.#changed.add(uri);
    this.#listed.add(parent);
  }
}

/** Whether two entries are equal. */
const isSame = (before: FileEntry | undefined, after: FileEntry): boolean =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(after);
