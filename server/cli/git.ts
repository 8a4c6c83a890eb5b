import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { UsageError } from './usage.ts';

/** A file or link of a revision. `mode` is git's: `100644`, `100755`, `120000` for a symbolic link. */
export interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  /** From the top of the listed tree, with `/`. */
  readonly path: string;
}

/** What a word such as `HEAD~3` or `main:policies` names. */
export interface Revision {
  readonly commit: string;
  /** Its files. */
  readonly entries: readonly TreeEntry[];
  /** The folder of the disk in which they would lie. */
  readonly folder: string;
  /** The folder that is meant, and the file if one was named. */
  readonly top: string;
  readonly file?: string;
}

/**
 * Only commands that read objects are called, and nothing that a repository configures may run: no monitor, no hook, no
 * pager, and no fetch of what a partial clone lacks.
 */
const harmless = [
  '--no-pager',
  '--no-optional-locks',
  ...['core.fsmonitor=', 'core.hooksPath=/dev/null', 'protocol.allow=never'].flatMap((setting) => ['-c', setting]),
];
/** What of git's own environment is kept: where the user's settings are, and where a server holds objects that are being pushed. */
const kept = /^GIT_(CONFIG_|CEILING_|DISCOVERY_|OBJECT_DIRECTORY$|ALTERNATE_OBJECT_|QUARANTINE_)/;
const largest = 1 << 29;

interface Ran {
  readonly status: number | null;
  readonly out: Buffer;
  readonly said: string;
}

function git(args: readonly string[], input = ''): Ran {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || kept.test(name));
  const run = spawnSync('git', ['-C', process.cwd(), ...harmless, ...args], {
    // Windows looks for programs in the current folder first, which may hold a git of its own.
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
    throw new UsageError(
      isMissing ? 'git was not found; it is needed to read a revision' : `git: ${run.error.message}`,
    );
  }
  return { status: run.status, out: run.stdout, said: run.stderr.toString() };
}

/** What git prints, or a usage error with what it complains of. */
function answer(args: readonly string[], input?: string): Buffer {
  const { status, out, said } = git(args, input);
  if (status === 0) return out;
  const complaint = /^(?:fatal|error): (.*)$/m.exec(said)?.[1] ?? `ended with ${status}`;
  throw new UsageError(`git ${args[0]}: ${complaint}`);
}

/** The id of the object that `name` stands for; undefined when there is none, or no repository. */
function idOf(name: string): string | undefined {
  const { status, out } = git(['rev-parse', '--verify', '--quiet', name]);
  const id = out.toString().trim();
  return status === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

const line = (args: readonly string[]): string => answer(args).toString().replace(/\n$/, '');

/** Why no revision can be read from here, in git's words; undefined where the current folder lies in a repository. */
export function trouble(): string | undefined {
  try {
    line(['rev-parse', '--git-dir']);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

/**
 * The files of a revision, below the current folder, or below a folder (or a file) that is named behind a colon, as git
 * has it: from the top of the repository, or from here with `./`.
 * @returns undefined when there is no such revision.
 */
export function revision(name: string): Revision | undefined {
  if (name.startsWith('-')) throw new UsageError(`a revision does not begin with a dash: ${name}`);
  const whole = idOf(`${name}^{commit}`);
  // A date of a reflog holds colons, too.
  const colon = whole === undefined ? name.indexOf(':') : -1;
  const [commitish, inner] = colon > 0 ? [name.slice(0, colon), name.slice(colon + 1)] : [name, undefined];
  const commit = whole ?? idOf(`${commitish}^{commit}`);
  if (commit === undefined) return undefined;
  if (inner === undefined) {
    const tree = idOf(`${commit}:${line(['rev-parse', '--show-prefix']).replace(/\/$/, '')}`);
    return { commit, entries: tree === undefined ? [] : list(tree), folder: process.cwd(), top: process.cwd() };
  }
  const id = idOf(`${commit}:${inner}`);
  if (id === undefined) throw new UsageError(`${commitish} has no ${inner}`);
  const folder = path.resolve(line(['rev-parse', '--show-cdup']));
  const place = path.resolve(/^\.\.?(\/|$)/.test(inner) ? process.cwd() : folder, inner);
  const isFile = line(['cat-file', '-t', id]) === 'blob';
  const entries = list(`${commit}^{tree}`);
  return { commit, entries, folder, ...(isFile ? { top: process.cwd(), file: place } : { top: place }) };
}

/** The files and links of a tree. Parts of other repositories are left out, and names that no file can have. */
function list(tree: string): TreeEntry[] {
  const lines = answer(['ls-tree', '-r', '-z', '--full-tree', tree]).toString().split('\0');
  return lines.flatMap((text): TreeEntry[] => {
    const [, mode = '', id = '', name = ''] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(text) ?? [];
    const isName = name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part !== '.git');
    return mode !== '' && isName ? [{ mode, id, path: name }] : [];
  });
}

/** The bytes of files as they were committed, by their ids, without filters or conversions. Those over `limit` bytes are left out. */
export function contents(ids: readonly string[], limit: number): Map<string, Buffer> {
  const lines = (all: readonly string[]) => all.map((id) => `${id}\n`).join('');
  const sizes = answer(['cat-file', '--batch-check'], lines([...new Set(ids)]))
    .toString()
    .trim()
    .split('\n');
  const wanted = sizes.flatMap((text) => {
    const [id = '', type, size] = text.split(' ');
    if (type === 'missing') throw new UsageError(`git cat-file: this clone lacks ${id}; fetch it first`);
    return type === 'blob' && Number(size) <= limit ? [id] : [];
  });
  const found = new Map<string, Buffer>();
  const out = wanted.length === 0 ? Buffer.alloc(0) : answer(['cat-file', '--batch'], lines(wanted));
  for (let at = 0; at < out.length; ) {
    const end = out.indexOf(10, at);
    const [id = '', , size] = out.toString('latin1', at, end).split(' ');
    found.set(id, out.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return found;
}
