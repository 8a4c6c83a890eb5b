import assert from 'node:assert/strict';
import type { Host } from '../../server/core/base/hosts.ts';
import { applyEdits, type Diagnostic, type Fix, Lines } from '../../server/core/base/text.ts';
import { normalise } from '../../server/core/base/uri.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { base, lintFiles, settings } from './lint.ts';

/** A fenced block of a rule's page with a file name. `start` and `end` are the lines of its content. */
interface Block {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly fixed: number | undefined;
  readonly options: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

export interface Example {
  readonly blocks: readonly Block[];
}

export interface Drawn {
  readonly diagnostics: readonly Diagnostic[];
  readonly replacements: readonly { start: number; end: number; lines: readonly string[] }[];
}

const mark = /^\s*\^+ /;

/** Returns the examples of a page: consecutive blocks belong together until prose or a `fixed` block separates them. */
export function examplesOf(page: string): Example[] {
  const examples: Block[][] = [];
  let current: Block[] | undefined;
  const lines = page.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(`{3,})\w+ (\S.*)$/.exec(lines[i] ?? '');
    if (!fence) {
      if (lines[i]?.trim()) current = undefined;
      continue;
    }
    const end = lines.indexOf(fence[1] ?? '', i + 1);
    assert.ok(end > 0, `line ${i + 1}: the block is not closed`);
    const [path = '', ...words] = (fence[2] ?? '').split(' ');
    const fixedWord = words.find((word) => word.startsWith('fixed'));
    const fixed = fixedWord && Number(fixedWord.split('=')[1] ?? 1);
    const options = Object.fromEntries(words.filter((word) => word.includes('=')).map((word) => word.split('=')));
    const block = { path, start: i + 1, end, fixed: fixed || undefined, options, lines: lines.slice(i + 1, end) };
    const wasFixed = current?.some((b) => b.fixed !== undefined);
    if (!current || (wasFixed && fixed === undefined)) {
      current = [];
      examples.push(current);
    }
    current.push(block);
    i = end;
  }
  return examples.map((blocks) => ({ blocks }));
}

/** Returns the files of an example before a fix, without their marks. */
export const filesOf = ({ blocks }: Example): Record<string, string> =>
  Object.fromEntries(
    given(blocks).map(({ path, lines }) => [path, `${lines.filter((line) => !mark.test(line)).join('\n')}\n`]),
  );

const given = (blocks: readonly Block[]): readonly Block[] => blocks.filter((block) => block.fixed === undefined);

/** Returns the findings of an example, together with the files of `around` that it does not replace. */
export function lintExample(
  example: Example,
  kinds: readonly DocumentKind[],
  around: Readonly<Record<string, string>> = {},
): readonly Diagnostic[] {
  const options = Object.assign({}, ...example.blocks.map((block) => block.options));
  const with_ = {
    levels: {},
    target: {
      minimumVersion: options.version ?? settings.target.minimumVersion,
      date: options.date ?? settings.target.date,
      hosts: (options.hosts?.split(',') ?? settings.target.hosts) as readonly Host[],
    },
  };
  const traits = Object.fromEntries(given(example.blocks).map(({ path, options }) => [path, traitsOf(options)]));
  return lintFiles({ ...around, ...filesOf(example) }, with_, kinds, traits);
}

/** Lints an example and renders it again: marks under the problems, and the files after the fix. */
export function runExample(example: Example, kinds: readonly DocumentKind[]): Drawn {
  const { blocks } = example;
  const files = filesOf(example);
  const diagnostics = lintExample(example, kinds);
  const severityOf = new Map(kinds.flatMap((kind) => kind.rules.map((rule) => [rule.id, rule.severity] as const)));
  const own = ({ rule, severity }: Diagnostic) => (severityOf.get(rule) ?? 'error') === severity;
  const replacements = given(blocks).map(({ path, start, end }) => {
    const text = files[path] ?? '';
    const here = diagnostics.filter(({ uri }) => uri === uriOf(path));
    return { start, end, lines: draw(text, here, own) };
  });
  const after = blocks.filter((block) => block.fixed !== undefined);
  const first = diagnostics.find(({ fixes }) => fixes?.length);
  for (const { path, start, end, fixed = 1 } of after) {
    const fix = first?.fixes?.[fixed - 1];
    assert.ok(fix && first, `the example has no fix ${fixed}`);
    const text = applyFix(files, first.uri, fix)[path];
    assert.ok(text !== undefined, `after the fix there is no file ${path}`);
    replacements.push({ start, end, lines: text.replace(/\n$/, '').split('\n') });
  }
  return { diagnostics, replacements };
}

/** `executable=no`, `mark=utf8` or `mark=utf16`, `link=` with a path or `nowhere`, `owner=` and `writable=others`. */
const traitsOf = ({ executable, link, mark: bytes, owner, writable }: Readonly<Record<string, string>>) => ({
  ...(owner && { access: { isOwnedByRoot: owner === 'root', isWritableByOthers: writable === 'others' } }),
  ...(bytes === 'utf8' && { hasByteOrderMark: true }),
  ...(bytes === 'utf16' && { isUtf16: true }),
  ...(executable && { executable: executable === 'yes' }),
  ...(link && { link: { target: link === 'nowhere' ? null : uriOf(link) } }),
});

const uriOf = (path: string): string => normalise(`${base}/${path.split('/').map(encodeURIComponent).join('/')}`);

/** Returns the files after a fix, including its renames and new files. */
export function applyFix(files: Readonly<Record<string, string>>, uri: string, fix: Fix): Record<string, string> {
  const result: Record<string, string> = {};
  const move = (address: string): string => {
    for (const op of fix.files ?? []) {
      if (op.kind === 'rename' && (address === op.from || address.startsWith(`${op.from}/`)))
        return op.to + address.slice(op.from.length);
    }
    return address;
  };
  for (const [path, text] of Object.entries(files)) {
    const edits = fix.edits.filter((edit) => (edit.uri ?? uri) === uriOf(path));
    result[decodeURIComponent(move(uriOf(path)).slice(base.length + 1))] = applyEdits(text, edits);
  }
  for (const op of fix.files ?? [])
    if (op.kind === 'create') result[decodeURIComponent(op.uri.slice(base.length + 1))] = op.text;
  return result;
}

function draw(text: string, diagnostics: readonly Diagnostic[], own: (diagnostic: Diagnostic) => boolean): string[] {
  const lines = new Lines(text);
  const drawn: string[] = [];
  for (const [number, line] of text.replace(/\n$/, '').split('\n').entries()) {
    drawn.push(line);
    for (const diagnostic of diagnostics) {
      const start = lines.positionAt(diagnostic.range.start);
      if (start.line !== number) continue;
      const end = lines.positionAt(diagnostic.range.end);
      const width = (end.line === start.line ? end.character : line.length) - start.character;
      const severity = own(diagnostic) ? '' : `(${diagnostic.severity}) `;
      drawn.push(`${' '.repeat(start.character)}${'^'.repeat(Math.max(1, width))} ${severity}${diagnostic.message}`);
    }
  }
  return drawn;
}

/** Returns the page with its blocks replaced by the rendered ones. */
export function redraw(page: string, drawn: readonly Drawn[]): string {
  const lines = page.split('\n');
  const all = drawn.flatMap(({ replacements }) => replacements).sort((a, b) => b.start - a.start);
  for (const { start, end, lines: content } of all) lines.splice(start, end - start, ...content);
  return lines.join('\n');
}
