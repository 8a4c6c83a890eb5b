import type { Fact } from '../fact.ts';
import type { Document } from '../model.ts';
import { schemaErrors } from '../schema/problems.ts';
import { parse } from './parse.ts';

/** Returns the facts of a document that follow from what its schema calls an error. The schema is asked only for kinds that have such facts. */
export function errorFacts(document: Document): Iterable<Fact> {
  const { kind } = document;
  if (!kind.errorFacts) return [];
  const { root } = parse(document);
  return kind.errorFacts(document, root ? schemaErrors(kind, root) : []);
}
