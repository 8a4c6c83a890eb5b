import fs from 'node:fs';
import type { During } from '../core/index.ts';

/** Runs work without noting it, for clients that keep no journal. */
export const unnoted: During = (_uri, run) => run();

/**
 * Returns a function that notes in `file` which document is being examined. A process that dies or hangs leaves the note behind,
 * so its client knows the document. One line: a number that increases with each note, a space, and the URI, or nothing between
 * documents. A note costs a few microseconds, since the file stays open. Without access to the file, nothing is noted.
 */
export function journalIn(file: string): During {
  let handle: number;
  try {
    handle = fs.openSync(file, 'w');
  } catch {
    return unnoted;
  }
  let step = 0;
  let current = '';
  const note = (uri: string) => {
    current = uri;
    fs.writeSync(handle, `${++step} ${uri}\n`, 0);
  };
  return (uri, run) => {
    if (uri === current) return run();
    const before = current;
    note(uri);
    try {
      return run();
    } finally {
      note(before);
    }
  };
}
