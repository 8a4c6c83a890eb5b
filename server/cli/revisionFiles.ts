import path from 'node:path';
import { fileUri, isIn, nameOf, normalise } from '../core/base/uri.ts';
import { kinds } from '../core/kinds/index.ts';
import type { FileEntry } from '../core/model.ts';
import { Workspace } from '../core/workspace/workspace.ts';
import { decode } from '../disk/encoding.ts';
import { kindsWith, type Settings } from '../settings.ts';
import type { Files } from './device.ts';
import { contents, type Revision, type TreeEntry } from './git.ts';
import { type Opened, shownPath } from './opened.ts';
import { UsageError } from './usage.ts';

/** A file up to this size is read, in bytes: no policy and no manifest is larger. */
const limit = 4_000_000;
/** Folders that are never entered. */
const skipped = /(^|\/)node_modules\//;

/**
 * The files of a revision, as if they lay in the folder where they would be checked out. Nothing is written, and what an
 * option names may be missing, since an older revision need not have it.
 * @param settings of the folder as it is now: both sides are read alike.
 */
export function revisionFiles(name: string, { entries, folder, top }: Revision, settings: Settings): Files {
  const addressOf = (file: string) => normalise(fileUri(path.resolve(folder, file))).replace(/(?<=[^/])\/$/, '');
  const files = new Map(followLinks(entries).map((entry) => [addressOf(entry.path), entry] as const));
  const texts = new Map<string, string | undefined>();
  const read = (uris: readonly string[]) => {
    const missing = uris.filter((uri) => !texts.has(uri));
    const idOf = (uri: string) => files.get(uri)?.id ?? '';
    const found = missing.length === 0 ? new Map<string, Buffer>() : contents(missing.map(idOf), limit);
    for (const uri of missing) {
      const bytes = found.get(idOf(uri));
      texts.set(uri, bytes && decode(bytes)?.text);
    }
  };
  const has = (uri: string) => files.has(uri) || [...files.keys()].some((file) => isIn(uri, file));
  return {
    folder: name,
    mayBeEmpty: true,
    top: () => addressOf(top),
    find: (file) => {
      const uri = addressOf(path.resolve(top, file));
      return has(uri) ? uri : undefined;
    },
    text: (uri) => {
      read([uri]);
      const text = texts.get(uri);
      if (text === undefined) throw new UsageError(`${shownPath(uri)} is no text, or larger than ${limit / 1e6} MB`);
      return text;
    },
    settings: () => settings,
    open: async (uris, { directories = [], policyFiles }) => {
      const mounts = directories.map((mount) => normalise(fileUri(mount)));
      const workspace = new Workspace(kindsWith(kinds, policyFiles), { mounts });
      const asked = (uri: string) => uris.some((each) => isIn(each, uri));
      const known = [...files].map(([uri, { mode }]): FileEntry => {
        return { uri, name: nameOf(uri), type: 'file', executable: mode === '100755' };
      });
      for (const entry of known) workspace.files.add(entry);
      const wanted = known.filter((entry) => asked(entry.uri) && workspace.claim(entry) !== 'no');
      read(wanted.map(({ uri }) => uri));
      for (const { uri } of wanted) {
        const text = texts.get(uri);
        if (text !== undefined) workspace.set(uri, text);
      }
      return { workspace, asked, files: known.length, unreadable: [] } satisfies Opened;
    },
  };
}

/** Symbolic links inside of the tree become what they point at, once; others lead nowhere here. */
function followLinks(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  const kept = entries.filter((entry) => !skipped.test(entry.path));
  const plain = kept.filter(({ mode }) => mode !== '120000');
  const links = kept.filter(({ mode }) => mode === '120000');
  if (links.length === 0) return plain;
  const targets = contents(
    links.map(({ id }) => id),
    4096,
  );
  return [
    ...plain,
    ...links.flatMap((link) => {
      const target = path.posix.join(path.posix.dirname(link.path), targets.get(link.id)?.toString() ?? '');
      return plain.flatMap((entry) => {
        if (entry.path === target) return [{ ...entry, path: link.path }];
        const isBelow = entry.path.startsWith(`${target}/`);
        return isBelow ? [{ ...entry, path: link.path + entry.path.slice(target.length) }] : [];
      });
    }),
  ];
}
