import type { Json } from '../convert/policyFormat.ts';
import type { Difference, ProfileComparison } from './compareWithProfile.ts';
import { profileStandings } from './judge.ts';

const longest = 60;

function shortened(value: Json): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** Returns the policy's value of a key as text, and whether it is a value, which is shown as code. */
export function policyWords({ policy, default: otherwise }: Difference): {
  readonly text: string;
  readonly isValue: boolean;
} {
  if (policy !== undefined) return { text: shortened(policy), isValue: true };
  const isSimple = typeof otherwise === 'boolean' || typeof otherwise === 'number';
  return { text: isSimple ? `not set, so ${otherwise}` : 'not set', isValue: false };
}

export const profileWords = ({ profile, isOwn }: Difference): { readonly text: string; readonly isValue: boolean } =>
  isOwn ? { text: 'your own', isValue: false } : { text: shortened(profile), isValue: true };

/** `2 looser, 1 missing, 4 met` */
export function profileSummary({ differences }: ProfileComparison): string {
  const counts = profileStandings.flatMap((standing) => {
    const count = differences.filter((each) => each.standing === standing).length;
    return count > 0 ? [`${count} ${standing}`] : [];
  });
  return counts.join(', ');
}
