import type { FileEntry, Workspace } from '../core/index.ts';

export interface Unreadable {
  readonly uri: string;
  /** Why, as the end of a sentence about the file: `cannot be read: permission denied`. */
  readonly reason: string;
  /** It is a link that is not followed. */
  readonly isLink?: true;
  /** It was read anyway, as the app reads it. */
  readonly isRead?: true;
}

/** The reason for a text with bytes that are not valid UTF-8. */
export const lossy = 'is not valid UTF-8; the app reads the broken characters as U+FFFD';

export interface Scanned {
  /** The number of files that were examined. */
  readonly files: number;
  readonly unreadable: readonly Unreadable[];
}

export interface ScanOptions {
  /** Called from time to time with the number of files examined so far. */
  readonly progress?: (files: number) => void;
  /** Links to folders below these are followed; default: the folders of the scan. */
  readonly within?: readonly string[];
  /** How long the scan may block other work, in milliseconds; default: 20. */
  readonly slice?: number;
  /** Aborts the scan. */
  readonly signal?: AbortSignal;
}

/** Files by URI: on disk, in a git revision, or in a test's memory. */
export interface FileSystem {
  /**
   * Fills `workspace` with everything below `folders` (URIs of folders or files): the names of all files, and the texts of
   * those that a kind claims. Never throws because of a file: what could not be read is part of the result.
   */
  scan(folders: readonly string[], workspace: Workspace, options?: ScanOptions): Promise<Scanned>;
  /** Returns the text of a file, following links; undefined if it does not exist or cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Returns the entry at a URI, a link as a link; undefined if there is none. */
  stat(uri: string): Promise<FileEntry | undefined>;
}
