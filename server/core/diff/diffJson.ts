import type { Origin } from '../effective/model.ts';
import { type ContractOrigin, ruleId } from '../effective/toContract.ts';
import { jsonText } from '../writers/printable.ts';
import { standingTerm } from './changeWords.ts';
import type { SideNames } from './comment.ts';
import type { CauseRule, Change, Comparison, Standing } from './model.ts';

/** Converts origins of both sides to the JSON format of locations. */
export interface Places {
  place(origin: Origin, side: 'old' | 'new'): ContractOrigin | null;
}

/**
 * Returns a comparison as JSON, for other tools. Locations are `{ file, range }` with lines and characters from 0, as in all
 * JSON output.
 */
export function comparisonJson(
  comparison: Comparison,
  { before, after }: Pick<SideNames, 'before' | 'after'>,
  places: Places,
): string {
  const { counts, source, changes, inactive } = comparison;
  const { looser, 'newly-active': newlyActive, redirected, stricter, gone, started, stopped, unchanged } = counts;
  return jsonText({
    target: comparison.after.target,
    old: { name: before.name, commit: before.commit, source: comparison.before.source },
    new: { name: after.name, commit: after.commit, source: comparison.after.source },
    sourceChanges: source !== null,
    counts: {
      looser,
      newlyActive,
      redirected,
      stricter,
      gone,
      noEffect: counts['no-effect'],
      started,
      stopped,
      unchanged,
      settings: counts.settings,
      unordered: counts.unordered,
    },
    changes: changes.map((change) => entry(change, places)),
    settings: comparison.settings.map(({ cause, ...setting }) => ({
      ...setting,
      before: setting.before ?? null,
      after: setting.after ?? null,
      cause: { ...cause, origin: cause.origin && places.place(cause.origin, cause.side) },
    })),
    inactive,
  });
}

function entry({ kind, before, after, inCode, cause, decides, elsewhere, ...change }: Change, places: Places) {
  const { origin, ...reason } = cause;
  return {
    class: kind,
    ...change,
    before: standing(before),
    after: standing(after),
    inCode: inCode && { before: standing(inCode.before), after: standing(inCode.after) },
    cause: { ...reason, rule: causeId(reason.rule), origin: origin && places.place(origin, cause.side) },
    decides: decides.map((each) => ({
      ...each,
      rule: causeId(each.rule),
      origin: each.origin && places.place(each.origin, 'new'),
    })),
    elsewhere: elsewhere.map((each) => ({
      ...each,
      rule: causeId(each.rule),
      origin: each.origin && places.place(each.origin, 'new'),
    })),
  };
}

/** Returns the identifier of a cause in the JSON format: a rule, a reason, a field or `entry`. */
function causeId(rule: CauseRule): string {
  if (rule.kind === 'inactive') return rule.reason;
  if (rule.kind === 'field') return rule.name;
  return rule.kind === 'entry' ? rule.kind : ruleId(rule);
}

const standing = (of: Standing) => ({ ...of, word: standingTerm(of).label });
