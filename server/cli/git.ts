import path from 'node:path';
import * as git from '../disk/git.ts';
import { UsageError } from './usage.ts';

export type { TreeEntry } from '../disk/git.ts';

/** What a word such as `HEAD~3` or `main:policies` names. */
export interface Revision {
  readonly commit: string;
  /** Its files. */
  readonly entries: readonly git.TreeEntry[];
  /** The folder of the disk in which they would lie. */
  readonly folder: string;
  /** The folder that is meant, and the file if one was named. */
  readonly top: string;
  readonly file?: string;
}

/** Why no revision can be read from here, in git's words; undefined where the current folder lies in a repository. */
export function trouble(): string | undefined {
  try {
    git.line(process.cwd(), ['rev-parse', '--git-dir']);
    return undefined;
  } catch (error) {
    if (error instanceof git.GitError) return error.message;
    throw error;
  }
}

/**
 * The files of a revision, below the current folder, or below a folder (or a file) that is named behind a colon, as git
 * has it: from the top of the repository, or from here with `./`.
 * @returns undefined when there is no such revision.
 */
export const revision = (name: string): Revision | undefined => usage(() => read(name, process.cwd()));

function read(name: string, here: string): Revision | undefined {
  if (name.startsWith('-')) throw new UsageError(`a revision does not begin with a dash: ${name}`);
  const whole = git.idOf(here, `${name}^{commit}`);
  // A date of a reflog holds colons, too.
  const colon = whole === undefined ? name.indexOf(':') : -1;
  const [commitish, inner] = colon > 0 ? [name.slice(0, colon), name.slice(colon + 1)] : [name, undefined];
  const commit = whole ?? git.idOf(here, `${commitish}^{commit}`);
  if (commit === undefined) return undefined;
  if (inner === undefined) {
    return { commit, entries: git.listBelow(here, commit), folder: here, top: here };
  }
  const id = git.idOf(here, `${commit}:${inner}`);
  if (id === undefined) throw new UsageError(`${commitish} has no ${inner}`);
  const folder = path.resolve(git.line(here, ['rev-parse', '--show-cdup']));
  const place = path.resolve(/^\.\.?(\/|$)/.test(inner) ? here : folder, inner);
  const isFile = git.line(here, ['cat-file', '-t', id]) === 'blob';
  const entries = git.list(here, `${commit}^{tree}`);
  return { commit, entries, folder, ...(isFile ? { top: here, file: place } : { top: place }) };
}

/** The bytes of files as they were committed, by their ids. Those over `limit` bytes are left out. */
export const contents = (ids: readonly string[], limit: number): Map<string, Buffer> =>
  usage(() => git.contents(process.cwd(), ids, limit));

/** Whatever git complains of is what was asked wrongly. */
function usage<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof git.GitError ? new UsageError(error.message) : error;
  }
}
