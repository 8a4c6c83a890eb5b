import { setImmediate } from 'node:timers/promises';
import { type FileEntry, isIn, parentOf, type Workspace } from '../core/index.ts';
import type { decode } from './encoding.ts';
import { lossy, type Scanned, type ScanOptions, type Unreadable } from './fileSystem.ts';

/** Folders that are never entered. */
const skipped = new Set(['node_modules', '.git']);
/** Size limit in bytes for JSON that only its text can identify: large JSON files are data, and no policy is this large. */
const askedJsonLimit = 4_000_000;
/** Size limit in bytes for every other file. Profiles may contain fonts and certificates. */
export const textLimit = 16_000_000;
/** Files that are nearly always policies: one that cannot be read is reported. */
const policyName = /\.(mobileconfig|reg)$/i;

export interface Folder {
  /** Its name in the source. */
  readonly path: string;
  readonly uri: string;
  /** Reached through a symbolic link: links to folders below it are not followed, which prevents loops. */
  readonly isLinked: boolean;
}

/** The text of a file, or why it has none; undefined if the file does not exist or is not a regular file. */
export type Loaded = ReturnType<typeof decode> | Unreadable;

/** The files that a scan reads. Entries of links contain their target, or `null` if it does not exist. */
export interface Source {
  pathOf(uri: string): string;
  stat(uri: string): FileEntry | undefined;
  /** Returns the content of a folder; adds what cannot be followed or read to `unreadable`. */
  list(folder: Folder, unreadable: Unreadable[]): { readonly entry: FileEntry; readonly path: string }[];
  /** Returns the URI of the file or folder at `uri` with all links resolved; `uri` itself if there is none. */
  realOf(uri: string): string;
  /** Whether the link at `link` leads to a folder that contains it, or is broken. */
  isLoop(folder: string, link: string): boolean;
  /** @param limit the maximum size to read, in bytes. */
  load(uri: string, limit: number): Loaded;
  /** Fetches several texts at once that are then loaded one by one. */
  fetch?(uris: readonly string[]): void;
}

/**
 * Reads what `source` has below `folders` into `workspace`: first all names, since recognition depends on neighbours, then the
 * texts of the files that a kind claims. Yields to other work in between.
 */
export async function scanSource(
  source: Source,
  folders: readonly string[],
  workspace: Workspace,
  options: ScanOptions = {},
): Promise<Scanned> {
  const unreadable: Unreadable[] = [];
  const entries: FileEntry[] = [];
  const { slice = 20 } = options;
  let pause = performance.now() + slice;
  const yieldToEventLoop = async () => {
    if (performance.now() < pause) return;
    options.progress?.(entries.length);
    await setImmediate();
    pause = performance.now() + slice;
  };
  const within = options.within ?? folders;
  const { todo, links, asked } = start(source, folders, within, workspace);
  entries.push(...asked.values());

  const tops = within.map((uri) => source.realOf(uri));
  for (let folder = todo.pop() ?? links.pop(); folder && !options.signal?.aborted; folder = todo.pop() ?? links.pop()) {
    const entry = folder.isLinked ? workspace.files.file(folder.uri) : undefined;
    const refusal = entry?.link && whyNotFollowed(entry, source, workspace, tops);
    if (refusal) {
      unreadable.push(...refusal);
      continue;
    }
    for (const { entry, path } of source.list(folder, unreadable)) {
      workspace.files.add(entry);
      if (entry.type === 'file') entries.push(entry);
      else if (skipped.has(entry.name)) unreadable.push(...skippedPlugin(entry, source, workspace));
      else {
        const { isLinked } = folder;
        if (!entry.link) todo.push({ path, uri: entry.uri, isLinked });
        else if (!isLinked && !source.isLoop(folder.path, path)) links.push({ path, uri: entry.uri, isLinked: true });
      }
    }
    await yieldToEventLoop();
  }
  const wanted: { readonly entry: FileEntry; readonly isSure: boolean }[] = [];
  for (const entry of entries) {
    const isFollowed = !entry.link || (entry.link.target !== null && staysInPlugin(entry, source, workspace));
    const claim = isFollowed ? workspace.wants(entry) : 'no';
    if (claim !== 'no') wanted.push({ entry, isSure: claim === 'yes' || asked.has(entry.uri) });
    await yieldToEventLoop();
  }
  source.fetch?.(wanted.map(({ entry }) => entry.uri));
  for (const { entry, isSure } of wanted) {
    if (options.signal?.aborted) break;
    const loaded = source.load(entry.uri, isData(entry, isSure) ? askedJsonLimit : textLimit);
    if (loaded && 'text' in loaded) {
      if (loaded.encoding === 'utf8-bom') workspace.files.add({ ...entry, hasByteOrderMark: true });
      if (/^utf16/.test(loaded.encoding)) workspace.files.add({ ...entry, isUtf16: true });
      const document = workspace.set(entry.uri, loaded.text);
      if (document && loaded.isLossy) unreadable.push({ uri: entry.uri, reason: lossy, isRead: true });
    }
    // A file that only might have been ours is not reported.
    else if (loaded && (isSure || policyName.test(entry.name))) unreadable.push(loaded);
    await yieldToEventLoop();
  }
  return { files: entries.length, unreadable };
}

