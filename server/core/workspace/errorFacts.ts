import type { Fact } from '../fact.ts';
import type { Document } from '../model.ts';
import { schemaErrorsOf } from './schemaProblems.ts';

/** Returns the facts that follow from a document's schema errors. The schema is checked only for kinds that have such facts. */
export const errorFacts = (document: Document): Iterable<Fact> =>
  document.kind.errorFacts?.(document, schemaErrorsOf(document)) ?? [];
