import fs from 'node:fs';
import path from 'node:path';
import {
  type AcceptedFix,
  applyEdits,
  compatibleFixes,
  type Diagnostic,
  type Document,
  type FileOperation,
  type Fix,
  fsPath,
  type Parsed,
  type TextEdit,
  type Workspace,
} from '../core/index.ts';
import { decode, encode } from '../disk/encoding.ts';
import { type Draft, draftOf, realPathOf, whyNot } from './writing.ts';

/** What may be written, and the results. One object serves all rounds of a run. */
export interface FixRun {
  /** Whether a file was named by the user. */
  readonly asked: (uri: string) => boolean;
  /** The files and folders that were named, with all links in their paths resolved. */
  readonly roots: readonly string[];
  /** Files that should have been written but were not, by URI. Each round adds to it. */
  readonly unwritten: Map<string, Unwritten>;
}

export interface Unwritten {
  /** The rest of a sentence that begins with the file's name. */
  readonly reason: string;
  /** Whether the system refused; otherwise the file was left alone deliberately. */
  readonly isFailure: boolean;
}

/**
 * Applies the fixes that need no review, each completely or not at all; of fixes that overlap, only the first. Nothing outside
 * of the named files and folders is changed, also not through links; no file is overwritten by another; and a text is replaced
 * only if it is still the one that was checked and the new one is at least as readable.
 * @returns how many findings were fixed.
 */
export function applyFixes(workspace: Workspace, diagnostics: readonly Diagnostic[], run: FixRun): number {
  const known = new Map<string, boolean>();
  const mayWrite = (uri: string): boolean => {
    const answer = known.get(uri) ?? (!run.unwritten.has(uri) && run.asked(uri) && isInside(uri, run));
    known.set(uri, answer);
    return answer;
  };
  let accepted = compatibleFixes(diagnostics, (fix, uri) => targetsOf(fix, uri).every(mayWrite));
  for (;;) {
    const drafts = draftsOf(workspace, accepted, run);
    const whole = accepted.filter(({ uri, fix }) => fix.edits.every((edit) => drafts.has(edit.uri ?? uri)));
    if (whole.length === accepted.length) return commit(accepted, drafts, run);
    // If a draft cannot be created, its fixes are dropped, which changes the drafts of other files.
    for (const draft of drafts.values()) draft.discard();
    accepted = whole;
  }
}

/** Returns all files that a fix writes. */
function targetsOf(fix: Fix, uri: string): string[] {
  const files = fix.files?.flatMap((each) => (each.kind === 'rename' ? [each.from, each.to] : [each.uri])) ?? [];
  return [...fix.edits.map((edit) => edit.uri ?? uri), ...files];
}

function isInside(uri: string, { roots, unwritten }: FixRun): boolean {
  const file = realPathOf(fsPath(uri));
  const isIn = roots.some((root) => file === root || file.startsWith(root.endsWith(path.sep) ? root : root + path.sep));
  const reason = 'is reached through a link that leads outside the given paths, so it was not changed';
  if (!isIn) unwritten.set(uri, { reason, isFailure: false });
  return isIn;
}

/** Creates the new texts next to their files, by URI; files that cannot be written are left out. */
function draftsOf(workspace: Workspace, accepted: readonly AcceptedFix[], run: FixRun): Map<string, Draft> {
  const edits = new Map<string, TextEdit[]>();
  for (const { uri, fix } of accepted) {
    for (const edit of fix.edits) {
      const target = edit.uri ?? uri;
      const ofFile = edits.get(target);
      if (ofFile) ofFile.push(edit);
      else edits.set(target, [edit]);
    }
  }
  const drafts = new Map<string, Draft>();
  const files = new Set<string>();
  for (const [uri, ofFile] of edits) {
    const document = workspace.get(uri);
    const file = realPathOf(fsPath(uri));
    // Another name of a file that already has a draft.
    if (!document || files.has(file)) continue;
    const draft = tryTo(uri, run, () => rewrite(document, file, ofFile));
    if (!draft) continue;
    drafts.set(uri, draft);
    files.add(file);
  }
  return drafts;
}

function rewrite({ text, kind }: Document, file: string, edits: readonly TextEdit[]): Draft | undefined {
  const before = decode(fs.readFileSync(file));
  const after = applyEdits(text, edits);
  if (!before || before.isLossy || before.text !== text || after === text) return undefined;
  if (isWorse(kind.syntax.parse(text), kind.syntax.parse(after))) return undefined;
  return draftOf(file, encode(after, before.encoding));
}

/** Whether more of a text is unreadable than before. */
function isWorse(before: Parsed, after: Parsed): boolean {
  const breaks = ({ problems }: Parsed): number => problems.filter(({ kind }) => kind === 'break').length;
  return breaks(after) > breaks(before) || after.problems.length > before.problems.length;
}

/** Replaces the files with their drafts, and performs the file operations of the fixes. */
function commit(accepted: readonly AcceptedFix[], drafts: ReadonlyMap<string, Draft>, run: FixRun): number {
  const written = new Set<string>();
  for (const [uri, draft] of drafts) if (tryTo(uri, run, () => draft.commit())) written.add(uri);
  const done = new Set<string>();
  return accepted.filter(({ uri, fix }) => {
    if (!fix.edits.every((edit) => written.has(edit.uri ?? uri))) return false;
    return (fix.files ?? []).every((operation) => {
      // Several findings may require the same rename.
      const key = JSON.stringify(operation);
      if (done.has(key)) return true;
      const target = operation.kind === 'rename' ? operation.from : operation.uri;
      if (!tryTo(target, run, () => perform(operation))) return false;
      done.add(key);
      return true;
    });
  }).length;
}

/** Returns the result of `act`; undefined if the system refuses, which is recorded for `uri`. */
function tryTo<T>(uri: string, { unwritten }: FixRun, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    unwritten.set(uri, { reason: `cannot be changed: ${whyNot(error)}`, isFailure: true });
    return undefined;
  }
}

function perform(operation: FileOperation): boolean {
  if (operation.kind === 'create') {
    const file = fsPath(operation.uri);
    if (fs.existsSync(file)) return false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, operation.text, { flag: 'wx' });
    return true;
  }
  const [from, to] = [fsPath(operation.from), fsPath(operation.to)];
  if (!fs.existsSync(from) || (fs.existsSync(to) && !isSameFile(from, to))) return false;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.renameSync(from, to);
  return true;
}

/** Whether two paths are spellings of the same file on a file system that is not case-sensitive. */
function isSameFile(a: string, b: string): boolean {
  const [left, right] = [fs.statSync(a), fs.statSync(b)];
  return left.ino === right.ino && left.dev === right.dev;
}
