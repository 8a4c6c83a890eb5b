import fs from 'node:fs';
import fc from 'fast-check';
import { questionsAbout } from '../../wire/questions.ts';
import type { Disk } from './disk.ts';
import type { Editor } from './editor.ts';
import { paths, textsOf } from './texts.ts';

/** The possible operations and their frequencies. */
const weights = {
  write: 5,
  remove: 3,
  rename: 3,
  link: 1,
  mode: 1,
  switchBranch: 1,
  open: 2,
  openNothing: 1,
  type: 5,
  save: 2,
  close: 3,
  ask: 2,
  configure: 1,
} as const;
type What = keyof typeof weights;

/** One operation. Its target is picked with the numbers from what exists at that time. */
export interface Operation {
  readonly what: What;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** What the editor does afterwards: it reports changes on disk, and waits until the server is idle. */
  readonly afterwards: 'nothing' | 'tell' | 'pause' | 'rest';
  readonly telling: { readonly onlyTops: boolean; readonly isReloadFirst: boolean; readonly areApart: boolean };
}

const number = fc.nat(999_999);

export const operations: fc.Arbitrary<Operation> = fc.record({
  what: fc.oneof(
    ...Object.entries(weights).map(([what, weight]) => ({ weight, arbitrary: fc.constant(what as What) })),
  ),
  a: number,
  b: number,
  c: number,
  afterwards: fc.constantFrom('rest' as const, 'tell' as const, 'pause' as const, 'nothing' as const),
  telling: fc.record({ onlyTops: fc.boolean(), isReloadFirst: fc.boolean(), areApart: fc.boolean() }),
});

/** For each path, the number of the text that it has, from 1 on; 0 if it does not exist. */
export const states: fc.Arbitrary<readonly number[]> = fc.tuple(
  ...paths.map((path) => fc.oneof(fc.constant(0), fc.nat(textsOf.get(path)?.length ?? 0))),
);

export function writeState(disk: Disk, state: readonly number[]): void {
  for (const [i, path] of paths.entries()) {
    const text = textsOf.get(path)?.[(state[i] ?? 0) - 1];
    if (text !== undefined) disk.write(path, text);
  }
}

const pick = <T>(items: readonly T[], number: number): T | undefined => items[number % items.length];
const parent = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Names whose creation or deletion affects other files. */
const names = [
  '.claude-plugin',
  'claude-plugin',
  'org-plugins',
  'skills',
  'agents',
  'hooks',
  'SKILL.md',
  'a.md',
  'else',
];

/** Returns the offset, or the next one if it would split the two characters of a line break, which no editor can. */
const between = (text: string, offset: number): number =>
  Math.min(text.length, text[offset - 1] === '\r' && text[offset] === '\n' ? offset + 1 : offset);

/** What a user may set in the editor. */
const userSettings: readonly (object | null)[] = [
  null,
  { rules: { 'agent/unknown-tool': 'off', 'skill/name-not-folder': 'error' } },
  { orgPlugins: { directories: ['mounted'] }, target: { hosts: ['claude-code', 'desktop-3p'] } },
  { policyFiles: ['data/*.json'], tools: 'known.json', target: { minimumVersion: '1.20186.0' } },
];

type Perform = (editor: Editor, operation: Operation) => Promise<string | undefined> | string | undefined;

