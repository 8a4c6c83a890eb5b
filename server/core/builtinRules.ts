import { derived } from './derived.ts';
import type { DocumentKind, Rule } from './model.ts';

/** The rules that every kind has: its text is readable, and its values have the form that the schema asks for. */
const commonRules: (kind: DocumentKind) => readonly Rule[] = derived((kind) => [
  {
    id: `${kind.id}/syntax`,
    severity: 'error',
    scope: 'document',
    *check({ parsed }) {
      for (const { fix, ...problem } of parsed.problems) {
        yield { ...problem, ...(fix && { fixes: [{ ...fix, inFixAll: true }] }) };
      }
    },
  },
  {
    id: `${kind.id}/schema`,
    severity: 'error',
    scope: 'document',
    *check({ parsed, schemaProblems }) {
      // Front matter that cannot be read has lost its fields: their form is no second problem.
      const isLost = parsed.frontMatter && parsed.problems.some(({ severity }) => severity === undefined);
      if (!isLost) yield* schemaProblems();
    },
  },
]);

/** All rules of a kind, its own first. */
export const rulesOf: (kind: DocumentKind) => readonly Rule[] = derived((kind) => [
  ...kind.rules,
  ...commonRules(kind),
]);
