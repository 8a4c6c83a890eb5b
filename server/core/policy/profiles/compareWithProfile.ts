import type { Target } from '../../model.ts';
import type { ProfileName } from '../../vocabulary/policyNames.ts';
import type { Json, PolicyEntry } from '../convert/policyFormat.ts';
import { maskValue } from '../maskValue.ts';
import { judge, type ProfileStanding, type ProfileVerdict, profileStandings } from './judge.ts';
import { type ProfileSetting, profiles } from './profiles.ts';
import { PolicyValues } from './profileValues.ts';
import { type ProfileKey, strictnessOf } from './strictness.ts';

/** One key of a profile, compared with a policy. */
export interface Difference {
  readonly key: string;
  readonly standing: ProfileStanding;
  /** The name of the key in the policy, which may be an old one; undefined if the policy does not set it. */
  readonly writtenAs: string | undefined;
  /** The value in the policy, decoded, with secrets hidden; undefined if the policy does not set it. */
  readonly policy: Json | undefined;
  /** The default, if the policy does not set the key and the default is known. */
  readonly default: Json | undefined;
  readonly profile: Json;
  /** The value of the profile is an example: any value of the organization meets it. */
  readonly isOwn: boolean;
  /** One sentence: what applies under the policy. */
  readonly meaning: string;
}

export interface ProfileComparison {
  /** Looser or missing keys first, otherwise in the order of the profile. */
  readonly differences: readonly Difference[];
  /** A preliminary remark, one sentence. */
  readonly note: string | undefined;
}

/**
 * Returns the differences between a policy, read by `readPolicy`, and a profile. A key that is not set counts as the app's
 * default. Keys that the profile does not name are not compared.
 */
export function compareWithProfile(
  entries: readonly PolicyEntry[],
  profile: ProfileName,
  target: Target,
): ProfileComparison {
  const policy = new PolicyValues(entries, target);
  const differences = profiles[profile].settings.flatMap((setting): Difference[] => {
    const { key, value, own } = setting;
    const facts = strictnessOf(key);
    if (!facts) return [];
    const found = policy.find(key);
    return [
      {
        key,
        ...standing(setting, facts, policy),
        writtenAs: found && (found.renamed?.key ?? key),
        policy: found && (maskValue(key, found.value) as Json),
        default: policy.defaultOf(key),
        profile: value,
        isOwn: own !== undefined,
      },
    ];
  });
  differences.sort((a, b) => profileStandings.indexOf(a.standing) - profileStandings.indexOf(b.standing));
  return { differences, note: policy.isReplaced ? replaced : undefined };
}

const replaced =
  'The app fetches its configuration from `bootstrapUrl`, and the response replaces this whole policy. Compare the response instead.';

/** Whether a policy is looser than the profile in any key. */
export const isLooser = ({ differences }: ProfileComparison): boolean =>
  differences.some(({ standing }) => standing === 'looser' || standing === 'missing');

function standing(setting: ProfileSetting, facts: ProfileKey, policy: PolicyValues): ProfileVerdict {
  const verdict = plainStanding(setting, facts, policy);
  const { moot } = facts;
  const isMoot = moot !== undefined && policy.valueOf(moot.key) === moot.is;
  return isMoot && (verdict.standing === 'looser' || verdict.standing === 'missing')
    ? { standing: moot.standing, meaning: moot.meaning }
    : verdict;
}

function plainStanding(setting: ProfileSetting, facts: ProfileKey, policy: PolicyValues): ProfileVerdict {
  const found = policy.find(setting.key);
  if (!found) return unset(setting, facts, policy.defaultOf(setting.key));
  const { renamed } = found;
  if (!renamed) return judge(setting, facts, found.value);
  if (policy.isRefused(found)) {
    const consequence = renamed.afterCutoff ?? 'it has no effect until it is renamed';
    return {
      standing: 'different',
      meaning: `\`${renamed.key}\` is the old name, which the app rejects: ${consequence}.`,
    };
  }
  const verdict = judge(setting, facts, found.value);
  return verdict.standing === 'met' ? { ...verdict, meaning: `Set under its old name, \`${renamed.key}\`.` } : verdict;
}

/** A key that is not set: its default decides. */
function unset(setting: ProfileSetting, facts: ProfileKey, value: Json | undefined): ProfileVerdict {
  const verdict = value === undefined ? undefined : judge(setting, facts, value);
  if (verdict?.standing === 'met') return { standing: 'met', meaning: 'Not set, which has the same effect.' };
  if (verdict && verdict.standing !== 'looser') return verdict;
  const meaning = verdict?.meaning ?? facts.looser.replace('{}', everythingOf(facts));
  return { standing: 'missing', meaning };
}

const everythingOf = ({ comparison }: ProfileKey): string =>
  (comparison.by === 'list' && comparison.everything?.words) || 'everything';
