import { setImmediate } from 'node:timers/promises';
import { parentOf } from '../core/base/uri.ts';
import type { FileEntry } from '../core/model.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import type { decode } from './encoding.ts';
import type { Scanned, ScanOptions, Unreadable } from './fileSystem.ts';

/** Folders that are never entered. */
const skipped = new Set(['node_modules', '.git']);
/** A file whose text alone could tell what it is gets read up to this size, in bytes: no policy is larger. */
const askedTextLimit = 4_000_000;
/** A file that a kind wants by its name is read up to this size, in bytes. */
export const textLimit = 16_000_000;
/** How long reading may hold up everything else, in milliseconds. */
const slice = 20;

export interface Folder {
  /** How the source itself names it. */
  readonly path: string;
  readonly uri: string;
  /** Reached through a symbolic link: links to folders below it are not followed, so that no loop can be entered. */
  readonly isLinked: boolean;
}

/** The text of a file; or why it has none; undefined when the file is gone or is not a regular file. */
export type Loaded = ReturnType<typeof decode> | Unreadable;

/** What a scan asks of the place where files lie. Entries of links say what they lead to, or `null` where that is not there. */
export interface Source {
  pathOf(uri: string): string;
  stat(uri: string): FileEntry | undefined;
  /** Returns what a folder holds; adds to `unreadable` what cannot be followed or read. */
  list(folder: Folder, unreadable: Unreadable[]): { readonly entry: FileEntry; readonly path: string }[];
  /** Whether the link at `link` leads to a folder that holds it, or nowhere. */
  isLoop(folder: string, link: string): boolean;
  /** @param limit the largest size to read, in bytes. */
  load(uri: string, limit: number): Loaded;
  /** Fetches texts together that are loaded one by one afterwards. */
  fetch?(uris: readonly string[]): void;
}

/**
 * Reads what `source` has below `folders` into `workspace`: first all names, since recognition looks at neighbours, then the
 * texts of the files that a kind wants. Lets other work run in between.
 */
export async function scanSource(
  source: Source,
  folders: readonly string[],
  workspace: Workspace,
  options: ScanOptions = {},
): Promise<Scanned> {
  const unreadable: Unreadable[] = [];
  const entries: FileEntry[] = [];
  let pause = performance.now() + slice;
  const yieldToEventLoop = async () => {
    if (performance.now() < pause) return;
    options.progress?.(entries.length);
    await setImmediate();
    pause = performance.now() + slice;
  };
  const { todo, asked } = start(source, folders, workspace);
  entries.push(...asked.values());

  const links: Folder[] = [];
  for (let folder = todo.pop(); folder && !options.signal?.aborted; folder = todo.pop() ?? links.pop()) {
    for (const { entry, path } of source.list(folder, unreadable)) {
      workspace.files.add(entry);
      if (entry.type === 'file') entries.push(entry);
      else if (!skipped.has(entry.name)) {
        const { isLinked } = folder;
        if (!entry.link) todo.push({ path, uri: entry.uri, isLinked });
        else if (!isLinked && !source.isLoop(folder.path, path)) links.push({ path, uri: entry.uri, isLinked: true });
      }
    }
    await yieldToEventLoop();
  }
  const wanted: { readonly entry: FileEntry; readonly isSure: boolean }[] = [];
  for (const entry of entries) {
    const claim = entry.link?.target === null ? 'no' : workspace.wants(entry);
    if (claim !== 'no') wanted.push({ entry, isSure: claim === 'yes' || asked.has(entry.uri) });
    await yieldToEventLoop();
  }
  source.fetch?.(wanted.map(({ entry }) => entry.uri));
  for (const { entry, isSure } of wanted) {
    if (options.signal?.aborted) break;
    const loaded = source.load(entry.uri, isSure ? textLimit : askedTextLimit);
    if (loaded && 'text' in loaded) {
      if (loaded.encoding === 'utf8-bom') workspace.files.add({ ...entry, hasByteOrderMark: true });
      workspace.set(entry.uri, loaded.text);
    }
    // A file that only might have been ours is not worth a word.
    else if (loaded && isSure) unreadable.push(loaded);
    await yieldToEventLoop();
  }
  return { files: entries.length, unreadable };
}

/** The folders to begin with, and the files that were asked for by name; of these the neighbours are noted, too. */
function start(source: Source, folders: readonly string[], workspace: Workspace) {
  const todo: Folder[] = [];
  const asked = new Map<string, FileEntry>();
  for (const uri of folders) {
    const entry = source.stat(uri);
    if (!entry) continue;
    workspace.files.add(entry);
    if (entry.type === 'directory') todo.push({ path: source.pathOf(uri), uri, isLinked: false });
    else {
      asked.set(entry.uri, entry);
      const parent = { path: source.pathOf(parentOf(uri)), uri: parentOf(uri), isLinked: false };
      for (const neighbour of source.list(parent, [])) workspace.files.add(neighbour.entry);
      const folder = source.stat(parent.uri);
      if (folder) workspace.files.add(folder);
    }
  }
  return { todo, asked };
}
