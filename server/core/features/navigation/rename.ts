import type { FileOperation, TextEdit, TextRange } from '../../base/text.ts';
import { join, nameOf, parentOf } from '../../base/uri.ts';
import type { Document, FileEntry } from '../../model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { nameEdits, pathEdits } from './fileRename.ts';
import { isName, whyNoFileName } from './nameRules.ts';
import { type Named, type Names, namesOf } from './names.ts';

/** What a rename changes: texts under their present addresses, then files. */
export interface Renaming {
  readonly edits: readonly TextEdit[];
  readonly files: readonly FileOperation[];
}

/** A rename that is not made, with a sentence that says why. */
export class RenameError extends Error {}

/** What is renamed at `offset`: the letters of its name there. Undefined where no name stands. @throws RenameError where a name stands that cannot be changed. */
export function renameable(
  workspace: Workspace,
  { uri }: Document,
  offset: number,
): { readonly range: TextRange; readonly name: string } | undefined {
  const names = namesOf(workspace);
  const [named] = names.at(uri, offset);
  if (!named) return undefined;
  const { mention } = named;
  if (mention.thing === 'file') return { range: mention.range, name: nameOf(mention.name) };
  refuse(names, named);
  return { range: mention.range, name: mention.name };
}

/**
 * Gives the thing at `offset` another name wherever it is named: in texts, and in the names of its file and folder. Of a path
 * the file at its end is renamed.
 * @throws RenameError when that cannot be done, or would part what belongs together.
 */
export function rename(workspace: Workspace, { uri }: Document, offset: number, name: string): Renaming {
  const names = namesOf(workspace);
  const [named] = names.at(uri, offset);
  if (!named) throw new RenameError('There is no name to change here.');
  if (named.mention.thing === 'file') return renameFile(workspace, named, name);
  refuse(names, named);
  const definitions = definitionsOf(names, named);
  if (!isName(named.mention.thing, name))
    throw new RenameError(`\`${name}\` cannot be a name here: use letters, digits and \`-\`.`);
  if (name === named.mention.name) return { edits: [], files: [] };
  const things = [...new Set([...named.things, ...definitions.flatMap((definition) => definition.things)])];
  refuseParting(names, things);
  refuseTaken(names, definitions, name);
  const files = definitions.flatMap(({ mention }) =>
    mention.name === named.mention.name ? (mention.files?.(name) ?? []) : [],
  );
  for (const file of files) if (file.kind === 'rename') refuseFile(workspace.files.file(file.to));
  if (files.length > 0) refuseFileName(name);
  const moves = files.flatMap((file) => (file.kind === 'rename' ? [file] : []));
  const edits = nameEdits(names, things, named.mention.name, name);
  const paths = pathEdits(workspace, moves).filter((path) => !edits.some((edit) => overlap(edit, path)));
  return { edits: [...edits, ...paths], files };
}

const definitionsOf = (names: Names, { things }: Named): readonly Named[] =>
  names.meaning(things).filter(({ mention }) => mention.defines);

function renameFile(workspace: Workspace, { uri, mention }: Named, name: string): Renaming {
  const from = mention.name.replace(/\/$/, '');
  if (!workspace.files.file(from)) throw new RenameError(`There is no \`${nameOf(from)}\` to rename.`);
  refuseFileName(name);
  const to = join(parentOf(from), name);
  refuseFile(workspace.files.file(to));
  const files = [{ kind: 'rename', from, to }] as const;
  const edits = pathEdits(workspace, files);
  const isWritten = edits.some((edit) => edit.uri === uri && edit.range.start === mention.range.start);
  if (!isWritten && name !== nameOf(from)) throw new RenameError(`\`${name}\` cannot be written here.`);
  return { edits, files };
}

function refuse(names: Names, named: Named): void {
  const { thing, name, of } = named.mention;
  if (thing === 'tool' && !of?.server) throw new RenameError(`\`${name}\` is a tool of the app: its name is given.`);
  if (name.includes('*')) throw new RenameError(`\`${name}\` is a pattern for many tools, not the name of one.`);
  if (thing === 'tool') return;
  if (definitionsOf(names, named).length === 0) {
    throw new RenameError(`No file of this workspace defines \`${name}\`, so it cannot be renamed from here.`);
  }
}

/** One place may mean several things at once: a setting for the servers of two plugins. Renamed with one of them, it would be lost to the other. */
function refuseParting(names: Names, things: readonly string[]): void {
  const kept = new Set(things);
  const shared = names.meaning(things).find((named) => named.things.some((thing) => !kept.has(thing)));
  if (!shared) return;
  throw new RenameError(
    `\`${shared.mention.name}\` in ${nameOf(shared.uri)} stands for several things of that name. Renaming one of them would part them: change the names by hand.`,
  );
}

function refuseTaken(names: Names, definitions: readonly Named[], name: string): void {
  for (const { uri, mention } of definitions) {
    const things = names.identities.of({ uri, mention: { ...mention, name } });
    const taken = names.meaning(things).find((other) => other.mention.defines);
    if (taken && taken.mention.thing !== 'plugin') {
      throw new RenameError(`\`${name}\` is taken: ${nameOf(taken.uri)} defines it.`);
    }
  }
}

function refuseFile(entry: FileEntry | undefined): void {
  if (entry) throw new RenameError(`\`${entry.name}\` is there already.`);
}

function refuseFileName(name: string): void {
  const why = whyNoFileName(name);
  if (why) throw new RenameError(why);
}

const overlap = (a: TextEdit, b: TextEdit): boolean =>
  a.uri === b.uri && a.range.start < b.range.end && b.range.start < a.range.end;
