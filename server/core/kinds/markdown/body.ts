import { derived } from '../../base/derived.ts';
import type { Document } from '../../model.ts';
import { blocksOf } from '../../syntax/markdown/blocks.ts';
import { markdownBlocks } from '../../workspace/markdownBlocks.ts';
import { parse } from '../../workspace/parse.ts';

/** A line of the Markdown after the front matter. `start` is its UTF-16 offset in the file. */
export interface BodyLine {
  readonly start: number;
  readonly text: string;
  /** Whether it is inside a code block. */
  readonly code: boolean;
}

/** Returns the lines of the Markdown, for all rules that read them. The Markdown is parsed only if a rule asks whether a line is code. */
export const bodyLines: (document: Document) => readonly BodyLine[] = derived((document) => {
  const { text } = document;
  const lines: BodyLine[] = [];
  const lineBreak = /\r\n|\r|\n/g;
  for (let start = parse(document).body ?? 0; ; start = lineBreak.lastIndex) {
    lineBreak.lastIndex = start;
    if (!lineBreak.test(text)) {
      lines.push(new Line(document, lines.length, start, text.slice(start)));
      return lines;
    }
    const next = lineBreak.lastIndex;
    const end = next - (text.startsWith('\r\n', next - 2) && next - 2 >= start ? 2 : 1);
    lines.push(new Line(document, lines.length, start, text.slice(start, end)));
  }
});

/** A workspace has hundreds of thousands of lines, so they share their code. */
class Line implements BodyLine {
  constructor(
    private readonly document: Document,
    private readonly number: number,
    readonly start: number,
    readonly text: string,
  ) {}

  get code(): boolean {
    return codeLines(this.document).has(this.number);
  }
}

/** Returns the numbers of the lines inside code blocks, from 0 at the body's start. */
const codeLines: (document: Document) => ReadonlySet<number> = derived((document) => {
  const code = new Set<number>();
  for (const { type, start, end } of markdownBlocks(document)) {
    if (type === 'code') for (let line = start; line < end; line++) code.add(line);
  }
  return code;
});

/** The maximum length of text that is searched for the first sentence. */
const opening = 4_000;

/** Returns the first sentence of the Markdown, or its first heading, for use as a description. */
export function firstSentence(document: Document): string | undefined {
  const body = parse(document).body ?? 0;
  const blocks = blocksOf(document.text.slice(body, body + opening));
  const prose = blocks.find(
    ({ type, depth, content }) => type === 'paragraph' && depth === 0 && /^[\p{L}\p{N}"'*_`]/u.test(content),
  );
  const line = (prose ?? blocks.find(({ type }) => type === 'heading'))?.content.split('\n')[0]?.trim();
  return line && (/^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line);
}
