import type { TextRange } from '../../base/text.ts';

/** The block of front matter at the start of a Markdown text. */
export interface Block {
  /** The YAML between the two `---` lines. */
  readonly range: TextRange;
  /** Where the Markdown begins. */
  readonly body: number;
  readonly closed: boolean;
}

const opening = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n|$)/;
const closing = /^---[ \t]*$/m;
/** Not between the two characters of a Windows line break, where `^` and `$` find an empty line. */
const blankLine = /(?<![^\r\n])(?<!\r(?=\n))[ \t]*(?![^\r\n])/;

/**
 * Finds the front matter, which counts only from the very first line. A text that opens with `---` and has no second such
 * line has front matter that is not closed if a `key:` follows; else that line is a rule of Markdown.
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
