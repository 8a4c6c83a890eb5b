import type { Document } from '../../model.ts';
import { parse } from '../../parse.ts';

/** A line of the Markdown below the front matter. */
export interface BodyLine {
  readonly start: number;
  readonly text: string;
  /** Inside a fenced block of code. */
  readonly code: boolean;
}

/** The lines of the Markdown. Only fences are told apart: the app replaces placeholders before it reads any Markdown. */
export function* bodyLines(document: Document): Generator<BodyLine> {
  const { text } = document;
  const breaks = /\r\n|\r|\n|$/g;
  let fence = '';
  for (let start = parse(document).body ?? 0; start < text.length; start = breaks.lastIndex) {
    breaks.lastIndex = start;
    const end = breaks.exec(text)?.index ?? text.length;
    const line = text.slice(start, end);
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    const closes = fence !== '' && mark.startsWith(fence);
    yield { start, text: line, code: fence !== '' || mark !== '' };
    if (closes) fence = '';
    else if (fence === '') fence = mark;
    if (end === text.length) return;
  }
}

/** The first sentence of the Markdown, or its heading: what a description may be made of. */
export function firstSentence(document: Document): string | undefined {
  let heading: string | undefined;
  for (const { text, code } of bodyLines(document)) {
    const line = text.trim();
    if (code || line === '') continue;
    const title = /^#{1,6}\s+(.*)$/.exec(line)?.[1];
    if (title !== undefined) heading ??= title;
    else if (/^[\p{L}\p{N}"'*_`]/u.test(line) && !/^(\d+[.)]|\*)\s/.test(line))
      return /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  }
  return heading;
}
