import fs from 'node:fs';
import path from 'node:path';
import { fileUri, fsPath, isIn, kinds, normalise, worktreeName } from '../core/index.ts';
import { profileNames } from '../core/vocabulary/policyNames.ts';
import { GitError, trouble } from '../disk/git.ts';
import { openRevision, type Revision } from '../disk/revision.ts';
import { kindsWith, type Settings } from '../settings.ts';
import { worktreeWord } from '../sides/reproduce.ts';
import { type Circumstances, isProfileUri, openFolders, profileFile, profileWords } from '../sides/side.ts';
import { type DeviceFiles, type DeviceSources, readDevice } from './device.ts';
import { existing, openPaths, readText, settingsAt, shownPath } from './opened.ts';
import { UsageError } from './usage.ts';

/** One side of a comparison: its display name, and the input of its evaluation. */
export interface NamedSide extends DeviceSources {
  readonly name: string;
  /** The commit from which it was read. */
  readonly commit: string | null;
  /** Files that options name but this side does not have. */
  readonly missing: ReadonlySet<string>;
  /** Returns the display name of a file. */
  shown(uri: string): string;
}

type Values = Parameters<typeof readDevice>[0];

/**
 * Reads the side that `word` names: `WORKTREE`, a folder, a policy file, a profile (`profile:locked-down`), or a git revision,
 * optionally with a folder or file after a colon.
 * @param values the options that name files, relative to the side if that is a folder or a revision.
 * @param circumstances what applies to both sides.
 */
export async function readSide(
  word: string,
  values: Values,
  circumstances: Partial<Circumstances>,
): Promise<NamedSide> {
  const { files, policy, commit = null, name = word } = placeOf(word);
  const named = policy === undefined ? values : { ...values, policy: [...(values.policy ?? []), `managed=${policy}`] };
  const missing = new Set<string>();
  const find = async (file: string) => {
    const uri = await files.find(file);
    if (uri === undefined) missing.add(file);
    return uri;
  };
  try {
    const sources = await readDevice(named, { ...files, find }, circumstances);
    return {
      ...sources,
      name,
      commit,
      missing,
      shown: (uri) => (isProfileUri(uri) ? word : shownPath(uri)),
    };
  } catch (error) {
    const isOurs = error instanceof UsageError || error instanceof GitError;
    throw isOurs && commit !== null ? new UsageError(`${word}: ${error.message}`) : error;
  }
}

interface Place {
  readonly files: DeviceFiles;
  /** The policy that is the whole side, in the notation of the option. */
  readonly policy?: string;
  readonly commit?: string;
  readonly name?: string;
}

function placeOf(word: string): Place {
  if (word === worktreeWord) return { files: folderFiles('.'), name: worktreeName };
  if (word.startsWith('profile:')) return { files: profileFiles(word), policy: word };
  const isPath = word !== '' && fs.existsSync(word);
  const isSpelledAsPath = /^\.{0,2}[/\\]|^\.{1,2}$/.test(word);
  const noRevision = isSpelledAsPath ? 'it is spelled as a path' : trouble(process.cwd());
  const found = noRevision === undefined ? revisionOf(word) : undefined;
  // A bare repository contains a file named HEAD, which is not a policy.
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

/** Errors of git are usage errors. */
function revisionOf(word: string): Revision | undefined {
  try {
    return openRevision(process.cwd(), word);
  } catch (error) {
    throw error instanceof GitError ? new UsageError(error.message) : error;
  }
}

function ofRevision(word: string, revision: Revision): Place {
  const isLone = revision.file !== undefined;
  const files = { ...revisionFiles(word, revision, settingsAt(existing('.'))), isLone };
  return { files, commit: revision.commit, ...(revision.file !== undefined && { policy: fsPath(revision.file) }) };
}

/**
 * The files of a revision. A file that an option names may be missing, since an older revision need not have it.
 * @param settings those of the current folder, so that both sides are read in the same way.
 */
const revisionFiles = (name: string, { files, top }: Revision, settings: Settings): DeviceFiles => ({
  folder: name,
  mayBeEmpty: true,
  top: () => top,
  find: async (file) => {
    const entry = await files.stat(uriOf(path.resolve(fsPath(top), file)));
    return entry && entry.link?.target !== null ? entry.uri : undefined;
  },
  text: async (uri) => {
    const text = await files.read(uri);
    if (text === undefined) throw new UsageError(`${shownPath(uri)} is not a text file, or is too large`);
    return text;
  },
  settings: () => settings,
  open: async (uris, { directories = [], policyFiles, tools }) => {
    const folders = uris.map((folder) => ({ files, folder }));
    const opened = await openFolders(folders, kindsWith(kinds, policyFiles, tools), directories.map(uriOf));
    return { ...opened, asked: (uri) => uris.some((each) => isIn(each, uri)) };
  },
});

const uriOf = (file: string): string => normalise(fileUri(file)).replace(/(?<=[^/])\/$/, '');

const isFolder = (name: string): boolean => fs.statSync(name).isDirectory();

/** The files of a folder on disk; options are relative to it, and their files may be missing. */
const folderFiles = (folder: string): DeviceFiles => ({
  folder,
  mayBeEmpty: true,
  top: () => existing(folder),
  find: async (name) => {
    const file = path.resolve(folder, name);
    return fs.existsSync(file) ? existing(file) : undefined;
  },
  text: async (uri) => readText(uri),
  open: openPaths,
  settings: () => settingsAt(existing(folder)),
});

/** The files of a single policy; options are relative to the current folder. */
const policyFiles = (): DeviceFiles => ({ ...folderFiles('.'), isLone: true, find: async (name) => existing(name) });

function profileFiles(word: string): DeviceFiles {
  const profile = profileNames.find((each) => `profile:${each}` === word);
  if (!profile) throw new UsageError(`unknown ${word}; expected one of ${profileWords.join(', ')}`);
  const { uri, text } = profileFile(profile);
  const disk = policyFiles();
  return {
    ...disk,
    find: async (file) => (file === word ? uri : disk.find(file)),
    text: async (file) => (file === uri ? text : disk.text(file)),
  };
}
