import { isIn, nameOf, parentOf } from '../../server/core/base/uri.ts';
import type { FileEntry } from '../../server/core/model.ts';
import type { FileSystem } from '../../server/disk/fileSystem.ts';

/** A file system in memory. */
export class MemoryFiles implements FileSystem {
  readonly texts: Map<string, string>;
  /** The URIs that were read, in order. */
  readonly reads: string[] = [];

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  scan: FileSystem['scan'] = async (folders, workspace, options) => {
    const found = [...this.texts].filter(([uri]) => folders.some((folder) => isIn(folder, uri)));
    // As on disk: first all names, then the texts.
    const names = new Set(found.flatMap(([uri]) => folders.flatMap((folder) => pathTo(uri, folder))));
    for (const uri of names) {
      const entry = await this.stat(uri);
      if (entry) workspace.files.add(fileEntry(uri, entry.type));
    }
    for (const [uri, text] of found) if (workspace.wants(fileEntry(uri)) !== 'no') workspace.set(uri, text);
    options?.progress?.(this.texts.size);
    return { files: this.texts.size, unreadable: [] };
  };

  read = async (uri: string): Promise<string | undefined> => {
    this.reads.push(uri);
    return this.texts.get(uri);
  };

  stat = async (uri: string): Promise<FileEntry | undefined> => {
    const text = this.texts.get(uri);
    if (text !== undefined) return { ...fileEntry(uri), size: text.length };
    const isFolder = [...this.texts.keys()].some((file) => isIn(uri, file));
    return isFolder ? { ...fileEntry(uri), type: 'directory' } : undefined;
  };
}

const fileEntry = (uri: string, type: FileEntry['type'] = 'file'): FileEntry => ({ uri, name: nameOf(uri), type });

/** Returns the file, `folder` and every folder between them; nothing if the file is not in the folder. */
function pathTo(uri: string, folder: string): string[] {
  const path: string[] = [];
  for (let at = uri; isIn(folder, at) && !path.includes(at); at = parentOf(at)) path.push(at);
  return path;
}
