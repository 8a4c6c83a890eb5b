import { URI, Utils } from 'vscode-uri';

/** Returns a URI in the one spelling that `vscode-uri` writes. */
export const normalise = (uri: string): string => URI.parse(uri).toString();

/** Returns the folder that contains `uri`; for the root, the root itself. */
export function parentOf(uri: string): string {
  const end = uri.endsWith('/') ? uri.length - 1 : uri.length;
  const slash = uri.lastIndexOf('/', end - 1);
  return slash > uri.indexOf('//') + 1 ? uri.slice(0, slash) : uri;
}

/** Returns the last segment of `uri`, decoded. */
export function nameOf(uri: string): string {
  const end = uri.endsWith('/') ? uri.length - 1 : uri.length;
  const name = uri.slice(uri.lastIndexOf('/', end - 1) + 1, end);
  return name.includes('%') ? Utils.basename(URI.parse(uri)) : name;
}

/** Resolves `path` (with `/`, `.` and `..`) against the folder `base`. */
export const join = (base: string, path: string): string =>
  Utils.joinPath(URI.parse(base), wellFormed(path)).toString();

/** Replaces lone surrogates, which escapes may leave and a URI cannot contain. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Whether `uri` is `folder` or is inside it. */
export const isIn = (folder: string, uri: string): boolean =>
  uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** Returns the path from `folder` to `uri`, decoded and with `/`; undefined if `uri` is not inside. */
export function pathIn(folder: string, uri: string): string | undefined {
  if (!isIn(folder, uri) || uri === folder) return undefined;
  return decodeURIComponent(uri.slice(folder.endsWith('/') ? folder.length : folder.length + 1));
}

/** Returns the path of a `file:` URI. */
export const fsPath = (uri: string): string => URI.parse(uri).fsPath;

export const fileUri = (path: string): string => URI.file(path).toString();

/** Returns the folders that contain a file or folder, the nearest first. */
export function foldersAbove(uri: string): string[] {
  const folders: string[] = [];
  for (let at = uri; parentOf(at) !== at; ) {
    at = parentOf(at);
    folders.push(at);
  }
  return folders;
}
