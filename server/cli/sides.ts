import fs from 'node:fs';
import path from 'node:path';
import { worktreeName } from '../core/diff/comment.ts';
import { newPolicy } from '../core/policy/profiles/newPolicy.ts';
import { profileNames } from '../core/policy/profiles/profiles.ts';
import { type Files, readDevice, type Sources } from './device.ts';
import { type Revision, revision, trouble } from './git.ts';
import { existing, openPaths, readText, settingsAt, shownPath } from './opened.ts';
import { revisionFiles } from './revisionFiles.ts';
import { UsageError } from './usage.ts';

/** One side of a comparison: what people call it, and what it is evaluated from. */
export interface NamedSide extends Sources {
  readonly name: string;
  /** The commit it was read from. */
  readonly commit: string | null;
  /** What options name and this side lacks. */
  readonly missing: ReadonlySet<string>;
  /** A file as people name it. */
  shown(uri: string): string;
}

type Values = Parameters<typeof readDevice>[0];

/** How the files on the disk are called that are compared with a revision. */
export const worktree = 'WORKTREE';

/**
 * Reads what `word` names: `WORKTREE`, a folder, a policy file, a profile (`profile:locked-down`), or a git revision, with a
 * folder or file behind a colon if one is meant.
 * @param values what says which files count, relative to the side where that is a folder or a revision.
 */
export async function readSide(word: string, values: Values): Promise<NamedSide> {
  const { files, policy, commit = null, name = word } = placeOf(word);
  const named = policy === undefined ? values : { ...values, policy: [...(values.policy ?? []), `managed=${policy}`] };
  const missing = new Set<string>();
  const find = (file: string) => {
    const uri = files.find(file);
    if (uri === undefined) missing.add(file);
    return uri;
  };
  try {
    const sources = await readDevice(named, { ...files, find });
    return {
      ...sources,
      name,
      commit,
      missing,
      shown: (uri) => (uri.startsWith(profileScheme) ? word : shownPath(uri)),
    };
  } catch (error) {
    throw error instanceof UsageError && commit !== null ? new UsageError(`${word}: ${error.message}`) : error;
  }
}

interface Place {
  readonly files: Files;
  /** The policy that is the whole side, as an option names it. */
  readonly policy?: string;
  readonly commit?: string;
  readonly name?: string;
}

const profileScheme = 'plugboard-profile:';

function placeOf(word: string): Place {
  if (word === worktree) return { files: folderFiles('.'), name: worktreeName };
  if (word.startsWith('profile:')) return { files: profileFiles(word), policy: word };
  const isPath = word !== '' && fs.existsSync(word);
  const isSpelledAsPath = /^\.{0,2}[/\\]|^\.{1,2}$/.test(word);
  const noRevision = isSpelledAsPath ? 'it is spelled as a path' : trouble();
  const found = noRevision === undefined ? revision(word) : undefined;
  // A bare repository holds a file called HEAD, which is no policy.
  if (found && isPath && (isFolder(word) || word.includes('.'))) {
    const what = isFolder(word) ? 'folder' : 'file';
    throw new UsageError(
      `${word} is a revision and a ${what}: write ./${word} for the ${what}, ${word}^0 for the revision`,
    );
  }
  if (found) return ofRevision(word, found);
  if (isPath) return isFolder(word) ? { files: folderFiles(word) } : { files: policyFiles(), policy: word };
  if (noRevision === undefined) throw new UsageError(`no such revision, folder or file: ${word || "''"}`);
  throw new UsageError(`no such folder or file: ${word}${isSpelledAsPath ? '' : ` (and no revision; ${noRevision})`}`);
}

function ofRevision(word: string, found: Revision): Place {
  const files = revisionFiles(word, found, settingsAt(existing('.')));
  return { files, commit: found.commit, ...(found.file !== undefined && { policy: found.file }) };
}

const isFolder = (name: string): boolean => fs.statSync(name).isDirectory();

/** A folder on the disk; what options name is looked for in it, and may be missing. */
const folderFiles = (folder: string): Files => ({
  folder,
  mayBeEmpty: true,
  top: () => existing(folder),
  find: (name) => {
    const file = path.resolve(folder, name);
    return fs.existsSync(file) ? existing(file) : undefined;
  },
  text: readText,
  open: openPaths,
  settings: () => settingsAt(existing(folder)),
});

/** A lone policy: what options name beside it lies where the command is called. */
const policyFiles = (): Files => ({ ...folderFiles('.'), find: existing });

function profileFiles(word: string): Files {
  const name = profileNames.find((each) => `profile:${each}` === word);
  if (!name)
    throw new UsageError(`there is no ${word}; there are ${profileNames.map((each) => `profile:${each}`).join(', ')}`);
  const uri = `${profileScheme}/${name}.json`;
  const disk = policyFiles();
  return {
    ...disk,
    find: (file) => (file === word ? uri : disk.find(file)),
    text: (file) => (file === uri ? newPolicy(undefined, name, 'json').text : disk.text(file)),
  };
}
