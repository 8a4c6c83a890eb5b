import type { InForce } from '../../effective/inForce.ts';
import { foldersKey, hasSandbox, hostsKey, limitsBrowser } from '../../effective/reach/interactions.ts';
import { type Direction, directionOf } from '../../policy/order/directions.ts';

/** An effect of a change on something other than its own key. */
export interface Consequence {
  readonly isLooser: boolean;
  /** A sentence without a full stop. */
  readonly sentence: string;
}

/** Returns the other effects of a change of `key`. */
export function consequencesOf(key: string, before: InForce, after: InForce): Consequence[] {
  const found: Consequence[] = [];
  if (
    key === hostsKey &&
    after.settings.boolean('builtinBrowserEnabled') &&
    limitsBrowser(before) &&
    !limitsBrowser(after)
  )
    found.push({
      isLooser: true,
      sentence:
        'The list also limited the sites that Claude opens in the built-in browser, which now only its own keys limit',
    });
  if ((key === hostsKey || key === foldersKey) && after.tabs.code.isOn && hasSandbox(before) !== hasSandbox(after))
    found.push(
      hasSandbox(before)
        ? {
            isLooser: true,
            sentence: 'The shell of Code loses its sandbox: all hosts are allowed and no folders are set',
          }
        : { isLooser: false, sentence: 'The shell of Code gets a sandbox' },
    );
  return found;
}

/** Returns the direction of a change, combined with its other effects. */
export function directionWith(direction: Direction, consequences: readonly Consequence[]): Direction {
  if (!consequences.some(({ isLooser }) => isLooser) || direction === 'looser') return direction;
  return directionOf(true, direction === 'stricter' || direction === 'not-comparable') ?? direction;
}
