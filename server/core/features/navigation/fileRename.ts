import type { TextEdit } from '../../base/text.ts';
import { isIn, nameOf, parentOf } from '../../base/uri.ts';
import type { Reference } from '../../model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { isName } from './nameRules.ts';
import { type Named, type Names, namesOf } from './names.ts';

/** A file or folder whose URI changes. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * Returns the edits that keep all paths and names correct when files or folders move. Paths to a moved file change in all
 * documents; in a moved document, paths relative to its own folder change too. Names that equal the name of a moved file or
 * folder change with it.
 */
export function editsOfMoves(workspace: Workspace, moves: readonly Move[]): TextEdit[] {
  const names = namesOf(workspace);
  const renamed = moves.flatMap((move) => renamedBy(names, move));
  return [
    ...pathEdits(workspace, moves),
    ...renamed.flatMap(({ named, name }) => nameEdits(names, named.symbols, named.reference.name, name)),
  ];
}

/** Returns only the edits of paths. */
export function pathEdits(workspace: Workspace, moves: readonly Move[]): TextEdit[] {
  const names = namesOf(workspace);
  const addressAfter = (address: string): string => {
    const move = moves.find(({ from }) => isIn(from, address));
    return move ? move.to + address.slice(move.from.length) : address;
  };
  return [...workspace.all()].flatMap(({ uri }) =>
    names.of(uri).flatMap(({ reference }) => {
      const { symbolType, name, from, range, write } = reference;
      if (symbolType !== 'file' || !from) return [];
      const target = addressAfter(name);
      const folder = from.isOwn ? parentOf(addressAfter(uri)) : addressAfter(from.folder);
      if (target === name && folder === from.folder) return [];
      const path = relative(folder, target);
      if (path === undefined || path === relative(from.folder, name)) return [];
      const newText = write?.(path) ?? path;
      return isReadable(newText, relative(from.folder, name) ?? '') ? [{ uri, range, newText }] : [];
    }),
  );
}

/** Whether a path without quotes can be read back: quotes, brackets and the like end it, and so do spaces if there were none before. */
const isReadable = (path: string, before: string): boolean =>
  !/["'`;|&<>()$*?{}[\]\\…\p{Cc}\p{Cf}]|[,:!]$|[^./]\.$/u.test(path) && (!/\s/.test(path) || /\s/.test(before));

/** Returns the edits that rename `symbols` wherever they are named `before`, definitions included. */
export const nameEdits = (names: Names, symbols: readonly string[], before: string, after: string): TextEdit[] =>
  names
    .meaning(symbols)
    .filter(({ reference }) => reference.range.start < reference.range.end && reference.name === before)
    .map(({ uri, reference }) => ({ uri, range: reference.range, newText: written(reference, after) }));

const written = ({ write }: Reference, name: string): string => write?.(name) ?? name;

/** Returns what is renamed because its file or folder is. */
function renamedBy(names: Names, { from, to }: Move): { named: Named; name: string }[] {
  if (parentOf(from) !== parentOf(to)) return [];
  const name = nameOf(to).replace(/\.md$/, '');
  return names
    .definitions()
    .filter(({ reference, uri }) => isIn(from, uri) && reference.files)
    .flatMap((named) => {
      const moves = isName(named.reference.symbolType, name) ? (named.reference.files?.(name) ?? []) : [];
      return moves.some((move) => move.kind === 'rename' && move.from === from && move.to === to)
        ? [{ named, name }]
        : [];
    });
}

/** Returns the relative path from a folder to a URI, with `..` if necessary; undefined if they have no common root. */
export function relative(folder: string, address: string): string | undefined {
  let common = folder;
  let climb = '';
  while (!isIn(common, address)) {
    const parent = parentOf(common);
    if (parent === common) return undefined;
    common = parent;
    climb += '../';
  }
  const rest = address === common ? '' : address.slice(common.length + 1);
  return (climb + decodeURIComponent(rest)).replace(/(?<=\.\.)\/$/, '') || '.';
}
