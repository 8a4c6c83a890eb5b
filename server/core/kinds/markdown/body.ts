import type { Document } from '../../model.ts';
import { parse } from '../../parse.ts';
import { markdownBlocks } from '../../syntax/markdown.ts';

/** A line of the Markdown below the front matter. `start` is its offset in the file. */
export interface BodyLine {
  readonly start: number;
  readonly text: string;
  /** Inside a block of code. */
  readonly code: boolean;
}

/** The lines of the Markdown. */
export function* bodyLines(document: Document): Generator<BodyLine> {
  const { text } = document;
  const code = new Set<number>();
  for (const { type, start, end } of markdownBlocks(document)) {
    if (type === 'code') for (let line = start; line < end; line++) code.add(line);
  }
  let line = 0;
  let start = parse(document).body ?? 0;
  for (const part of text.slice(start).split(/(\r\n|\r|\n)/)) {
    if (!/^[\r\n]/.test(part)) yield { start, text: part, code: code.has(line++) };
    start += part.length;
  }
}

/** The first sentence of the Markdown, or its first heading: what a description may be made of. */
export function firstSentence(document: Document): string | undefined {
  const blocks = markdownBlocks(document);
  const prose = blocks.find(
    ({ type, depth, content }) => type === 'paragraph' && depth === 0 && /^[\p{L}\p{N}"'*_`]/u.test(content),
  );
  const line = (prose ?? blocks.find(({ type }) => type === 'heading'))?.content.split('\n')[0]?.trim();
  return line && (/^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line);
}
