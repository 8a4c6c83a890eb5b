import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileUri, fsPath, isIn, kinds, normalise, Workspace } from '../core/index.ts';
import { isBinaryPlist, xmlOfBinaryPlist } from '../disk/binaryPlist.ts';
import type { Scanned } from '../disk/fileSystem.ts';
import { readNow, scan } from '../disk/files.ts';
import { defaultToolsFile, kindsWith, readSettings, type Settings, settingsFile } from '../settings.ts';
import { absoluteFleets } from './fleets.ts';
import { UsageError } from './usage.ts';

/** Returns the display form of a path: relative to the current folder, with `/`. */
export function shownPath(uri: string): string {
  const relative = path.relative(process.cwd(), fsPath(uri)) || '.';
  return path.sep === '/' ? relative : relative.replaceAll('\\', '/');
}

/** Returns a display path as one from the root of the repository around the current folder; without one, unchanged. */
export function fromRepository(shown: string): string {
  for (let folder = process.cwd(); ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, '.git'))) {
      const relative = path.relative(folder, path.resolve(shown));
      return path.sep === '/' ? relative : relative.replaceAll('\\', '/');
    }
    if (folder === path.dirname(folder)) return shown;
  }
}

/** Returns the URI of a file or folder, which must exist. */
export function existing(name: string): string {
  const file = path.resolve(name);
  if (name === '' || !fs.existsSync(file)) throw new UsageError(`no such file or folder: ${name || "''"}`);
  return normalise(fileUri(file)).replace(/(?<=[^/])\/$/, '');
}

/**
 * Returns the settings of `.plugboard.json` at or above `uri`, up to the root of the repository; relative paths in them become
 * absolute.
 */
export function settingsAt(uri: string): Settings {
  for (const file of settingsFiles(uri)) {
    const settings = readSettings(readJson(fileUri(file)));
    const absolute = (name: string) => path.resolve(path.dirname(file), name);
    const { directories, tools, fleets } = settings;
    return {
      ...settings,
      ...(fleets && { fleets: absoluteFleets(fleets, absolute) }),
      ...(directories && { directories: directories.map(absolute) }),
      ...(tools === undefined ? knownToolsAt(uri) : { tools: absolute(tools) }),
    };
  }
  return knownToolsAt(uri);
}

/** Returns the file of known tools at or above `uri`, if no setting names one. */
function knownToolsAt(uri: string): Pick<Settings, 'tools'> {
  const [tools] = filesAbove(uri, defaultToolsFile);
  return tools === undefined ? {} : { tools };
}

/** Returns every `.plugboard.json` at or above `uri`, the nearest first. */
export const settingsFiles = (uri: string): Iterable<string> => filesAbove(uri, settingsFile);

/** Yields every file named `name` at or above `uri`, up to the root of the repository, the nearest first. */
function* filesAbove(uri: string, name: string): Generator<string> {
  for (let folder = fsPath(uri); ; folder = path.dirname(folder)) {
    const file = path.join(folder, name);
    if (fs.existsSync(file)) yield file;
    if (folder === path.dirname(folder) || fs.existsSync(path.join(folder, '.git'))) return;
  }
}

/** Returns the text of a file, which must be readable. */
export function readText(uri: string): string {
  const text = readNow(uri);
  if (typeof text === 'string') return text;
  throw new UsageError(`${shownPath(uri)} ${text?.reason ?? 'is not a regular file'}`);
}

/** Returns texts with the display names of their files. */
export const namedTexts = (textOf: (uri: string) => string | undefined) => (uri: string) => {
  const text = textOf(uri);
  return text === undefined ? undefined : { file: shownPath(uri), text };
};

/** Returns the text of a file; a binary property list as XML. */
export function policyText(uri: string): string {
  const text = readText(uri);
  if (!isBinaryPlist(text)) return text;
  try {
    return xmlOfBinaryPlist(text);
  } catch {
    throw new UsageError(`${shownPath(uri)} is not a valid binary property list`);
  }
}

