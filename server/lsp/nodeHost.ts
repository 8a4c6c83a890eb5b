import { kinds } from '../core/kinds/index.ts';
import * as disk from '../disk.ts';
import type { Host, Timer } from './host.ts';

const timer: Timer = (callback, milliseconds) => {
  const handle = setTimeout(callback, milliseconds);
  return () => clearTimeout(handle);
};

/** The server's surroundings in node: the disk, the clock, all kinds of documents. */
export const nodeHost = (): Host => ({ kinds, files: disk, timer, now: () => new Date().toISOString() });
