import type { TextRange } from '../../base/text.ts';

/** The front matter at the start of a Markdown text. */
export interface Block {
  /** The YAML between the two `---` lines. */
  readonly range: TextRange;
  /** The offset at which the Markdown begins. */
  readonly body: number;
  readonly closed: boolean;
}

// Lines end with `\n` or `\r\n`, as for the YAML parser; a lone `\r` is a character like any other.
const opening = /^\uFEFF?---[ \t]*(?:\r?\n|$)/;
const closing = /(?<=^|\n)---[ \t]*(?=\r?\n|$)/;
const blankLine = /(?<=^|\n)[ \t]*(?=\r?\n|$)/;

/**
 * Finds the front matter, which must begin on the very first line. If a text begins with `---` and has no second such line, its
 * front matter is not closed if a `key:` follows; otherwise that line is a thematic break.
 */
export function frontMatterBlock(text: string): Block | undefined {
  const open = opening.exec(text);
  if (!open) return undefined;
  const start = open[0].length;
  const rest = text.slice(start);
  const close = closing.exec(rest);
  if (close) {
    const end = start + close.index;
    const after = end + close[0].length;
    const body = text.startsWith('\r\n', after) ? after + 2 : Math.min(after + 1, text.length);
    return { range: { start, end }, body, closed: true };
  }
  if (!/^[A-Za-z][\w-]*[ \t]*:/.test(rest)) return undefined;
  const blank = blankLine.exec(rest);
  const end = blank ? start + blank.index : text.length;
  return { range: { start, end }, body: end, closed: false };
}