function readJson(uri: string): unknown {
  try {
    return JSON.parse(readText(uri));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${shownPath(uri)} is not readable as JSON`);
  }
}

/** Files and folders, read together with their surroundings. */
export interface Opened extends Scanned {
  readonly workspace: Workspace;
  /** Whether a file was named by the user, and not only read as part of the surroundings. */
  asked(uri: string): boolean;
}

/**
 * Reads files and folders. With `inWorkspace`, each named file is read together with its whole workspace, because rules compare
 * files with each other: a policy alone seems to name servers that no plugin has.
 */
export async function openPaths(
  uris: readonly string[],
  settings: Settings,
  { inWorkspace = false }: { readonly inWorkspace?: boolean } = {},
): Promise<Opened> {
  const mounts = (settings.directories ?? []).map((folder) => normalise(fileUri(folder)));
  const workspace = new Workspace(kindsWith(kinds, settings.policyFiles, settings.tools), { mounts });
  const around = (uri: string) => surroundings(uri, mounts);
  // There is no other work.
  const read = (tops: readonly string[]) => scan(outermost(tops), workspace, { slice: Number.POSITIVE_INFINITY });
  const first = await read(uris.map((uri) => (inWorkspace ? (workspaceOf(uri) ?? around(uri)) : around(uri))));
  // A scan does not enter every folder, such as node_modules; a file that is named is read nevertheless.
  const missed = inWorkspace ? uris.filter((uri) => !isFolder(uri) && !workspace.get(uri)) : [];
  const scanned = missed.length === 0 ? first : together(first, await read(missed.map(around)));
  const tools = settings.tools !== undefined && fs.existsSync(settings.tools) ? [settings.tools] : [];
  for (const file of [...uris.flatMap((uri) => [...settingsFiles(uri)]), ...tools]) {
    const text = readNow(fileUri(file));
    // It may suppress findings below it, or list tools.
    if (typeof text === 'string') workspace.set(fileUri(file), text);
  }
  const asked = (uri: string) => uris.some((each) => isIn(each, uri));
  return { workspace, asked, files: scanned.files, unreadable: scanned.unreadable.filter(({ uri }) => asked(uri)) };
}

const isFolder = (uri: string): boolean => fs.statSync(fsPath(uri)).isDirectory();

function outermost(uris: readonly string[]): string[] {
  const tops = [...new Set(uris)];
  return tops.filter((uri) => !tops.some((other) => other !== uri && isIn(other, uri)));
}

function together(a: Scanned, b: Scanned): Scanned {
  const known = new Set(a.unreadable.map(({ uri }) => uri));
  return {
    files: a.files + b.files,
    unreadable: [...a.unreadable, ...b.unreadable.filter(({ uri }) => !known.has(uri))],
  };
}

/**
 * Returns the workspace of a file: the folder of the nearest `.plugboard.json`, otherwise the root of the repository, otherwise
 * its `org-plugins` folder. Undefined for a folder, and where the workspace would be everything that a user has.
 */
function workspaceOf(uri: string): string | undefined {
  if (isFolder(uri)) return undefined;
  const [settings] = settingsFiles(uri);
  if (settings !== undefined) return fileUri(path.dirname(settings));
  const above = ancestors(path.dirname(fsPath(uri)));
  const root =
    above.find((folder) => fs.existsSync(path.join(folder, '.git'))) ??
    above.find((folder) => path.basename(folder) === 'org-plugins');
  const isEverything = root === undefined || root === os.homedir() || root === path.dirname(root);
  return isEverything ? undefined : fileUri(root);
}

/** Returns a folder and the folders above it, the nearest first. */
function ancestors(folder: string): string[] {
  const parent = path.dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

/** Returns the plugin that contains `uri`, whose other files rules read; otherwise `uri` itself. */
function surroundings(uri: string, mounts: readonly string[]): string {
  for (let folder = fsPath(uri); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    const parent = path.dirname(folder);
    const isInMount = path.basename(parent) === 'org-plugins' || mounts.includes(fileUri(parent));
    const hasManifest = ['.claude-plugin', 'claude-plugin'].some((name) =>
      fs.existsSync(path.join(folder, name, 'plugin.json')),
    );
    if (hasManifest || (isInMount && fs.statSync(folder).isDirectory())) return fileUri(folder);
  }
  return uri;
}
