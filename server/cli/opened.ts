import fs from 'node:fs';
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

export async function openPaths(uris: readonly string[], settings: Settings): Promise<Opened> {
  const mounts = (settings.directories ?? []).map((folder) => normalise(fileUri(folder)));
  const workspace = new Workspace(kindsWith(kinds, settings.policyFiles, settings.tools), { mounts });
  const tops = [...new Set(uris.map((uri) => surroundings(uri, mounts)))];
  const outermost = tops.filter((uri) => !tops.some((other) => other !== uri && isIn(other, uri)));
  // There is no other work.
  const scanned = await scan(outermost, workspace, { slice: Number.POSITIVE_INFINITY });
  const tools = settings.tools !== undefined && fs.existsSync(settings.tools) ? [settings.tools] : [];
  for (const file of [...uris.flatMap((uri) => [...settingsFiles(uri)]), ...tools]) {
    const text = readNow(fileUri(file));
    // It may suppress findings below it, or list tools.
    if (typeof text === 'string') workspace.set(fileUri(file), text);
  }
  const asked = (uri: string) => uris.some((each) => isIn(each, uri));
  return { workspace, asked, files: scanned.files, unreadable: scanned.unreadable.filter(({ uri }) => asked(uri)) };
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
