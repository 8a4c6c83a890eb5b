import { Checks, type Counts, type Failure } from './checks.ts';
import { mutated, randomFrom } from './mutate.ts';
import type { Seed } from './seeds.ts';

/** The document of a number; the same groups give the same document. */
export interface Drawn {
  readonly seed: Seed;
  readonly offset: number;
  readonly isFull: boolean;
}

export function draw(groups: ReadonlyMap<string, readonly Seed[]>, number: number): Drawn {
  const random = randomFrom(number);
  const group = [...groups.values()][random.next(groups.size)] ?? [];
  const [seed, other] = [group[random.next(group.length)], group[random.next(group.length)]];
  if (!seed || !other) throw new RangeError('there are no texts to begin with');
  const text = mutated(seed.text, other.text, random);
  return { seed: { ...seed, text }, offset: random.next(text.length + 1), isFull: random.next(8) === 0 };
}

export const noCounts = (): Counts => ({ documents: 0, broken: 0, findings: 0, fixes: 0, conversions: 0, full: 0 });

export const failuresOf = ({ seed, offset, isFull }: Drawn, counts: Counts): readonly Failure[] =>
  new Checks(counts).run(seed, offset, isFull);

/** Returns what failures of one cause have in common. */
export const signatureOf = ({ property, about }: Failure): string => `${property}: ${about}`;

/**
 * Returns the smallest input found that still fails in the same way: without surrounding files, then without lines, then
 * without characters.
 */
export function shrink(drawn: Drawn, signature: string): Drawn {
  let left = 600;
  const fails = (smaller: Drawn): boolean =>
    left-- > 0 && failuresOf(smaller, noCounts()).some((failure) => signatureOf(failure) === signature);
  let now = drawn;
  const attempt = (smaller: Drawn): boolean => {
    if (!fails(smaller)) return false;
    now = smaller;
    return true;
  };
  for (const path of Object.keys(drawn.seed.around)) {
    const { [path]: _, ...around } = now.seed.around;
    attempt({ ...now, seed: { ...now.seed, around } });
  }
  if (drawn.isFull) attempt({ ...now, isFull: false });
  for (const parts of [/(?<=\n)/, '']) {
    let pieces = now.seed.text.split(parts);
    for (let size = pieces.length >> 1; size >= 1 && left > 0; size >>= 1) {
      for (let at = pieces.length - size; at > -size; at -= size) {
        const fewer = [...pieces.slice(0, Math.max(0, at)), ...pieces.slice(Math.max(0, at) + size)];
        const text = fewer.join('');
        if (attempt({ ...now, seed: { ...now.seed, text }, offset: Math.min(now.offset, text.length) })) pieces = fewer;
      }
    }
  }
  return now;
}
