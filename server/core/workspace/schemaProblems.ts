import { derived } from '../base/derived.ts';
import { RangeIndex } from '../base/rangeIndex.ts';
import type { TextRange } from '../base/text.ts';
import type { Document } from '../model.ts';
import { schemaProblems } from '../schema/problems.ts';
import type { SchemaProblem } from '../schema/schema.ts';
import { parse } from './parse.ts';

/** Returns what the schema of a document's kind reports; computed once for rules, facts and the effective tool set. */
export const schemaProblemsOf: (document: Document) => readonly SchemaProblem[] = derived((document) => {
  const { root } = parse(document);
  return root ? [...schemaProblems(document.kind, root)] : [];
});

const indexOf = derived((document: Document) => new RangeIndex(schemaProblemsOf(document)));

/** Returns what the schema reports in a part of a document. */
export const schemaProblemsIn = (document: Document, range: TextRange): readonly SchemaProblem[] =>
  indexOf(document).inside(range);

/** Returns the schema problems that are errors. */
export const schemaErrorsOf = (document: Document): readonly SchemaProblem[] =>
  schemaProblemsOf(document).filter(({ severity }) => severity === undefined);
