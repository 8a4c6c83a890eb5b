import fs from 'node:fs';
import path from 'node:path';

/** A new text in a file next to the original, on the same disk, so that it can replace the original in one step. */
export interface Draft {
  /** Replaces the file. @returns true; @throws the system's error, and then the old text stays intact. */
  commit(): true;
  discard(): void;
}

/**
 * Writes a draft for `file`, with the same mode.
 * @throws the system's error if the folder cannot be written to, or the file cannot be changed.
 */
export function draftOf(file: string, bytes: Buffer): Draft {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  const discard = () => fs.rmSync(draft, { force: true });
  // A read-only file is protected, even if its folder would allow replacing it.
  fs.accessSync(file, fs.constants.W_OK);
  try {
    fs.writeFileSync(draft, bytes, { mode: fs.statSync(file).mode, flag: 'wx' });
  } catch (error) {
    discard();
    throw error;
  }
  const commit = (): true => {
    try {
      fs.renameSync(draft, file);
      return true;
    } finally {
      discard();
    }
  };
  return { commit, discard };
}

/** Returns a path with all links resolved, also for a file that does not exist yet. */
export function realPathOf(file: string): string {
  for (let at = file; ; at = path.dirname(at)) {
    try {
      return path.join(fs.realpathSync(at), path.relative(at, file));
    } catch {
      if (at === path.dirname(at)) return file;
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'its disk is read-only',
  ENOSPC: 'its disk is full',
  EDQUOT: 'its disk is full',
  ENOENT: 'it no longer exists',
  ENOTDIR: 'its folder no longer exists',
  EISDIR: 'it is a folder',
  EBUSY: 'it is in use',
  EEXIST: 'another program is writing it',
};

/** Returns why the system refused to write, as the rest of a sentence. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return reasons[code] ?? code;
}
