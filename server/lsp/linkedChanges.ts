import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { foldersDecidedBy, isIn, type Workspace } from '../core/index.ts';

/**
 * Returns what `changes` mean for files and folders that are reached through symbolic links: editors report only the file
 * itself. A link must be checked again when its target, or a plugin around the link, is created or deleted, since links out of
 * a plugin are not followed.
 */
export function changesThroughLinks(files: Workspace['files'], changes: readonly FileEvent[]): FileEvent[] {
  const links = files.links();
  if (links.length === 0) return [];
  const found = new Map<string, FileEvent>();
  for (const { uri, type } of changes) {
    const decided = type === FileChangeType.Changed ? [] : foldersDecidedBy(uri, files);
    for (const { uri: link, link: { target = null } = {}, type: sort } of links) {
      const inside = target !== null && isIn(target, uri) && uri !== target ? uri.slice(target.length) : undefined;
      const isRead = sort === 'directory' && files.list(link).length > 0;
      const isTouched = target === null ? type !== FileChangeType.Changed : isIn(target, uri) || isIn(uri, target);
      if (inside !== undefined && isRead) found.set(link + inside, { uri: link + inside, type });
      else if (isTouched || decided.some((folder) => isIn(folder, link) || (target !== null && isIn(folder, target)))) {
        found.set(link, { uri: link, type: FileChangeType.Changed });
      }
    }
  }
  return [...found.values()];
}
