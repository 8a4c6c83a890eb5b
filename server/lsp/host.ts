import type { DocumentKind } from '../core/index.ts';
import type { FileSystem } from '../disk/fileSystem.ts';

/** Runs `callback` once after `milliseconds`; the returned function cancels it. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/** The server's environment. */
export interface Host {
  readonly kinds: readonly DocumentKind[];
  /** The file system: that of Node, of a test, or in the future of the editor in the browser. */
  readonly files: FileSystem;
  readonly timer: Timer;
  /** Returns the instant with which cut-off dates are compared, in ISO 8601. */
  readonly now: () => string;
  /** Returns the URL of a rule's documentation, if there is one. */
  readonly rulePage?: (rule: string) => string | undefined;
}
