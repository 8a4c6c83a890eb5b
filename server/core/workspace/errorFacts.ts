import type { Fact } from '../fact.ts';
import type { Document } from '../model.ts';
import { schemaErrorsOf } from './schemaProblems.ts';

/** Returns the facts of a document that follow from what its schema calls an error. The schema is asked only for kinds that have such facts. */
export const errorFacts = (document: Document): Iterable<Fact> =>
  document.kind.errorFacts?.(document, schemaErrorsOf(document)) ?? [];
