import { derived } from '../base/derived.ts';
import type { Document } from '../model.ts';
import { schemaProblems } from '../schema/problems.ts';
import type { SchemaProblem } from '../schema/schema.ts';
import { parse } from './parse.ts';

/** What the schema of a document's kind finds wrong in it: found once for rules, facts and the effective tool set. */
export const schemaProblemsOf: (document: Document) => readonly SchemaProblem[] = derived((document) => {
  const { root } = parse(document);
  return root ? [...schemaProblems(document.kind, root)] : [];
});

/** What the schema calls an error, without the places that it calls less. */
export const schemaErrorsOf = (document: Document): readonly SchemaProblem[] =>
  schemaProblemsOf(document).filter(({ severity }) => severity === undefined);
