import { derived } from '../base/derived.ts';
import type { Document } from '../model.ts';
import type { Parsed } from '../syntax/syntax.ts';

/** The tree of a document, made once; of content that stands inline, the part of the holding file's tree. */
export const parse: (document: Document) => Parsed = derived(({ kind, text, inline }) =>
  inline ? { root: inline.root, problems: [] } : kind.syntax.parse(text),
);
