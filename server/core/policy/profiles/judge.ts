import { policyKeys } from '../catalogue.ts';
import type { Json } from '../convert/policyFormat.ts';
import { maskValue } from '../maskValue.ts';
import { listed } from '../providers.ts';
import { isPlaceholder } from '../readValue.ts';
import type { ProfileSetting } from './profiles.ts';
import type { ProfileKey, StrictnessOrder } from './strictness.ts';

/** The result of comparing one key of a policy with a profile, in order of importance. */
export const profileStandings = ['looser', 'missing', 'different', 'stricter', 'met'] as const;
export type ProfileStanding = (typeof profileStandings)[number];

export interface ProfileVerdict {
  readonly standing: ProfileStanding;
  /** One sentence: what applies under the policy. */
  readonly meaning: string;
}

const met: ProfileVerdict = { standing: 'met', meaning: 'Same as in the profile.' };
const own: ProfileVerdict = { standing: 'met', meaning: 'Set. The value is specific to your organization.' };
const unreadable: ProfileVerdict = { standing: 'different', meaning: 'The app cannot read this value.' };

/** Compares `value`, decoded, with the value of the profile. */
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

/** Returns the sentence for the result of a comparison. */
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

/** Returns the entries of a list: strings, or objects with a path. */
const namesOf = (list: Json): string[] =>
  (Array.isArray(list) ? list : []).flatMap((item: Json) => {
    const name = typeof item === 'object' && item !== null && 'path' in item ? item.path : item;
    return typeof name === 'string' ? [name] : [];
  });

/** Returns the first names, and a mark if there are more. */
function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => String(maskValue('', name)).replaceAll('`', '’'));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.map((name) => `\`${name}\``).join(', ')} and ${more} more` : listed(shown);
}
