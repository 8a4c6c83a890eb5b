import path from 'node:path';
import { fileUri, fsPath, nameOf, normalise } from '../../core/base/uri.ts';
import type { FileEntry } from '../../core/model.ts';
import { Workspace } from '../../core/workspace/workspace.ts';
import { decode } from '../../disk/encoding.ts';
import { contents, GitError, idOf, listBelow } from '../../disk/git.ts';
import { kindsWith } from '../../settings.ts';
import type { Session } from '../session.ts';
import { SideError } from './sideError.ts';

/** A file up to this size is read, in bytes: no policy and no manifest is larger. */
const limit = 4_000_000;
const skipped = /(^|\/)node_modules\//;

/**
 * The workspace as a revision of its repository has it, at the addresses where its files would lie. Nothing is checked out.
 * Every folder of the workspace that lies in a repository with such a revision is read.
 */
export function readRevision(
  session: Session,
  name: string,
): { readonly workspace: Workspace; readonly commit: string } {
  const { settings, mounts, host, folders } = session;
  if (name.startsWith('-')) throw new SideError(`A revision does not begin with a dash: ${name}`);
  const workspace = new Workspace(kindsWith(host.kinds, settings.policyFiles, settings.tools), { mounts });
  try {
    const commits = folders
      .filter((folder) => folder.startsWith('file:'))
      .flatMap((folder) => {
        const commit = idOf(fsPath(folder), `${name}^{commit}`);
        if (commit !== undefined) readFolder(workspace, fsPath(folder), commit);
        return commit ?? [];
      });
    const [commit] = commits;
    if (commit === undefined) throw new SideError(`There is no revision ${name} here.`);
    return { workspace, commit };
  } catch (error) {
    throw error instanceof GitError ? new SideError(error.message) : error;
  }
}

function readFolder(workspace: Workspace, folder: string, commit: string): void {
  const entries = listBelow(folder, commit).filter((entry) => !skipped.test(entry.path) && entry.mode !== '120000');
  const known = entries.map(({ path: file, mode, id }): FileEntry & { readonly id: string } => {
    const uri = normalise(fileUri(path.resolve(folder, file)));
    return { id, uri, name: nameOf(uri), type: 'file', executable: mode === '100755' };
  });
  for (const { id: _, ...entry } of known) workspace.files.add(entry);
  const wanted = known.filter((entry) => workspace.claim(entry) !== 'no');
  if (wanted.length === 0) return;
  const texts = contents(
    folder,
    wanted.map(({ id }) => id),
    limit,
  );
  for (const { uri, id } of wanted) {
    const bytes = texts.get(id);
    const text = bytes && decode(bytes)?.text;
    if (text !== undefined) workspace.set(uri, text);
  }
}
