import markdownIt from 'markdown-it';

/** Blocks alone: inline tokens have no offsets, so whoever wants words scans the lines. */
const parser = markdownIt('commonmark');
parser.core.ruler.disable(['inline', 'text_join']);

/** A block of the Markdown below the front matter. Lines count from 0 at the body's start; `end` is exclusive. */
export interface MarkdownBlock {
  readonly type: 'heading' | 'paragraph' | 'code' | 'other';
  readonly start: number;
  readonly end: number;
  /** The text of a heading or paragraph, as it is written. */
  readonly content: string;
  /** How many blocks it stands in: 0 for a paragraph of its own, more in lists and quotes. */
  readonly depth: number;
}

const types: Readonly<Record<string, MarkdownBlock['type']>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  fence: 'code',
  code_block: 'code',
};

/** The blocks of a text that is all Markdown. */
export function blocksOf(markdown: string): readonly MarkdownBlock[] {
  const tokens = parser.parse(markdown.replace(/^\uFEFF/, ''), {});
  return tokens.flatMap(({ type, map, level }, i) => {
    if (!map || type === 'inline') return [];
    const content = tokens[i + 1]?.type === 'inline' ? (tokens[i + 1]?.content ?? '') : '';
    return [{ type: types[type] ?? 'other', start: map[0], end: map[1], content, depth: level }];
  });
}
