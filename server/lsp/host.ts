import type { DocumentKind, FileEntry } from '../core/model.ts';
import type { Workspace } from '../core/workspace/workspace.ts';

/** How files are reached: given by node, by a test, or later by the editor in the browser. */
export interface Files {
  /** Adds what is below `folders` to `workspace`: names of all files, texts of those that a kind wants. */
  scan(
    folders: readonly string[],
    workspace: Workspace,
    options?: { readonly progress?: (files: number) => void; readonly signal?: AbortSignal },
  ): Promise<unknown>;
  /** The text of a file; undefined when there is none. */
  read(uri: string): Promise<string | undefined>;
  /** What stands at an address; undefined when nothing does. */
  stat(uri: string): Promise<FileEntry | undefined>;
}

/** Runs `callback` once after `milliseconds`; the answer calls it off. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/** Everything that the server needs of the world around it. */
export interface Host {
  readonly kinds: readonly DocumentKind[];
  readonly files: Files;
  readonly timer: Timer;
  /** The instant that cut-off dates are compared with, ISO 8601. */
  readonly now: () => string;
  /** Where people read about a rule, if there is such a place. */
  readonly rulePage?: (rule: string) => string | undefined;
}
