import { atLeast } from '../base/version.ts';
import { maskValue } from '../policy/maskValue.ts';
import { compareValues } from '../policy/order/compareValues.ts';
import { isEqual } from '../policy/order/directions.ts';
import { settingFacts } from '../policy/settingFacts.ts';
import type { Expectation } from './expectation.ts';
import type { Finding, Fleet } from './verdict.ts';

/** The value in force of a key, or what an app without it does. */
export function* judgeSetting({ name, claim }: Expectation, { inForce }: Fleet): Iterable<Finding> {
  const { settings, version } = inForce;
  const facts = settingFacts(name);
  const set = settings.values.get(name);
  const value = set?.value ?? facts.unset(version);
  const shown = set === undefined ? 'is not set' : `is \`${JSON.stringify(maskValue(name, set.value))}\``;
  const text = `\`${name}\` ${shown}`;
  const base = {
    origin: set?.origin ?? null,
    certainty: set?.isUnreadable ? ('unknown' as const) : ('documented' as const),
  };
  const { since } = facts.key;
  // The restriction of a key is not in force on apps that do not read it.
  if (set !== undefined && since !== undefined && !atLeast(version, since))
    return yield { ...base, isMet: false, text: `${text}, but apps before ${since} ignore it` };
  if (claim.is === 'one-of') {
    const isMet = claim.values.some((wanted) => isEqual(wanted ?? undefined, wanted === null ? set?.value : value));
    return yield { ...base, isMet, text };
  }
  if (claim.is !== 'at-most') return;
  const looser = compareValues(facts.key, claim.value, facts.key.order ? set?.value : value).filter(
    ({ direction }) => direction !== 'stricter',
  );
  if (looser.length === 0) return yield { ...base, isMet: true, text };
  for (const { path, added, direction } of looser) {
    const more = added.length > 0 ? `, which adds ${added.map((each) => `\`${each}\``).join(', ')}` : '';
    const doubt = direction === 'looser' ? '' : ' and cannot be compared with the expected value';
    yield { ...base, isMet: false, text: `\`${name}${path}\` ${shown}${more}${doubt}` };
  }
}
