import { derived } from '../base/derived.ts';
import { Lines, type TextRange } from '../base/text.ts';
import type { Document } from '../model.ts';
import type { MarkdownBlock } from '../syntax/markdown/blocks.ts';
import { markdownBlocks } from '../workspace/markdownBlocks.ts';

const linesOf = derived(({ text }: Document) => new Lines(text));

/**
 * Yields ranges of the Markdown that begins at offset `body`: the line at `offset`, each block, each heading with its section,
 * and the whole.
 */
export function* markdownRanges(document: Document, body: number, offset: number): Generator<TextRange> {
  const { text } = document;
  const lines = linesOf(document);
  const first = lines.positionAt(body).line;
  /** Returns the range from the start of a line to the end of the last one before `end`; both are relative to the start of the Markdown. */
  const rangeOf = (start: number, end: number): TextRange => {
    const from = lines.offsetAt({ line: first + start, character: 0 });
    const to = lines.offsetAt({ line: first + end, character: 0 });
    return { start: from, end: from + text.slice(from, to).trimEnd().length };
  };
  const count = lines.positionAt(text.length).line - first + 1;
  yield rangeOf(0, count);
  const line = lines.positionAt(offset).line - first;
  yield rangeOf(line, line + 1);
  const blocks = markdownBlocks(document);
  for (const { start, end } of blocks) yield rangeOf(start, end);
  const headings = blocks.filter(({ type, depth }) => type === 'heading' && depth === 0);
  const written = text.slice(body).split(/\r\n?|\n/);
  const levels = headings.map((heading) => levelOf(heading, written));
  for (const [at, { start }] of headings.entries()) {
    const next = headings.findIndex((_, other) => other > at && (levels[other] ?? 0) <= (levels[at] ?? 0));
    yield rangeOf(start, headings[next]?.start ?? count);
  }
}

/** Returns the heading level: `#` to `######`, or an underline of `=` or `-`. */
function levelOf({ start, end }: MarkdownBlock, lines: readonly string[]): number {
  const marks = /^ {0,3}(#{1,6})(?!#)/.exec(lines[start] ?? '')?.[1];
  if (marks) return marks.length;
  return /^ {0,3}=/.test(lines[end - 1] ?? '') ? 1 : 2;
}
