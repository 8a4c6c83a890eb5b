import { derived } from '../base/derived.ts';
import type { Document } from '../model.ts';
import type { Parsed } from '../syntax/syntax.ts';

/** Returns the tree of a document, parsed once; for inline content, the part of the containing file's tree. */
export const parse: (document: Document) => Parsed = derived(({ kind, text, inline }) =>
  inline ? { root: inline.root, problems: [] } : kind.syntax.parse(text),
);
