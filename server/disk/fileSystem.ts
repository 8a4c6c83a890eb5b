import type { FileEntry, Workspace } from '../core/index.ts';

export interface Unreadable {
  readonly uri: string;
  /** Why, as the end of a sentence about the file: `cannot be read: permission denied`. */
  readonly reason: string;
  /** It is a link that is not followed. */
  readonly isLink?: true;
  /** It was read all the same, as the app reads it. */
  readonly isRead?: true;
}

/** What is said of a text some bytes of which are not UTF-8. */
export const lossy = 'is not valid UTF-8; the app reads the broken characters as U+FFFD';

export interface Scanned {
  /** How many files were looked at. */
  readonly files: number;
  readonly unreadable: readonly Unreadable[];
}

export interface ScanOptions {
  /** Called now and then with the number of files looked at so far. */
  readonly progress?: (files: number) => void;
  /** Links to folders below these are followed; without it those below the folders of the scan. */
  readonly within?: readonly string[];
  /** Ends the scan early. */
  readonly signal?: AbortSignal;
}

/** Files by address: those of the disk, of a git revision, or of a test's memory. */
export interface FileSystem {
  /**
   * Fills `workspace` with what is below `folders` (addresses of folders or files): the names of all files, and the texts of
   * those that a kind wants. Never throws for what it meets: what could not be read is part of the answer.
   */
  scan(folders: readonly string[], workspace: Workspace, options?: ScanOptions): Promise<Scanned>;
  /** Returns the text of a file, links followed; undefined when there is none or it cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Returns what is at an address, a link as a link; undefined when nothing is. */
  stat(uri: string): Promise<FileEntry | undefined>;
}
