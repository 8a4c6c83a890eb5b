import type { TreeEntry } from './git.ts';

interface TreeFile {
  readonly is: 'file';
  readonly id: string;
  readonly isExecutable: boolean;
}
interface TreeLink {
  readonly is: 'link';
  /** As written, relative to the folder of the link. */
  readonly target: string;
}
interface TreeFolder {
  readonly is: 'folder';
  readonly children: Map<string, TreeNode>;
}
type TreeNode = TreeFile | TreeLink | TreeFolder;

/** Where a path leads if all links are resolved; `path` is relative to the root, without links. */
export type Resolved =
  | { readonly is: 'folder'; readonly path: string }
  | (TreeFile & { readonly path: string })
  /** A link leads out of the repository, to nothing, or in a circle. */
  | { readonly is: 'outside' | 'missing' | 'loop' };

/** The maximum number of links that are followed in one path, as on Linux. */
const mostLinks = 40;
/** The maximum length of a link's target, in bytes. */
const longestTarget = 4096;

/** The files, folders and symbolic links of a git tree. Paths use `/` and are relative to its root, which is `''`. */
export class GitTree {
  readonly #top: TreeFolder = { is: 'folder', children: new Map() };

  /** @param read returns contents of objects by id; those over a limit in bytes are left out. */
  constructor(
    entries: readonly TreeEntry[],
    read: (ids: readonly string[], limit: number) => ReadonlyMap<string, Buffer>,
  ) {
    const isLink = ({ mode }: TreeEntry) => mode === '120000';
    const links = entries.filter(isLink).map(({ id }) => id);
    const targets = links.length === 0 ? new Map<string, Buffer>() : read(links, longestTarget);
    for (const entry of entries) {
      const { path, id, mode } = entry;
      this.#add(
        path.split('/'),
        isLink(entry)
          ? { is: 'link', target: targets.get(id)?.toString() ?? '' }
          : { is: 'file', id, isExecutable: mode === '100755' },
      );
    }
  }

  #add(names: readonly string[], node: TreeNode): void {
    let folder = this.#top;
    for (const name of names.slice(0, -1)) {
      const known = folder.children.get(name);
      const next: TreeFolder = known?.is === 'folder' ? known : { is: 'folder', children: new Map() };
      folder.children.set(name, next);
      folder = next;
    }
    folder.children.set(names.at(-1) ?? '', node);
  }

  /** Returns the names in the folder to which `path` leads. */
  list(path: string): string[] {
    const found = this.resolve(path);
    const folder = found.is === 'folder' ? this.#at(found.path) : undefined;
    return folder?.is === 'folder' ? [...folder.children.keys()] : [];
  }

  /** Whether the last segment of `path` is a link. */
  isLink(path: string): boolean {
    const slash = path.lastIndexOf('/');
    const folder = this.resolve(path.slice(0, Math.max(slash, 0)));
    const parent = folder.is === 'folder' ? this.#at(folder.path) : undefined;
    return parent?.is === 'folder' && parent.children.get(path.slice(slash + 1))?.is === 'link';
  }

  /** Resolves every link in `path`. */
  resolve(path: string): Resolved {
    const todo = path.split('/');
    const way: string[] = [];
    let node: TreeNode = this.#top;
    let links = 0;
    for (let name = todo.shift(); name !== undefined; name = todo.shift()) {
      if (name === '' || name === '.') continue;
      if (name === '..') {
        if (way.length === 0) return { is: 'outside' };
        way.pop();
        node = this.#at(way.join('/')) ?? this.#top;
        continue;
      }
      const child: TreeNode | undefined = node.is === 'folder' ? node.children.get(name) : undefined;
      if (!child) return { is: 'missing' };
      if (child.is === 'link') {
        if (++links > mostLinks) return { is: 'loop' };
        if (/^(\/|[A-Za-z]:)/.test(child.target)) return { is: 'outside' };
        if (child.target === '') return { is: 'missing' };
        todo.unshift(...child.target.split('/'));
      } else {
        way.push(name);
        node = child;
      }
    }
    const at = way.join('/');
    return node.is === 'file' ? { ...node, path: at } : { is: 'folder', path: at };
  }

  /** Returns the node at a path without links. */
  #at(path: string): TreeNode | undefined {
    let node: TreeNode | undefined = this.#top;
    for (const name of path.split('/'))
      if (name !== '') node = node?.is === 'folder' ? node.children.get(name) : undefined;
    return node;
  }
}
