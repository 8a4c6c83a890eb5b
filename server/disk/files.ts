import fs from 'node:fs';
import path from 'node:path';
import { type FileEntry, fileUri, fsPath, nameOf, type Workspace } from '../core/index.ts';
import { decode, undecodable } from './encoding.ts';
import { lossy, type Scanned, type ScanOptions, type Unreadable } from './fileSystem.ts';
import { type Folder, type Loaded, type Source, scanSource, textLimit } from './scan.ts';

/** The disk as a source for scans. */
const source: Source = {
  pathOf: fsPath,
  stat: statNow,
  list: listNow,
  realOf: (uri) => {
    try {
      return fileUri(fs.realpathSync(fsPath(uri)));
    } catch {
      return uri;
    }
  },
  isLoop,
  load: loadNow,
};

/** Reads everything below `folders` on disk into `workspace`. */
export const scan = (folders: readonly string[], workspace: Workspace, options: ScanOptions = {}): Promise<Scanned> =>
  scanSource(source, folders, workspace, options);

/** Returns the text of a file; undefined if it does not exist or cannot be read. */
export async function read(uri: string): Promise<string | undefined> {
  const loaded = loadNow(uri, textLimit);
  return loaded && 'text' in loaded ? loaded.text : undefined;
}

/** Returns the entry at a URI; undefined if there is none. */
export const stat = async (uri: string): Promise<FileEntry | undefined> => statNow(uri);

/** Returns the text of a file, or why it has none; undefined if it does not exist or is not a regular file. */
export function readNow(uri: string, limit = textLimit): string | Unreadable | undefined {
  const found = loadNow(uri, limit);
  if (!found || !('text' in found)) return found;
  return found.isLossy ? { uri, reason: lossy } : found.text;
}

function loadNow(uri: string, limit: number): Loaded {
  try {
    const file = fsPath(uri);
    const stats = fs.statSync(file, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    if (stats.size > limit) return { uri, reason: `is larger than ${limit / 1_000_000} MB and was not read` };
    const bytes = fs.readFileSync(file);
    return decode(bytes) ?? { uri, reason: undecodable(bytes) };
  } catch (error) {
    return isGone(error) ? undefined : { uri, reason: `cannot be read: ${reasonOf(error)}` };
  }
}

function statNow(uri: string): FileEntry | undefined {
  const file = fsPath(uri);
  try {
    const stats = fs.lstatSync(file);
    const entry = entryOf(file, { uri, name: nameOf(uri) }, stats);
    if (!entry || !stats.isFile()) return entry;
    return { ...entry, size: stats.size, ...markOf(file) };
  } catch {
    return undefined;
  }
}

/** Returns what the first bytes of a file say about its encoding. Used only for JSON and Markdown. */
function markOf(file: string): Pick<FileEntry, 'hasByteOrderMark' | 'isUtf16'> {
  if (!/\.(json|md)$/.test(file)) return {};
  const handle = fs.openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(3);
    const length = fs.readSync(handle, bytes, 0, 3, 0);
    if (length === 3 && bytes.equals(Buffer.from([0xef, 0xbb, 0xbf]))) return { hasByteOrderMark: true };
    const isWide = length >= 2 && ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2));
    return isWide ? { isUtf16: true } : {};
  } finally {
    fs.closeSync(handle);
  }
}

function listNow(folder: Folder, unreadable: Unreadable[]): { entry: FileEntry; path: string }[] {
  try {
    return fs.readdirSync(folder.path, { withFileTypes: true }).flatMap((dirent) => {
      const file = path.join(folder.path, dirent.name);
      // A name that is not valid UTF-8 is returned with replacement characters, and its file cannot be opened.
      if (dirent.name.includes('\ufffd') && !fs.existsSync(file)) {
        unreadable.push({
          uri: uriIn(folder, dirent.name, file),
          reason: 'has a name that is not UTF-8, so it cannot be read',
        });
        return [];
      }
      const entry = entryOf(file, { uri: uriIn(folder, dirent.name, file), name: dirent.name }, dirent);
      return entry ? { entry, path: file } : [];
    });
  } catch (error) {
    if (!isGone(error)) unreadable.push({ uri: folder.uri, reason: `cannot be read: ${reasonOf(error)}` });
    return [];
  }
}

/** Returns a URI in the spelling of `vscode-uri`; most names need no escaping. */
const uriIn = (folder: Folder, name: string, file: string): string =>
  /^[\w.~-]+$/.test(name) ? `${folder.uri.replace(/\/$/, '')}/${name}` : fileUri(file);

type Kind = Pick<fs.Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

/** Extensions of files that are not programs. Reading the mode of every image would be slow. */
const noProgram = /\.(md|json|jsonc|ya?ml|txt|png|jpe?g|gif|svg|html|css|lock|toml|csv|pdf)$/i;

/** Returns the entry of a regular file or folder, or of a link, broken or not; undefined for sockets and the like. */
function entryOf(file: string, named: { uri: string; name: string }, kind: Kind): FileEntry | undefined {
  const access = linuxPolicy.includes(file) ? accessOf(file) : {};
  if (kind.isDirectory()) return { ...named, type: 'directory', ...access };
  if (kind.isFile())
    return noProgram.test(named.name)
      ? { ...named, type: 'file', ...access }
      : { ...named, type: 'file', ...mode(file) };
  if (!kind.isSymbolicLink()) return undefined;
  try {
    const target = fs.realpathSync(file);
    const stats = fs.statSync(target);
    if (stats.isDirectory()) return { ...named, type: 'directory', link: { target: fileUri(target) } };
    return stats.isFile() ? { ...named, type: 'file', link: { target: fileUri(target) }, ...mode(target) } : undefined;
  } catch {
    return { ...named, type: 'file', link: { target: null } };
  }
}

/** The policy of a Linux device and its folder, which the app trusts only if nobody but root can change them. */
const linuxPolicy = ['/etc/claude-desktop', '/etc/claude-desktop/managed-settings.json'];

function accessOf(file: string): Pick<FileEntry, 'access'> {
  const { uid, mode } = fs.lstatSync(file);
  return { access: { isOwnedByRoot: uid === 0, isWritableByOthers: (mode & 0o022) !== 0 } };
}

/** Windows has no such mode. */
function mode(file: string): { executable?: boolean } {
  if (process.platform === 'win32') return {};
  try {
    return { executable: (fs.statSync(file).mode & 0o111) !== 0 };
  } catch {
    return {};
  }
}

/** Whether the link `file` leads to a folder that contains it, or is broken. */
function isLoop(folder: string, file: string): boolean {
  try {
    const [here, there] = [fs.realpathSync(folder), fs.realpathSync(file)];
    return `${here}${path.sep}`.startsWith(there.endsWith(path.sep) ? there : `${there}${path.sep}`);
  } catch {
    return true;
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const isGone = (error: unknown): boolean => codeOf(error) === 'ENOENT';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENAMETOOLONG: 'its path is too long',
  EIO: 'the disk reports an error',
};

/** Returns the system's error for a failed read, in words. */
export const reasonOf = (error: unknown): string => reasons[codeOf(error)] ?? (codeOf(error) || 'unknown reason');
