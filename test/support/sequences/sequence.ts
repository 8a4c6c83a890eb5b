import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { answerTo } from '../../../server/cli/commands/check.ts';
import { UsageError } from '../../../server/cli/usage.ts';
import { fileUri, nameOf } from '../../../server/core/base/uri.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import { json } from '../../../server/core/syntax/json/json.ts';
import { Workspace } from '../../../server/core/workspace/workspace.ts';
import { scan } from '../../../server/disk/files.ts';
import { settingsFile } from '../../../server/settings.ts';
import { Disk } from './disk.ts';
import { Editor, lineOf } from './editor.ts';
import { type Operation, operations, perform, states, writeState } from './operations.ts';

export interface Sequence {
  readonly state: readonly number[];
  readonly operations: readonly Operation[];
}

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  state: states,
  operations: fc.array(operations, { minLength: 1, maxLength: 20, size: 'max' }),
});

/** Runs `use` with an editor on a new folder with the content that `fill` writes. */
export async function withEditor(fill: (disk: Disk) => void, use: (editor: Editor) => Promise<void>): Promise<void> {
  const disk = new Disk(fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-sequence-'))));
  try {
    fill(disk);
    const editor = new Editor(disk);
    await editor.start();
    await use(editor);
    await editor.stop();
  } finally {
    fs.rmSync(disk.root, { recursive: true, force: true });
  }
}

/** Runs a sequence; throws if the findings differ from those of a fresh server, or of the command line. */
export async function runSequence({ state, operations }: Sequence): Promise<void> {
  const story: string[] = [];
  await withEditor(
    (disk) => writeState(disk, state),
    async (editor) => {
      try {
        for (const operation of operations) story.push((await perform(editor, operation)) ?? '');
        await assertFresh(editor);
        assert.deepEqual(
          editor.log.filter((line) => !isExpected(line)),
          [],
          'the log',
        );
      } catch (error) {
        const told = story.filter(Boolean).map((line) => `  ${line}`);
        const files = editor.disk.list().filter((file) => editor.disk.read(file) !== undefined);
        throw new Error([error instanceof Error ? error.message : error, ...told, `files: ${files}`].join('\n'));
      }
    },
  );
}

/** Expected lines in the server's log: settings that cannot be parsed. */
const isExpected = (line: string): boolean => line.includes('is not valid JSON, so its settings are ignored');

/** Waits until the server is idle, and compares: first with open files, then when all are closed. */
export async function assertFresh(editor: Editor): Promise<void> {
  await editor.followDisk();
  await editor.rest();
  for (const file of await notRecognised(editor)) await editor.close(file);
  await editor.rest();
  if (editor.open.size > 0) await assertAsFresh(editor, 'with open files');
  for (const file of [...editor.open.keys()]) await editor.close(file);
  await editor.rest();
  await assertAsFresh(editor, 'with all files closed');
  // The command line knows the settings of files only.
  await editor.configure(null);
  await editor.rest();
  await assertAsCommandLine(editor);
}

/**
 * Returns the open files whose text no longer shows their kind. They keep their kind while they are edited, which a fresh
 * server cannot know.
 */
async function notRecognised({ disk, open }: Editor): Promise<string[]> {
  const workspace = new Workspace(kinds);
  await scan([disk.uri('')], workspace);
  return [...open].flatMap(([file, { text }]) => {
    const uri = disk.uri(file);
    const isAsked = workspace.wants({ uri, name: nameOf(uri), type: 'file' }) === 'ask-text';
    // Settings that cannot be read while they are edited leave those before in force.
    const isHalfTyped = nameOf(uri) === settingsFile && json.parse(text).problems.length > 0;
    return isHalfTyped || (isAsked && !workspace.set(uri, text)) ? [file] : [];
  });
}

async function assertAsFresh(editor: Editor, when: string): Promise<void> {
  const fresh = new Editor(editor.disk);
  fresh.settings = editor.settings;
  await fresh.start();
  for (const [file, { text }] of editor.open) await fresh.openFile(file, text);
  await fresh.rest();
  const expected = fresh.shown({ isWhole: true });
  await fresh.stop();
  assertSame(editor.shown({ isWhole: true }), expected, `a fresh server ${when}`);
}

/** Fails with one line for each finding that only one side has. */
function assertSame(shown: Findings, expected: Findings, who: string): void {
  const linesOf = (findings: Findings) =>
    Object.entries(findings).flatMap(([uri, lines]) => lines.map((line) => `${uri} ${line}`));
  const [actual, wanted] = [linesOf(shown), linesOf(expected)];
  const differences = [
    ...actual.filter((line) => !wanted.includes(line)).map((line) => `  only the editor: ${line}`),
    ...wanted.filter((line) => !actual.includes(line)).map((line) => `  only ${who}: ${line}`),
  ];
  assert.ok(differences.length === 0 && actual.length === wanted.length, [`not as ${who}:`, ...differences].join('\n'));
}

type Findings = Readonly<Record<string, readonly string[]>>;

async function assertAsCommandLine(editor: Editor): Promise<void> {
  const found: Record<string, string[]> = {};
  try {
    const { output } = await answerTo([editor.disk.root, '--format', 'json']);
    const { problems } = JSON.parse(output) as { problems: (Parameters<typeof lineOf>[0] & { file: string })[] };
    for (const problem of problems) {
      const uri = fileUri(path.resolve(problem.file));
      found[uri] = [...(found[uri] ?? []), lineOf(problem)].sort();
    }
  } catch (error) {
    // For settings that cannot be parsed, the command line fails, while the editor ignores them.
    if (error instanceof UsageError) return;
    throw error;
  }
  assertSame(editor.shown(), found, 'the command line');
}

/** Returns the sequence of a seed. */
export const sequenceOf = (seed: number): Sequence => {
  const [sequence] = fc.sample(sequences, { seed, numRuns: 1, unbiased: true });
  if (!sequence) throw new RangeError('no sequence was drawn');
  return sequence;
};

/** Runs the sequence of a seed. @returns the failure with a minimal failing sequence; undefined if it passed. */
export async function failureOf(seed: number): Promise<string | undefined> {
  const whole = sequenceOf(seed);
  let failure = await messageOf(whole);
  if (failure === undefined) return undefined;
  const fails = async (sequence: Sequence) => {
    const message = await messageOf(sequence);
    if (message !== undefined) failure = message;
    return message !== undefined;
  };
  const operations = await without(whole.operations, (operations) => fails({ ...whole, operations }));
  const files = whole.state.flatMap((text, i) => (text > 0 ? [i] : []));
  const stateOf = (kept: readonly number[]) => whole.state.map((text, i) => (kept.includes(i) ? text : 0));
  const kept = await without(files, (files) => fails({ state: stateOf(files), operations }));
  await without(operations, (operations) => fails({ state: stateOf(kept), operations }));
  return `seed ${seed}: ${failure}`;
}

async function messageOf(sequence: Sequence): Promise<string | undefined> {
  try {
    await runSequence(sequence);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Removes from `items` everything that is not needed for `fails` to hold: first halves, then quarters, finally single items. */
async function without<T>(
  items: readonly T[],
  fails: (fewer: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let left = items;
  for (let size = items.length >> 1; size >= 1; size >>= 1) {
    for (let at = left.length - size; at > -size; at -= size) {
      const start = Math.max(0, at);
      const fewer = [...left.slice(0, start), ...left.slice(start + size)];
      if (fewer.length < left.length && (await fails(fewer))) left = fewer;
    }
  }
  return left;
}