/** Whether a file is JSON that only its text can identify; large ones are data. */
const isData = ({ name }: FileEntry, isSure: boolean): boolean => !isSure && /\.json$/i.test(name);

/** Whether a scan leaves out a file because of its size. @param isSure a kind claims it whatever its text is. */
export const isLargeData = (entry: FileEntry, isSure: boolean): boolean =>
  isData(entry, isSure) && (entry.size ?? 0) > askedJsonLimit;

/**
 * Returns the folders to start with, the links to folders among them that are followed only on request, and the files that were
 * requested by name; the neighbours of these files are added to the workspace too.
 */
function start(source: Source, folders: readonly string[], within: readonly string[], workspace: Workspace) {
  const todo: Folder[] = [];
  const links: Folder[] = [];
  const asked = new Map<string, FileEntry>();
  for (const uri of folders) {
    const entry = source.stat(uri);
    if (!entry) continue;
    workspace.files.add(entry);
    const path = source.pathOf(uri);
    if (entry.type === 'directory') {
      if (!entry.link || within.includes(uri)) todo.push({ path, uri, isLinked: false });
      else if (!source.isLoop(source.pathOf(parentOf(uri)), path)) links.push({ path, uri, isLinked: true });
    } else {
      asked.set(entry.uri, entry);
      const parent = { path: source.pathOf(parentOf(uri)), uri: parentOf(uri), isLinked: false };
      for (const neighbour of source.list(parent, [])) workspace.files.add(neighbour.entry);
      const folder = source.stat(parent.uri);
      if (folder) workspace.files.add(folder);
    }
  }
  return { todo, links, asked };
}

/** Whether the app follows a link: inside a plugin only links that stay in it; a plugin may itself be a link. */
function staysInPlugin({ uri, link }: FileEntry, source: Source, workspace: Workspace): boolean {
  const plugin = workspace.roots.pluginOf(uri);
  if (!plugin || plugin.uri === uri || !link?.target) return true;
  return isIn(source.realOf(plugin.uri), link.target);
}

/**
 * Returns what to report about a link to a folder that is not followed; undefined if it is followed. Links out of a plugin are
 * reported by `plugin/link-leaves-plugin`. A link out of everything that was asked for could lead through the whole disk.
 */
function whyNotFollowed(
  entry: FileEntry,
  source: Source,
  workspace: Workspace,
  tops: readonly string[],
): readonly Unreadable[] | undefined {
  const { uri, link } = entry;
  if (!staysInPlugin(entry, source, workspace)) return [];
  const isFollowed =
    !link?.target ||
    tops.some((top) => isIn(top, link.target ?? '')) ||
    workspace.roots.pluginOf(uri) !== undefined ||
    workspace.roots.isMount(uri);
  return isFollowed
    ? undefined
    : [{ uri, reason: 'is a link out of what is checked, so it is not followed', isLink: true }];
}

/** Returns what to report about a plugin whose name is that of a folder that is never entered. */
function skippedPlugin({ uri, name }: FileEntry, source: Source, workspace: Workspace): readonly Unreadable[] {
  if (name === '.git' || !workspace.roots.isMount(parentOf(uri))) return [];
  const isPlugin = ['.claude-plugin/plugin.json', '.mcp.json'].some((path) => source.stat(`${uri}/${path}`));
  return isPlugin ? [{ uri, reason: `is a plugin, but folders called ${name} are never entered` }] : [];
}
