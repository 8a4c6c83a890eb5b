import { derived } from '../base/derived.ts';
import { applyEdits, type TextEdit } from '../base/text.ts';
import type { Document, DocumentKind, Rule } from '../model.ts';
import { type RuleCertainty, type SourceId, sources } from '../ruleSources.ts';
import { property, stringOf } from '../syntax/node.ts';
import { breakOf, type Parsed, type Syntax } from '../syntax/syntax.ts';
import { suppressionRules } from './suppressions/rules.ts';

const standards: Readonly<Record<Syntax['id'], readonly SourceId[]>> = {
  json: ['json-standard'],
  frontmatter: ['yaml-standard'],
  plist: ['plist-standard'],
  registry: ['registry-standard'],
  policy: ['json-standard', 'plist-standard', 'registry-standard'],
};

/** Returns how well the format of a kind is documented: as well as its first source. */
const certaintyOf = ({ source: [first] }: DocumentKind): RuleCertainty =>
  first ? sources[first].certainty : 'reading';

/** The rules that every kind has: its text can be parsed, and its values match the schema. */
const commonRules: (kind: DocumentKind) => readonly Rule[] = derived((kind) => [
  {
    id: `${kind.id}/syntax`,
    builtin: 'syntax',
    severity: 'error',
    source: standards[kind.syntax.id],
    certainty: 'standard',
    impact: 'does-not-load',
    scope: 'document',
    summary: `${kind.title}: the file cannot be parsed.`,
    *check({ document, parsed }) {
      for (const { kind, range, message, fix } of parsed.problems) {
        const severity = kind === 'warning' || kind === 'hint' ? kind : undefined;
        yield {
          range,
          message,
          severity,
          ...(fix && { fixes: [{ ...fix, inFixAll: keepsFields(document, parsed, fix.edits) }] }),
        };
      }
    },
  },
  {
    id: `${kind.id}/schema`,
    builtin: 'schema',
    severity: certaintyOf(kind) === 'third-party' ? 'hint' : 'error',
    source: kind.source,
    certainty: certaintyOf(kind),
    impact: 'does-not-load',
    scope: 'document',
    summary: `${kind.title}: a key or value does not match the schema.`,
    *check({ parsed, schemaProblems, edit }) {
      // If front matter cannot be parsed, its fields are lost; reporting them as missing would be a second message for one
      // problem.
      if (parsed.frontMatter && breakOf(parsed)) return;
      for (const { meant, ...problem } of schemaProblems()) {
        // Only the same word in different case or of a different type needs no review.
        const isSure = meant && stringOf(meant.node)?.trim().toLowerCase() === String(meant.value).toLowerCase();
        const fixes = meant && [
          {
            title: `Change to \`${meant.value}\``,
            edits: [edit.replace(meant.node, meant.value)],
            ...(isSure && { inFixAll: true }),
          },
        ];
        yield { ...problem, ...(fixes && { fixes }) };
      }
    },
  },
  ...(kind.syntax.comments || kind.suppressions ? suppressionRules(kind) : []),
]);

/** Whether a fix of front matter keeps every known top-level key a key. A fix that makes one a part of another value needs review. */
function keepsFields({ text, kind }: Document, { frontMatter }: Parsed, edits: readonly TextEdit[]): boolean {
  if (!frontMatter) return true;
  const block = text.slice(frontMatter.start, frontMatter.end);
  const written = [...block.matchAll(/^([A-Za-z_][\w-]*):/gm)].map(([, key = '']) => key);
  const { root } = kind.syntax.parse(applyEdits(text, edits));
  return written.every((key) => !Object.hasOwn(kind.schema.properties ?? {}, key) || property(root, key) !== undefined);
}

/** Returns all rules of a kind, its own first. */
export const rulesOf: (kind: DocumentKind) => readonly Rule[] = derived((kind) => [
  ...kind.rules,
  ...(kind.furtherRules ?? []),
  ...commonRules(kind),
]);

/** Returns all rules by id. */
export const rulesById: (kinds: readonly DocumentKind[]) => ReadonlyMap<string, Rule> = derived(
  (kinds) => new Map(kinds.flatMap((kind) => rulesOf(kind).map((rule) => [rule.id, rule]))),
);
