import type { FileOperation, TextEdit, TextRange } from '../../base/text.ts';
import { join, nameOf, parentOf } from '../../base/uri.ts';
import type { Document, FileEntry } from '../../model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { nameEdits, pathEdits } from './fileRename.ts';
import { isName, whyNoFileName } from './nameRules.ts';
import { type Named, type Names, namesOf } from './names.ts';

/** The result of a rename: text edits at the current URIs, then file operations. */
export interface Renaming {
  readonly edits: readonly TextEdit[];
  readonly files: readonly FileOperation[];
}

/** A rename that is not possible. The message tells users why. */
export class RenameError extends Error {}

/** Returns the range of the name at `offset`; undefined if there is none. @throws RenameError if the name cannot be changed. */
export function renameable(
  workspace: Workspace,
  { uri }: Document,
  offset: number,
): { readonly range: TextRange; readonly name: string } | undefined {
  const names = namesOf(workspace);
  const [named] = names.at(uri, offset);
  if (!named) return undefined;
  const { reference } = named;
  if (reference.symbolType === 'file') return { range: reference.range, name: nameOf(reference.name) };
  refuse(names, named);
  return { range: reference.range, name: reference.name };
}

/**
 * Renames the symbol at `offset` everywhere: in texts, and in the names of its file and folder. For a path, the file at its end
 * is renamed.
 * @throws RenameError if that is not possible, or if a place refers to several symbols.
 */
export function rename(workspace: Workspace, { uri }: Document, offset: number, name: string): Renaming {
  const names = namesOf(workspace);
  const [named] = names.at(uri, offset);
  if (!named) throw new RenameError('There is no name to rename here.');
  if (named.reference.symbolType === 'file') return renameFile(workspace, named, name);
  refuse(names, named);
  const definitions = definitionsOf(names, named);
  if (!isName(named.reference.symbolType, name))
    throw new RenameError(`\`${name}\` cannot be a name here: use letters, digits and \`-\`.`);
  if (name === named.reference.name) return { edits: [], files: [] };
  const symbols = [...new Set([...named.symbols, ...definitions.flatMap((definition) => definition.symbols)])];
  refuseParting(names, symbols);
  refuseTaken(names, definitions, name);
  const files = definitions.flatMap(({ reference }) =>
    reference.name === named.reference.name ? (reference.files?.(name) ?? []) : [],
  );
  for (const file of files) if (file.kind === 'rename') refuseFile(workspace.files.file(file.to));
  if (files.length > 0) refuseFileName(name);
  const moves = files.flatMap((file) => (file.kind === 'rename' ? [file] : []));
  const edits = nameEdits(names, symbols, named.reference.name, name);
  const paths = pathEdits(workspace, moves).filter((path) => !edits.some((edit) => overlap(edit, path)));
  return { edits: [...edits, ...paths], files };
}

const definitionsOf = (names: Names, { symbols }: Named): readonly Named[] =>
  names.meaning(symbols).filter(({ reference }) => reference.defines);

function renameFile(workspace: Workspace, { uri, reference }: Named, name: string): Renaming {
  const from = reference.name.replace(/\/$/, '');
  if (!workspace.files.file(from)) throw new RenameError(`There is no \`${nameOf(from)}\` to rename.`);
  refuseFileName(name);
  const to = join(parentOf(from), name);
  refuseFile(workspace.files.file(to));
  const files = [{ kind: 'rename', from, to }] as const;
  const edits = pathEdits(workspace, files);
  const isWritten = edits.some((edit) => edit.uri === uri && edit.range.start === reference.range.start);
  if (!isWritten && name !== nameOf(from)) throw new RenameError(`\`${name}\` cannot be used here.`);
  return { edits, files };
}

function refuse(names: Names, named: Named): void {
  const { symbolType, name, of } = named.reference;
  if (symbolType === 'tool' && !of?.server)
    throw new RenameError(`\`${name}\` is a tool of the app and cannot be renamed.`);
  if (name.includes('*')) throw new RenameError(`\`${name}\` is a pattern for several tools, not a tool name.`);
  if (symbolType === 'tool') return;
  if (definitionsOf(names, named).length === 0) {
    throw new RenameError(`No file of this workspace defines \`${name}\`, so it cannot be renamed from here.`);
  }
}

/**
 * A place may refer to several symbols at once: a setting for the servers of two plugins. If one of them is renamed, the
 * setting is lost for the other.
 */
function refuseParting(names: Names, symbols: readonly string[]): void {
  const kept = new Set(symbols);
  const shared = names.meaning(symbols).find((named) => named.symbols.some((symbol) => !kept.has(symbol)));
  if (!shared) return;
  throw new RenameError(
    `\`${shared.reference.name}\` in ${nameOf(shared.uri)} stands for several things of that name. Renaming one of them would part them: change the names by hand.`,
  );
}

function refuseTaken(names: Names, definitions: readonly Named[], name: string): void {
  for (const { uri, reference } of definitions) {
    const symbols = names.identities.of({ uri, reference: { ...reference, name } });
    const taken = names.meaning(symbols).find((other) => other.reference.defines);
    if (taken && taken.reference.symbolType !== 'plugin') {
      throw new RenameError(`\`${name}\` is already used: ${nameOf(taken.uri)} defines it.`);
    }
  }
}

function refuseFile(entry: FileEntry | undefined): void {
  if (entry) throw new RenameError(`\`${entry.name}\` already exists.`);
}

function refuseFileName(name: string): void {
  const why = whyNoFileName(name);
  if (why) throw new RenameError(why);
}

const overlap = (a: TextEdit, b: TextEdit): boolean =>
  a.uri === b.uri && a.range.start < b.range.end && b.range.start < a.range.end;
