import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** A file or link in a revision. `mode` is git's: `100644`, `100755`, `120000` for a symbolic link. */
export interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  /** Relative to the root of the listed tree, with `/`. */
  readonly path: string;
}

/** An error of git, or git is not installed. */
export class GitError extends Error {}

/**
 * Only commands that read objects are used, and nothing that a repository configures can run: no monitor, no hook, no pager,
 * and no fetch of objects that a partial clone lacks.
 */
const harmless = [
  '--no-pager',
  '--no-optional-locks',
  ...['core.fsmonitor=', 'core.hooksPath=/dev/null', 'protocol.allow=never'].flatMap((setting) => ['-c', setting]),
];
/** The git variables that are kept: the location of the user's settings, and of objects that are being pushed to a server. */
const kept = /^GIT_(CONFIG_|CEILING_|DISCOVERY_|OBJECT_DIRECTORY$|ALTERNATE_OBJECT_|QUARANTINE_)/;
const largest = 1 << 29;

interface Ran {
  readonly status: number | null;
  readonly out: Buffer;
  readonly said: string;
}

function git(folder: string, args: readonly string[], input = ''): Ran {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || kept.test(name));
  const run = spawnSync('git', ['-C', folder, ...harmless, ...args], {
    // Windows looks for programs in the current folder first, which may contain another git.
    cwd: path.dirname(process.execPath),
    env: {
      ...Object.fromEntries(own),
      LC_ALL: 'C',
      GIT_ALLOW_PROTOCOL: '',
      GIT_NO_LAZY_FETCH: '1',
      GIT_TERMINAL_PROMPT: '0',
    },
    input,
    maxBuffer: largest,
    windowsHide: true,
  });
  if (run.error) {
    const isMissing = 'code' in run.error && run.error.code === 'ENOENT';
    throw new GitError(isMissing ? 'git was not found; it is needed to read a revision' : `git: ${run.error.message}`);
  }
  return { status: run.status, out: run.stdout, said: run.stderr.toString() };
}

/** Returns git's output when run in `folder`. */
function answer(folder: string, args: readonly string[], input?: string): Buffer {
  const { status, out, said } = git(folder, args, input);
  if (status === 0) return out;
  const complaint = /^(?:fatal|error): (.*)$/m.exec(said)?.[1] ?? `ended with ${status}`;
  throw new GitError(`git ${args[0]}: ${complaint}`);
}

/** Returns git's output as one line. */
export const line = (folder: string, args: readonly string[]): string =>
  answer(folder, args).toString().replace(/\n$/, '');

/** Returns why no revision can be read in `folder`, in git's words; undefined if it is in a repository. */
export function trouble(folder: string): string | undefined {
  try {
    line(folder, ['rev-parse', '--git-dir']);
    return undefined;
  } catch (error) {
    if (error instanceof GitError) return error.message;
    throw error;
  }
}

/** Returns the id of the object that `name` refers to; undefined if there is none, or no repository. */
export function idOf(folder: string, name: string): string | undefined {
  const { status, out } = git(folder, ['rev-parse', '--verify', '--quiet', name]);
  const id = out.toString().trim();
  return status === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

/** Returns the files and links of a tree. Submodules, and names that no file can have, are left out. */
export function list(folder: string, tree: string): TreeEntry[] {
  const lines = answer(folder, ['ls-tree', '-r', '-z', '--full-tree', tree]).toString().split('\0');
  return lines.flatMap((text): TreeEntry[] => {
    const [, mode = '', id = '', name = ''] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(text) ?? [];
    const isName = name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part !== '.git');
    return mode !== '' && isName ? [{ mode, id, path: name }] : [];
  });
}

/** Returns the bytes of files as committed, by id, without filters or conversions. Files over `limit` bytes are left out. */
export function contents(folder: string, ids: readonly string[], limit: number): Map<string, Buffer> {
  const lines = (all: readonly string[]) => all.map((id) => `${id}\n`).join('');
  const sizes = answer(folder, ['cat-file', '--batch-check'], lines([...new Set(ids)]))
    .toString()
    .trim()
    .split('\n');
  const wanted = sizes.flatMap((text) => {
    const [id = '', type, size] = text.split(' ');
    if (type === 'missing') throw new GitError(`git cat-file: this clone does not contain ${id}; fetch it first`);
    return type === 'blob' && Number(size) <= limit ? [id] : [];
  });
  const found = new Map<string, Buffer>();
  const out = wanted.length === 0 ? Buffer.alloc(0) : answer(folder, ['cat-file', '--batch'], lines(wanted));
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const [id = '', , size] = out.toString('latin1', at, end).split(' ');
    found.set(id, out.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return found;
}