const performers: Readonly<Record<What, Perform>> = {
  write: ({ disk }, { a, b }) => {
    const path = pick(paths, a) ?? '';
    const texts = textsOf.get(path) ?? [];
    return disk.write(path, pick(texts, b) ?? '') ? `write ${path} (text ${b % texts.length})` : undefined;
  },
  remove: ({ disk }, { a }) => {
    const path = pick(disk.list(), a);
    if (path === undefined) return undefined;
    disk.remove(path);
    return `remove ${path}`;
  },
  rename: ({ disk }, { a, b, c }) => {
    const from = pick(disk.list(), a);
    if (from === undefined) return undefined;
    const folders = disk.list().filter((path) => fs.statSync(disk.at(path), { throwIfNoEntry: false })?.isDirectory());
    const folder = c % 2 === 0 ? parent(from) : (pick(['', ...folders], c >> 1) ?? '');
    const to = [folder, c % 3 === 0 ? name(from) : pick(names, b)].filter(Boolean).join('/');
    return to !== from && !to.startsWith(`${from}/`) && disk.rename(from, to) ? `rename ${from} to ${to}` : undefined;
  },
  link: ({ disk }, { a, b }) => {
    const [to, from] = [pick(disk.list(), a), pick(paths, b) ?? ''];
    return to !== undefined && disk.link(from, to) ? `link ${from} to ${to}` : undefined;
  },
  mode: ({ disk }, { a, b }) => {
    const files = disk.list().filter((path) => fs.lstatSync(disk.at(path)).isFile());
    const path =
      pick(
        files.filter((path) => path.endsWith('.sh')),
        a,
      ) ?? pick(files, a);
    if (path === undefined) return undefined;
    const mode = b % 2 === 0 ? 0o755 : 0o644;
    fs.chmodSync(disk.at(path), mode);
    return `chmod ${mode.toString(8)} ${path}`;
  },
  switchBranch: ({ disk }, { a, b, c }) => {
    for (const path of disk.list().filter((path) => !path.includes('/'))) disk.remove(path);
    const number = (i: number) => Math.imul((a + i * 7919) ^ Math.imul(b + i, 104_729), c | 1) >>> 8;
    const state = paths.map((path, i) =>
      number(i) % 3 === 0 ? 0 : 1 + (number(i) % (textsOf.get(path)?.length ?? 1)),
    );
    writeState(disk, state);
    return 'switch to another branch';
  },
  open: async (editor, { a }) => {
    const files = editor.disk.list().filter((path) => editor.disk.read(path) !== undefined && !editor.open.has(path));
    const path = pick(files, a);
    if (path === undefined) return undefined;
    await editor.openFile(path, editor.disk.read(path) ?? '');
    return `open ${path}`;
  },
  openNothing: async (editor, { a, b }) => {
    const path = pick(
      paths.filter((path) => editor.disk.read(path) === undefined && !editor.open.has(path)),
      a,
    );
    if (path === undefined) return undefined;
    await editor.openFile(path, pick(textsOf.get(path) ?? [], b) ?? '', true);
    return `open ${path}, which is not on the disk`;
  },
  type: async (editor, { a, b, c }) => {
    const path = pick([...editor.open.keys()], a);
    const { text } = (path !== undefined && editor.open.get(path)) || {};
    if (path === undefined || text === undefined) return undefined;
    const whole = pick(textsOf.get(path) ?? [], b);
    if (whole !== undefined && c % 2 === 0) await editor.edit(path, 0, text.length, whole);
    else {
      const [start, end] = [between(text, b % (text.length + 1)), between(text, (b % (text.length + 1)) + (c % 5))];
      await editor.edit(path, start, end - start, pick(['', 'x', '\n', '"', '{'], c) ?? '');
    }
    return `type ${path}: ${JSON.stringify(editor.open.get(path)?.text)}`;
  },
  save: (editor, { a }) => {
    const path = pick([...editor.open.keys()], a);
    if (path === undefined) return undefined;
    editor.save(path);
    return `save ${path}`;
  },
  close: async (editor, { a }) => {
    const path = pick([...editor.open.keys()], a);
    if (path === undefined) return undefined;
    await editor.close(path);
    return `close ${path}`;
  },
  configure: async (editor, { a }) => {
    const settings = pick(userSettings, a) ?? null;
    await editor.configure(settings);
    return `set ${JSON.stringify(settings)}`;
  },
  ask: (editor, { a, b }) => {
    const path = pick([...editor.open.keys(), ...editor.disk.list()], a);
    if (path === undefined) return undefined;
    const questions = questionsAbout(editor.disk.uri(path), { line: b % 4, character: b % 11 });
    const [method = '', params = null] =
      pick([...questions, ['plugboard/tree', null] as const, ['plugboard/effective', null] as const], b) ?? [];
    editor.ask(method, params);
    return `ask ${method} of ${path}`;
  },
};

/** Performs an operation, if possible. @returns what was done, in words. */
export async function perform(editor: Editor, operation: Operation): Promise<string | undefined> {
  const done = await performers[operation.what](editor, operation);
  if (operation.afterwards === 'nothing') return done && `${done}.`;
  await editor.followDisk(operation.telling);
  if (operation.afterwards === 'pause') editor.pause();
  if (operation.afterwards === 'rest') await editor.rest();
  return done && `${done}; ${operation.afterwards}${operation.telling.onlyTops ? ' (tops)' : ''}.`;
}
