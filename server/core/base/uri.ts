import { URI, Utils } from 'vscode-uri';

/** One spelling for each address: the one that `vscode-uri` writes. */
export const normalise = (uri: string): string => URI.parse(uri).toString();

/** The folder that holds `uri`; of the top, itself. */
export function parentOf(uri: string): string {
  const end = uri.endsWith('/') ? uri.length - 1 : uri.length;
  const slash = uri.lastIndexOf('/', end - 1);
  return slash > uri.indexOf('//') + 1 ? uri.slice(0, slash) : uri;
}

/** The last name of `uri`, as people write it. */
export function nameOf(uri: string): string {
  const end = uri.endsWith('/') ? uri.length - 1 : uri.length;
  const name = uri.slice(uri.lastIndexOf('/', end - 1) + 1, end);
  return name.includes('%') ? Utils.basename(URI.parse(uri)) : name;
}

/** The address of `path` (with `/`, `.` and `..`) seen from the folder `base`. */
export const join = (base: string, path: string): string =>
  Utils.joinPath(URI.parse(base), wellFormed(path)).toString();

/** Half of a letter, as an escape may leave it, has no place in an address. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Whether `uri` is `folder` or lies in it. */
export const isIn = (folder: string, uri: string): boolean =>
  uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The path from `folder` to `uri` with `/`, as people write it; undefined when `uri` is not below. */
export function pathIn(folder: string, uri: string): string | undefined {
  if (!isIn(folder, uri) || uri === folder) return undefined;
  return decodeURIComponent(uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1));
}

/** The path of a `file:` address. */
export const fsPath = (uri: string): string => URI.parse(uri).fsPath;

export const fileUri = (path: string): string => URI.file(path).toString();

/** Returns the folders that hold a file or folder, the nearest first. */
export function foldersAbove(uri: string): string[] {
  const folders: string[] = [];
  for (let at = uri; parentOf(at) !== at; ) {
    at = parentOf(at);
    folders.push(at);
  }
  return folders;
}
