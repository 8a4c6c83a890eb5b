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
export function join(base: string, path: string): string {
  const simple = isSimple(base) ? simplePath.exec(path)?.[1] : undefined;
  return simple === undefined ? Utils.joinPath(URI.parse(base), wellFormed(path)).toString() : `${base}/${simple}`;
}

/** Matches a path down from a folder whose names need no escapes. */
const simplePath = /^(?:\.\/)?(\.?[\w-][\w.-]*(?:\/\.?[\w-][\w.-]*)*\/?)$/;

/** Whether a URI is that of a local file, without a final slash, whose name needs no escapes: it need not be parsed. */
const isSimple = (uri: string): boolean => /^file:\/\/(?:\/\.?[\w-][\w.-]*)+$/.test(uri);

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
export const fsPath = (uri: string): string =>
  keepsSlashes && isSimple(uri) ? uri.slice('file://'.length) : URI.parse(uri).fsPath;

/** Whether paths of this system are written with slashes. */
const keepsSlashes = URI.parse('file:///a/b').fsPath === '/a/b';

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
