import type { Surface } from '../effective/model.ts';
import type { Item } from './items.ts';
import { subjectOf } from './join.ts';

/**
 * Marks changes that affect only surfaces whose tab is off, so that they have no effect now. Changes that also affect other
 * surfaces are not marked.
 */
export function withoutEffectWhereOff(items: readonly Item[], isOff: (surface: Surface) => boolean): readonly Item[] {
  const keyOf = (item: Item) => `${item.kind} ${subjectOf(item)}`;
  const effective = new Set(items.filter(({ surface }) => !isOff(surface)).map(keyOf));
  return items.map((item) =>
    item.kind === 'same' || !isOff(item.surface) || effective.has(keyOf(item)) ? item : { ...item, kind: 'no-effect' },
  );
}
