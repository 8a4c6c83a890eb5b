import { derived } from '../base/derived.ts';
import type { Document } from '../model.ts';
import { blocksOf, type MarkdownBlock } from '../syntax/markdown/blocks.ts';
import { parse } from './parse.ts';

/** The blocks of a document's Markdown in their order, found when first asked for. */
export const markdownBlocks: (document: Document) => readonly MarkdownBlock[] = derived((document) =>
  blocksOf(document.text.slice(parse(document).body ?? 0)),
);
