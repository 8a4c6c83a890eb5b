import { derived } from '../base/derived.ts';
import type { Document } from '../model.ts';
import type { Parsed } from '../syntax/syntax.ts';

/** The tree of a document, made once. */
export const parse: (document: Document) => Parsed = derived((document) => document.kind.syntax.parse(document.text));
