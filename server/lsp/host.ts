import type { DocumentKind } from '../core/index.ts';
import type { FileSystem } from '../disk/fileSystem.ts';

/** Runs `callback` once after `milliseconds`; the answer calls it off. */
export type Timer = (callback: () => void, milliseconds: number) => () => void;

/** Everything that the server needs of the world around it. */
export interface Host {
  readonly kinds: readonly DocumentKind[];
  /** How files are reached: given by node, by a test, or later by the editor in the browser. */
  readonly files: FileSystem;
  readonly timer: Timer;
  /** The instant that cut-off dates are compared with, ISO 8601. */
  readonly now: () => string;
  /** Where people read about a rule, if there is such a place. */
  readonly rulePage?: (rule: string) => string | undefined;
}
