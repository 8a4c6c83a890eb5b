import markdownIt from 'markdown-it';

/** Used only for blocks: inline tokens have no offsets, so code that needs words scans the lines. */
const parser = markdownIt('commonmark');
parser.core.ruler.disable(['inline', 'text_join']);

/** A block of the Markdown after the front matter. Lines count from 0 at the body's start; `end` is exclusive. */
export interface MarkdownBlock {
  readonly type: 'heading' | 'paragraph' | 'code' | 'other';
  readonly start: number;
  readonly end: number;
  /** The text of a heading or paragraph, as it is written. */
  readonly content: string;
  /** The number of blocks that contain it: 0 at the top level, more in lists and quotes. */
  readonly depth: number;
}

const types: Readonly<Record<string, MarkdownBlock['type']>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  fence: 'code',
  code_block: 'code',
};

/** Returns the blocks of a text that consists only of Markdown. */
export function blocksOf(markdown: string): readonly MarkdownBlock[] {
  const tokens = parser.parse(markdown.replace(/^\uFEFF/, ''), {});
  return tokens.flatMap(({ type, map, level }, i) => {
    if (!map || type === 'inline') return [];
    const content = tokens[i + 1]?.type === 'inline' ? (tokens[i + 1]?.content ?? '') : '';
    return [{ type: types[type] ?? 'other', start: map[0], end: map[1], content, depth: level }];
  });
}
