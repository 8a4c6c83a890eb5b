import { type PolicyKey, policyKeys, type Strictness } from '../catalogue.ts';

/** How two values of a key are compared. */
export type StrictnessOrder =
  /** One side of a switch is the stricter. */
  | { readonly by: 'switch'; readonly strict: boolean }
  /** A number, of which less is stricter. */
  | { readonly by: 'hours' }
  /** A list of which more, or fewer, entries are stricter; `everything` finds an entry that lets the list allow all there is. */
  | {
      readonly by: 'list';
      readonly strict: 'more' | 'fewer';
      readonly everything?: { readonly is: (entry: string) => boolean; readonly words: string };
    }
  /** Only whether it is set matters. */
  | { readonly by: 'presence' };

/** What is known of a key that a profile sets, and how its values are compared. */
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

/** A root or a drive: all folders are below it. */
const isRoot = (folder: string): boolean => /^\s*(?:[a-z]:)?[\\/]+\s*$/i.test(folder);

/** How a key compares with the one of a profile; undefined where the catalogue does not say it. */
export function strictnessOf(key: string): ProfileKey | undefined {
  const known = policyKeys.get(key);
  const comparison = known && comparisonOf(known);
  return known?.strictness && comparison ? { ...known.strictness, comparison } : undefined;
}
