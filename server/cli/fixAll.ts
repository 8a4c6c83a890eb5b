import fs from 'node:fs';
import path from 'node:path';
import { applyEdits, type Diagnostic, type Fix, type TextEdit, type TextRange } from '../core/base/text.ts';
import { fsPath } from '../core/base/uri.ts';
import type { Document } from '../core/model.ts';
import type { Workspace } from '../core/workspace/workspace.ts';
import { decode, encode } from '../disk/encoding.ts';

/**
 * Applies the fixes that need no second look, each wholly or not at all; of fixes that touch the same text only the first.
 * Nothing outside of `mayWrite` is changed, no file is overwritten by another, and a text is replaced only if it is still the
 * one that was checked and the new one is no less readable.
 * @returns how many findings were fixed.
 */
export function applyFixes(
  workspace: Workspace,
  diagnostics: readonly Diagnostic[],
  mayWrite: (uri: string) => boolean,
): number {
  const edits = new Map<string, TextEdit[]>();
  const accepted: { uri: string; fix: Fix }[] = [];
  for (const { uri, fixes } of diagnostics) {
    const fix = fixes?.find(({ inFixAll }) => inFixAll);
    if (!fix || !targetsOf(fix, uri).every(mayWrite) || collides(fix, uri, edits)) continue;
    for (const edit of fix.edits) {
      const target = edit.uri ?? uri;
      edits.set(target, [...(edits.get(target) ?? []), edit]);
    }
    accepted.push({ uri, fix });
  }
  const written = new Set<string>();
  const failed = new Set<string>();
  for (const [uri, ofFile] of edits) {
    const document = workspace.get(uri);
    if (!document || !rewrite(document, ofFile, written)) failed.add(uri);
  }
  const done = new Set<string>();
  return accepted.filter(({ uri, fix }) => {
    if (fix.edits.some((edit) => failed.has(edit.uri ?? uri))) return false;
    return (fix.files ?? []).every((operation) => {
      // Several findings may ask for one and the same rename.
      const key = JSON.stringify(operation);
      if (!done.has(key) && !perform(operation)) return false;
      done.add(key);
      return true;
    });
  }).length;
}

/** Everything that a fix writes. */
function targetsOf(fix: Fix, uri: string): string[] {
  const files = fix.files?.flatMap((each) => (each.kind === 'rename' ? [each.from, each.to] : [each.uri])) ?? [];
  return [...fix.edits.map((edit) => edit.uri ?? uri), ...files];
}

/** Whether two ranges overlap; two insertions at one place do, since nobody knows which comes first. */
const meet = (a: TextRange, b: TextRange): boolean => (a.start < b.end && b.start < a.end) || a.start === b.start;

const collides = (fix: Fix, uri: string, edits: ReadonlyMap<string, readonly TextEdit[]>): boolean =>
  fix.edits.some((edit) => edits.get(edit.uri ?? uri)?.some(({ range }) => meet(range, edit.range)));

function rewrite({ uri, text, kind }: Document, edits: readonly TextEdit[], written: Set<string>): boolean {
  const file = fs.realpathSync(fsPath(uri));
  // A second name of a file that was changed just now.
  if (written.has(file)) return false;
  const before = decode(fs.readFileSync(file));
  const after = applyEdits(text, edits);
  const worse = kind.syntax.parse(after).problems.length > kind.syntax.parse(text).problems.length;
  if (before?.text !== text || after === text || worse) return false;
  replaceFile(file, encode(after, before.encoding));
  written.add(file);
  return true;
}

/** In one step, so that whatever goes wrong leaves the old text whole. */
function replaceFile(file: string, bytes: Buffer): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    fs.writeFileSync(draft, bytes, { mode: fs.statSync(file).mode, flag: 'wx' });
    fs.renameSync(draft, file);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function perform(operation: NonNullable<Fix['files']>[number]): boolean {
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

/** Two spellings of one name, where the disk does not tell upper from lower case. */
function isSameFile(a: string, b: string): boolean {
  const [left, right] = [fs.statSync(a), fs.statSync(b)];
  return left.ino === right.ino && left.dev === right.dev;
}
