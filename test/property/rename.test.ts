import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../server/core/base/text.ts';
import { isIn, join } from '../../server/core/base/uri.ts';
import { editsOfMoves, type Move } from '../../server/core/features/navigation/fileRename.ts';
import { namesOf } from '../../server/core/features/navigation/names.ts';
import { RenameError, rename } from '../../server/core/features/navigation/rename.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import type { Workspace } from '../../server/core/workspace/workspace.ts';
import { fleet } from '../core/features/navigation/fleet.ts';
import { base, workspaceOf } from '../support/lint.ts';
import { random } from '../support/property.ts';

const plugin = 'org-plugins/harbour';
type Files = Readonly<Record<string, string>>;

const pathOf = (uri: string): string => decodeURIComponent(uri.slice(base.length + 1));
const uriOf = (path: string): string => join(base, path);

/** Returns the files after edits and moves, in an editor's order: first the texts, then the moves. */
function made(files: Files, edits: readonly TextEdit[], moves: readonly Move[]): Files {
  const now = (uri: string): string => {
    const move = moves.find(({ from }) => isIn(from, uri));
    return move ? move.to + uri.slice(move.from.length) : uri;
  };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const uri = uriOf(path);
      const own = edits.filter((edit) => pathOf(edit.uri ?? '') === path);
      return [pathOf(now(uri)), applyEdits(text, own)];
    }),
  );
}

const brokenIn = (workspace: Workspace): string[] =>
  [...workspace.all()].flatMap((document) =>
    parse(document).problems.map(({ message }) => `${document.uri} ${message}`),
  );

/** Characters that are special in JSON, YAML, Markdown, URLs or a shell. */
const letters = fc.constantFrom(...('abzAZ09-._ :#"\'%?&é語😀\\{}[]()*!`$,;|<>\u202e'.match(/./gu) ?? []));
const anyName = fc.string({ unit: letters, minLength: 1, maxLength: 10 });
/** Names that can be written without escapes, and some that cannot. */
const name = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-zé][a-z0-9-]{0,8}$/) },
  { weight: 1, arbitrary: anyName },
);

const places = [...workspaceOf(fleet).all()].flatMap(({ uri }) =>
  namesOf(workspaceOf(fleet))
    .of(uri)
    .filter(({ reference: { range } }) => range.start < range.end)
    .map(({ reference: { range } }) => ({ uri, offset: range.start + 1 })),
);

/** Returns the files after a rename; undefined if it is rejected. */
function renamed(
  files: Files,
  uri: string,
  offset: number,
  to: string,
): { files: Files; moves: Move[]; edits: readonly TextEdit[] } | undefined {
  const workspace = workspaceOf(files);
  const document = workspace.get(uri);
  if (!document) return undefined;
  try {
    const { edits, files: operations } = rename(workspace, document, offset, to);
    const moves = operations.flatMap((each) => (each.kind === 'rename' ? [each] : []));
    return { files: made(files, edits, moves), moves, edits };
  } catch (error) {
    if (error instanceof RenameError) return undefined;
    throw error;
  }
}

test('a name changed there and back leaves every text as it was, and none broken between', (t) => {
  const settings = random(t, 60);
  let done = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places), name, ({ uri, offset }, to) => {
      const before = workspaceOf(fleet);
      const old = namesOf(before).at(uri, offset)[0]?.reference;
      const there = renamed(fleet, uri, offset, to);
      if (!there || !old) return;
      assert.deepEqual(brokenIn(workspaceOf(there.files)), [], `«${to}» breaks a file`);
      // The same place, in its new file.
      const moved = there.moves.find(({ from }) => isIn(from, uri));
      const place = moved ? moved.to + uri.slice(moved.from.length) : uri;
      const shift = there.edits
        .filter((edit) => edit.uri === uri && edit.range.end < offset)
        .reduce((sum, { range, newText }) => sum + newText.length - (range.end - range.start), 0);
      const back = old.symbolType === 'file' ? pathOf(old.name).split('/').at(-1) : old.name;
      const home = renamed(there.files, place, offset + shift, back ?? '');
      // A new name may hide the referenced symbol: the app then uses another one, and so does renaming back.
      assert.ok(home, `no way back from «${to}» at ${place}`);
      assert.deepEqual(home.files, fleet, `«${to}» at ${place}`);
      done++;
    }),
    settings,
  );
  assert.ok(done > settings.numRuns / 5, `only ${done} renames`);
});

/** What is moved, and where it can go without changing its type. */
const movable: readonly (readonly [from: string, folders: readonly string[]])[] = [
  ['skills/read-tides', ['skills']],
  ['agents/pilot.md', ['agents']],
  ['commands/arrival.md', ['commands']],
  ['scripts', ['.', 'new folder']],
  ['scripts/check.sh', ['.', 'scripts', 'docs', 'new folder']],
  ['docs/the manual.md', ['.', 'docs', 'skills/read-tides']],
  ['docs', ['.', 'new folder']],
  ['skills/read-tides/reference', ['.', 'docs', 'skills/read-tides']],
];
const move = fc.constantFrom(...movable).chain(([from, folders]) =>
  fc.tuple(fc.constantFrom(...folders), anyName).map(([folder, added]): Move => {
    const ending = /\.\w+$/.exec(from)?.[0] ?? '';
    const path = `${folder}/x${added.replaceAll(/[/\\]/g, '')}${ending}`.replace(/^\.\//, '');
    return { from: uriOf(`${plugin}/${from}`), to: uriOf(`${plugin}/${path}`) };
  }),
);

test('files moved there and back leave every text as it was, and none broken between', (t) => {
  fc.assert(
    fc.property(move, ({ from, to }) => {
      const moves = [{ from, to }];
      const there = made(fleet, editsOfMoves(workspaceOf(fleet), moves), moves);
      assert.deepEqual(brokenIn(workspaceOf(there)), [], `${from} → ${to}`);
      const home = [{ from: to, to: from }];
      assert.deepEqual(made(there, editsOfMoves(workspaceOf(there), home), home), fleet, `${from} → ${to}`);
    }),
    random(t, 60),
  );
});
