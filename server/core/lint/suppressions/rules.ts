import { nearest } from '../../base/suggest.ts';
import type { Problem, TextRange } from '../../base/text.ts';
import type { DocumentKind, Rule } from '../../model.ts';
import type { Suppression } from '../../suppression.ts';
import { rulesMeant } from '../ruleNames.ts';
import { ignoreWord, suppressionsOf } from './comments.ts';

/** The placeholder of a suppression that was inserted without a reason. */
export const noReason = 'why?';

/** Whether a rule is about suppressions themselves. Its findings cannot be suppressed. */
export const isAboutSuppressions = (rule: string): boolean => /\/(bad|unused)-suppression$/.test(rule);

/** Returns the rules of a kind whose documents can contain suppressions. */
export const suppressionRules = ({ id, title }: DocumentKind): readonly Rule[] => [
  {
    id: `${id}/bad-suppression`,
    severity: 'warning',
    source: ['plugboard'],
    certainty: 'documented',
    impact: 'no-effect',
    scope: 'document',
    summary: `${title}: a suppression names no rule, or gives no reason.`,
    *check({ document, workspace }) {
      for (const suppression of suppressionsOf(document)) yield* bad(suppression, workspace.rules);
    },
  },
  {
    id: `${id}/unused-suppression`,
    severity: 'hint',
    source: ['plugboard'],
    certainty: 'documented',
    impact: 'no-effect',
    tags: ['unnecessary'],
    scope: 'document',
    summary: `${title}: a suppression no longer matches any finding.`,
    // The linter creates these findings, since only it knows what all other rules found.
    check: () => [],
  },
];

function* bad(
  { rules, reason, range, reasonRange }: Suppression,
  known: ReadonlyMap<string, Rule>,
): Generator<Problem> {
  const [first] = rules;
  const last = rules.at(-1);
  if (!first || !last) {
    yield {
      range,
      message: `No rule is named, so nothing is ignored. Write \`${ignoreWord} skill/name-form: why\`.`,
    };
    return;
  }
  let isUnknown = false;
  for (const rule of rules) {
    if (rulesMeant(rule.id, known).length > 0) continue;
    isUnknown = true;
    yield unknownRule(rule.id, rule.range, known);
  }
  if (isUnknown || (reason !== '' && reason !== noReason)) return;
  const place = reasonRange ?? { start: first.range.start, end: last.range.end };
  yield { range: place, message: `Give a reason, so that the next reader knows whether it still applies.` };
}

/** Returns the problem of an id that no rule has, with a suggestion. `range` is that of the id. */
export function unknownRule(id: string, range: TextRange, known: ReadonlyMap<string, Rule>): Problem {
  const meant = nearestRule(id, known);
  return {
    range,
    message: `Unknown rule \`${id}\`.${meant ? ` Did you mean \`${meant}\`?` : ''}`,
    ...(meant && { fixes: [{ title: `Change to \`${meant}\``, edits: [{ range, newText: meant }] }] }),
  };
}

/** Returns the rule with the most similar current or former id, or with this name under another kind; always by its current id. */
function nearestRule(id: string, known: ReadonlyMap<string, Rule>): string | undefined {
  const ids = [...known.keys()];
  const near = nearest(id, [...ids, ...[...known.values()].flatMap(({ aliases = [] }) => aliases)]);
  if (near !== undefined) return known.has(near) ? near : rulesMeant(near, known)[0]?.id;
  const name = id.slice(id.indexOf('/') + 1);
  const sameName = ids.filter((each) => each.endsWith(`/${name}`));
  return sameName.length === 1 ? sameName[0] : undefined;
}
