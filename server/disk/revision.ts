import path from 'node:path';
import { type FileEntry, fileUri, fsPath, nameOf, normalise, type Workspace } from '../core/index.ts';
import { decode, undecodable } from './encoding.ts';
import type { FileSystem } from './fileSystem.ts';
import * as git from './git.ts';
import { GitTree, type Resolved } from './gitTree.ts';
import { type Loaded, type Source, scanSource, textLimit } from './scan.ts';

/** What a word such as `HEAD~3` or `main:policies` refers to. */
export interface Revision {
  readonly commit: string;
  /** The files of the whole repository, at the URIs where they would be checked out. */
  readonly files: FileSystem;
  /** The URI of the folder. */
  readonly top: string;
  /** The URI of the file, if one was named after the colon. */
  readonly file?: string;
}

/**
 * Opens a revision of the repository that contains the folder `here` (a path). Only git's objects are read: nothing is checked
 * out, and nothing that the repository contains or configures runs.
 * @param name a revision, optionally with a folder or a file after a colon, in git's notation: relative to the root of the
 * repository, or to `here` with `./`.
 * @returns undefined if there is no such revision.
 * @throws git.GitError with a message for the user: no repository, no such path, or objects that the clone lacks.
 */
export function openRevision(here: string, name: string): Revision | undefined {
  if (name.startsWith('-')) throw new git.GitError(`a revision must not start with a dash: ${name}`);
  const whole = git.idOf(here, `${name}^{commit}`);
  // A date in reflog notation contains colons too.
  const colon = whole === undefined ? name.indexOf(':') : -1;
  const [commitish, inner] = colon > 0 ? [name.slice(0, colon), name.slice(colon + 1)] : [name, undefined];
  const commit = whole ?? git.idOf(here, `${commitish}^{commit}`);
  if (commit === undefined) return undefined;
  const top = path.resolve(here, git.line(here, ['rev-parse', '--show-cdup']));
  const revision = { commit, files: filesOf(here, top, commit), top: uriOf(here) };
  if (inner === undefined) return revision;
  const id = git.idOf(here, `${commit}:${inner}`);
  if (id === undefined) throw new git.GitError(`${commitish} has no ${inner}`);
  const place = uriOf(path.resolve(/^\.\.?(\/|$)/.test(inner) ? here : top, inner));
  const isFile = git.line(here, ['cat-file', '-t', id]) === 'blob';
  return isFile ? { ...revision, file: place } : { ...revision, top: place };
}

const uriOf = (file: string): string => normalise(fileUri(file)).replace(/(?<=[^/])\/$/, '');

function filesOf(here: string, top: string, commit: string): FileSystem {
  const tree = new GitTree(git.list(here, `${commit}^{tree}`), (ids, limit) => git.contents(here, ids, limit));
  const source = sourceOf(tree, top, (ids) => git.contents(here, ids, textLimit));
  return {
    scan: (folders, workspace: Workspace, options) => scanSource(source, folders, workspace, options),
    read: async (uri) => {
      source.fetch?.([uri]);
      const loaded = source.load(uri, textLimit);
      return loaded && 'text' in loaded ? loaded.text : undefined;
    },
    stat: async (uri) => source.stat(uri),
  };
}

const reasons: Readonly<Record<Exclude<Resolved['is'], 'file' | 'folder'>, string>> = {
  outside: 'is a symbolic link to a place outside the repository, which is not followed in a revision',
  missing: 'is a symbolic link whose target is not in the revision',
  loop: 'is a symbolic link that leads in a circle',
};

function sourceOf(tree: GitTree, top: string, fetch: (ids: readonly string[]) => Map<string, Buffer>): Source {
  const bytes = new Map<string, Buffer | undefined>();
  const pathOf = (uri: string) => path.relative(top, fsPath(uri)).split(path.sep).join('/');
  const resolve = (uri: string): Resolved => tree.resolve(pathOf(uri));
  const entryOf = (at: string, uri: string): FileEntry | undefined => {
    const named = { uri, name: nameOf(uri) };
    const found = tree.resolve(at);
    const link = tree.isLink(at) && { link: { target: 'path' in found ? uriOf(path.join(top, found.path)) : null } };
    if (found.is === 'folder') return { ...named, type: 'directory', ...link };
    if (found.is === 'file') return { ...named, type: 'file', executable: found.isExecutable, ...link };
    return link ? { ...named, type: 'file', ...link } : undefined;
  };
  return {
    pathOf,
    stat: (uri) => entryOf(pathOf(uri), uri),
    list: (folder, unreadable) =>
      tree.list(folder.path).flatMap((name) => {
        const at = folder.path === '' ? name : `${folder.path}/${name}`;
        const uri = uriOf(path.join(fsPath(folder.uri), name));
        const { is } = tree.resolve(at);
        if (is !== 'file' && is !== 'folder') unreadable.push({ uri, reason: reasons[is], isLink: true });
        const entry = entryOf(at, uri);
        return entry ? [{ entry, path: at }] : [];
      }),
    // Entries of links contain their target; the folders above are those of the repository.
    realOf: (uri) => entryOf(pathOf(uri), uri)?.link?.target ?? uri,
    isLoop: (folder, link) => {
      const [here, there] = [tree.resolve(folder), tree.resolve(link)];
      if (!('path' in here && 'path' in there)) return true;
      return there.path === '' || `${here.path}/`.startsWith(`${there.path}/`);
    },
    fetch: (uris) => {
      const ids = uris.map(resolve).flatMap((found) => (found.is === 'file' && !bytes.has(found.id) ? found.id : []));
      const found = ids.length === 0 ? new Map<string, Buffer>() : fetch(ids);
      for (const id of ids) bytes.set(id, found.get(id));
    },
    load: (uri, limit): Loaded => {
      const found = resolve(uri);
      if (found.is !== 'file') return undefined;
      const content = bytes.get(found.id);
      if (!content || content.length > limit)
        return { uri, reason: `is larger than ${limit / 1_000_000} MB and was not read` };
      return decode(content) ?? { uri, reason: undecodable(content) };
    },
  };
}
