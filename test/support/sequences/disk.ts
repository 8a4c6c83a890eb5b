import fs from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { FileChangeType, type FileEvent, WatchKind } from 'vscode-languageserver-protocol/node';
import { fileUri } from '../../../server/core/base/uri.ts';

/** What a watcher sees of a file: everything that makes it report a change. */
interface Seen {
  readonly isFolder: boolean;
  readonly state: string;
}

/** A real folder whose paths are written with `/`. */
export class Disk {
  constructor(readonly root: string) {}

  readonly at = (file: string): string => path.join(this.root, ...file.split('/'));
  readonly uri = (file: string): string => fileUri(this.at(file));

  /** Returns all files and folders below the root, parents first, without following links. */
  list(): string[] {
    const found: string[] = [];
    const enter = (folder: string) => {
      for (const entry of fs.readdirSync(this.at(folder), { withFileTypes: true })) {
        const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
        found.push(file);
        if (entry.isDirectory()) enter(file);
      }
    };
    enter('');
    return found.sort();
  }

  /** Returns the text of a regular file, following links. */
  read(file: string): string | undefined {
    try {
      return fs.statSync(this.at(file)).isFile() ? fs.readFileSync(this.at(file), 'utf8') : undefined;
    } catch (error) {
      refused(error);
      return undefined;
    }
  }

  /** Writes a file and the folders above it; does nothing if a file is in the way of a folder, or a folder in the way of the file. */
  write(file: string, text: string): boolean {
    try {
      fs.mkdirSync(path.dirname(this.at(file)), { recursive: true });
      fs.writeFileSync(this.at(file), text);
      return true;
    } catch (error) {
      return refused(error);
    }
  }

  remove(file: string): void {
    fs.rmSync(this.at(file), { recursive: true, force: true });
  }

  rename(from: string, to: string): boolean {
    if (fs.lstatSync(this.at(to), { throwIfNoEntry: false })) return false;
    try {
      fs.mkdirSync(path.dirname(this.at(to)), { recursive: true });
      fs.renameSync(this.at(from), this.at(to));
      return true;
    } catch (error) {
      return refused(error);
    }
  }

  link(from: string, to: string): boolean {
    if (fs.lstatSync(this.at(from), { throwIfNoEntry: false })) return false;
    try {
      fs.mkdirSync(path.dirname(this.at(from)), { recursive: true });
      fs.symlinkSync(path.relative(path.dirname(this.at(from)), this.at(to)), this.at(from));
      return true;
    } catch (error) {
      return refused(error);
    }
  }

  /** Returns what a watcher remembers: kind, identity, size, time and mode by path. */
  see(): Map<string, Seen> {
    return new Map(
      this.list().map((file) => {
        const { ino, size, mtimeNs, mode } = fs.lstatSync(this.at(file), { bigint: true });
        const isFolder = fs.lstatSync(this.at(file)).isDirectory();
        // A folder changes with each name in it, which watchers do not report.
        return [file, { isFolder, state: isFolder ? `${mode}` : [ino, size, mtimeNs, mode].join() }];
      }),
    );
  }
}

/** Whether `error` is that of a file in the way of a folder or a folder in the way of a file; other errors are thrown. */
function refused(error: unknown): false {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (['EEXIST', 'ENOTDIR', 'EISDIR', 'EINVAL', 'ENOTEMPTY', 'ELOOP', 'ENOENT'].includes(String(code))) return false;
  throw error;
}

interface Registered {
  readonly matches: (path: string) => boolean;
  readonly kind: number;
}

/** Reports changes on disk since the last call, as editors do: only what the server has registered for, and for folders in several ways. */
export class Watcher {
  #seen: Map<string, Seen>;
  readonly #registered: Registered[] = [];

  constructor(readonly disk: Disk) {
    this.#seen = disk.see();
  }

  register(watchers: readonly { readonly globPattern: unknown; readonly kind?: number }[]): void {
    for (const { globPattern, kind = 7 } of watchers) {
      this.#registered.push({ matches: picomatch(String(globPattern), { dot: true }), kind });
    }
  }

  /**
   * Returns what happened since the last call. A path that was deleted and created again has changed.
   * @param onlyTops report a new folder, but not its content. The content of a deleted folder is never reported.
   */
  takeEvents(onlyTops: boolean): FileEvent[] {
    const before = this.#seen;
    const after = this.disk.see();
    this.#seen = after;
    const isTop = (file: string, other: ReadonlyMap<string, Seen>) => other.has(parent(file)) || parent(file) === '';
    const gone = [...before.keys()].filter((file) => !after.has(file) && isTop(file, after));
    const came = [...after.keys()].filter((file) => !before.has(file) && (!onlyTops || isTop(file, before)));
    const changed = [...after].filter(([file, { isFolder, state }]) => {
      const old = before.get(file);
      return old && (old.isFolder !== isFolder || old.state !== state);
    });
    return [
      ...this.#wanted(gone, FileChangeType.Deleted, WatchKind.Delete),
      ...this.#wanted(came, FileChangeType.Created, WatchKind.Create),
      ...this.#wanted(
        changed.map(([file]) => file),
        FileChangeType.Changed,
        WatchKind.Change,
      ),
    ];
  }

  #wanted(files: readonly string[], type: FileChangeType, kind: number): FileEvent[] {
    const isWanted = (file: string) => this.#registered.some((each) => (each.kind & kind) !== 0 && each.matches(file));
    return files.filter(isWanted).map((file) => ({ uri: this.disk.uri(file), type }));
  }
}

const parent = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));
