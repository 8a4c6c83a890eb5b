import { derived } from '../base/derived.ts';
import type { Document } from '../model.ts';
import { blocksOf, type MarkdownBlock } from '../syntax/markdown/blocks.ts';
import { parse } from './parse.ts';

/** Returns the blocks of a document's Markdown in order; computed on first use. */
export const markdownBlocks: (document: Document) => readonly MarkdownBlock[] = derived((document) =>
  blocksOf(document.text.slice(parse(document).body ?? 0)),
);
