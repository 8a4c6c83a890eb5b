import { type PolicyKey, policyKeys, type Strictness } from '../catalogue.ts';

/** How two values of a key are compared. */
export type StrictnessOrder =
  /** One value of a boolean is stricter. */
  | { readonly by: 'switch'; readonly strict: boolean }
  /** A number; smaller is stricter. */
  | { readonly by: 'hours' }
  /** A list; more, or fewer, entries are stricter. `everything` finds an entry that makes the list allow everything. */
  | {
      readonly by: 'list';
      readonly strict: 'more' | 'fewer';
      readonly everything?: { readonly is: (entry: string) => boolean; readonly words: string };
    }
  /** Only whether it is set matters. */
  | { readonly by: 'presence' };

/** How the values of a key in a profile are compared. */
export interface ProfileKey extends Strictness {
  readonly comparison: StrictnessOrder;
}

const explicit: Readonly<Record<NonNullable<Strictness['compare']>, StrictnessOrder>> = {
  presence: { by: 'presence' },
  true: { by: 'switch', strict: true },
  smaller: { by: 'hours' },
};

function comparisonOf({ strictness, order }: PolicyKey): StrictnessOrder | undefined {
  if (strictness?.compare) return explicit[strictness.compare];
  switch (order?.kind) {
    case 'boolean':
      return { by: 'switch', strict: !order.looser };
    case 'set':
      return { by: 'list', strict: order.looser === 'subset' ? 'more' : 'fewer' };
    case 'hosts': {
      const { loosest } = order;
      return {
        by: 'list',
        strict: 'fewer',
        everything: { is: (host) => host.trim() === loosest, words: 'every host' },
      };
    }
    case 'folders':
      return { by: 'list', strict: 'fewer', everything: { is: isRoot, words: 'every folder' } };
    default:
      return undefined;
  }
}

/** A root or a drive, which contains all folders. */
const isRoot = (folder: string): boolean => /^\s*(?:[a-z]:)?[\\/]+\s*$/i.test(folder);

/** Returns how a key is compared with a profile; undefined if the catalogue does not say. */
export function strictnessOf(key: string): ProfileKey | undefined {
  const known = policyKeys.get(key);
  const comparison = known && comparisonOf(known);
  return known?.strictness && comparison ? { ...known.strictness, comparison } : undefined;
}
