import { policyKeys } from '../catalogue.ts';
import type { Json } from '../convert/policyFormat.ts';
import { maskValue } from '../maskValue.ts';
import { listed } from '../providers.ts';
import { isPlaceholder } from '../readValue.ts';
import type { ProfileSetting } from './profiles.ts';
import type { ProfileKey, StrictnessOrder } from './strictness.ts';

/** How a policy stands to a profile in one key; what needs attention first. */
export const profileStandings = ['looser', 'missing', 'different', 'stricter', 'met'] as const;
export type ProfileStanding = (typeof profileStandings)[number];

export interface ProfileVerdict {
  readonly standing: ProfileStanding;
  /** One sentence: what holds with the policy as it is. */
  readonly meaning: string;
}

const met: ProfileVerdict = { standing: 'met', meaning: 'Same as in the profile.' };
const own: ProfileVerdict = { standing: 'met', meaning: 'Set. The value is specific to your organization.' };
const unreadable: ProfileVerdict = { standing: 'different', meaning: 'The app cannot read this value.' };

/** What `value`, decoded, is beside what the profile asks for. */
export function judge(setting: ProfileSetting, facts: ProfileKey, value: Json): ProfileVerdict {
  if (typeof value === 'string' && isPlaceholder(value))
    return { standing: setting.own ? 'met' : 'different', meaning: 'The value still has to be filled in.' };
  const { comparison } = facts;
  switch (comparison.by) {
    case 'presence':
      return typeof value === 'string' ? own : unreadable;
    case 'list':
      return Array.isArray(value) ? ofList(setting, facts, comparison, value) : unreadable;
    case 'switch':
      if (typeof value !== 'boolean') return unreadable;
      return value === setting.value ? met : sided(value === comparison.strict, facts);
    default:
      return ofHours(setting, facts, value);
  }
}

/** The sentence of the side that a value is on. */
const sided = (
  isStricter: boolean,
  { looser, stricter }: ProfileKey,
  entries: readonly string[] = [],
): ProfileVerdict => ({
  standing: isStricter ? 'stricter' : 'looser',
  meaning: (isStricter ? (stricter ?? 'The policy allows less.') : looser).replace('{}', () => shortList(entries)),
});

function ofHours({ key, value: wanted }: ProfileSetting, facts: ProfileKey, value: Json): ProfileVerdict {
  const { min = 0, max = Number.POSITIVE_INFINITY } = policyKeys.get(key) ?? {};
  if (typeof value !== 'number' || value < min || value > max) return unreadable;
  return value === wanted ? met : sided(value < Number(wanted), facts);
}

function ofList(
  setting: ProfileSetting,
  facts: ProfileKey,
  { strict, everything }: StrictnessOrder & { by: 'list' },
  value: readonly Json[],
): ProfileVerdict {
  const has = namesOf(value);
  if (everything && has.some((name) => everything.is(name)))
    return { standing: 'looser', meaning: facts.looser.replace('{}', everything.words) };
  if (setting.own) {
    if (has.length > 0) return own;
    return facts.empty
      ? { standing: 'stricter', meaning: facts.empty }
      : { standing: 'different', meaning: 'What an empty list means is not documented.' };
  }
  const wanted = namesOf(setting.value);
  const lacking = wanted.filter((name) => !has.includes(name));
  const extra = has.filter((name) => !wanted.includes(name));
  const [looser, stricter] = strict === 'more' ? [lacking, extra] : [extra, lacking];
  if (looser.length > 0) return sided(false, facts, looser);
  return stricter.length > 0 ? sided(true, facts, stricter) : met;
}

/** The entries of a list: texts, or objects with a path. */
const namesOf = (list: Json): string[] =>
  (Array.isArray(list) ? list : []).flatMap((item: Json) => {
    const name = typeof item === 'object' && item !== null && 'path' in item ? item.path : item;
    return typeof name === 'string' ? [name] : [];
  });

/** Some names; of many the first. */
function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => String(maskValue('', name)).replaceAll('`', '’'));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.map((name) => `\`${name}\``).join(', ')} and ${more} more` : listed(shown);
}
