import type { InForce } from '../../effective/inForce.ts';
import { type Direction, directionOf } from '../../policy/order/directions.ts';

/** An effect of a change on something other than its own key. */
export interface Consequence {
  readonly isLooser: boolean;
  /** A sentence without a full stop. */
  readonly sentence: string;
}

const listAt = ({ settings }: InForce, key: string): readonly unknown[] | undefined => {
  const value = settings.values.get(key)?.value;
  return Array.isArray(value) ? value : undefined;
};

const hosts = 'coworkEgressAllowedHosts';
const folders = 'allowedWorkspaceFolders';

/**
 * A list of hosts also limits the sites of the built-in browser. Source: the page on the browser; that the browser is unlimited
 * without a list is our reading.
 */
const limitsBrowser = (side: InForce): boolean => {
  const list = listAt(side, hosts) ?? [];
  return list.length > 0 && !list.includes('*');
};

/** Code’s policy includes the sandbox unless all hosts are allowed and no folders are named. Source: the page on SSH. */
const hasSandbox = (side: InForce): boolean =>
  !(listAt(side, hosts)?.includes('*') && !side.settings.values.has(folders));

/** Returns the other effects of a change of `key`. */
export function consequencesOf(key: string, before: InForce, after: InForce): Consequence[] {
  const found: Consequence[] = [];
  if (
    key === hosts &&
    after.settings.boolean('builtinBrowserEnabled') &&
    limitsBrowser(before) &&
    !limitsBrowser(after)
  )
    found.push({
      isLooser: true,
      sentence:
        'The list also limited the sites that Claude opens in the built-in browser, which now only its own keys limit',
    });
  if ((key === hosts || key === folders) && after.tabs.code.isOn && hasSandbox(before) !== hasSandbox(after))
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
