import { maskTokens } from '../../base/mask.ts';
import type { InForce } from '../../effective/inForce.ts';
import { surfaces as allSurfaces } from '../../effective/model.ts';
import { maskValue } from '../../policy/maskValue.ts';
import { compareValues } from '../../policy/order/compareValues.ts';
import { difference, isEqual } from '../../policy/order/directions.ts';
import type { ValueDifference } from '../../policy/order/places.ts';
import { type SettingFacts, settingFacts } from '../../policy/settingFacts.ts';
import type { SettingChange } from '../model.ts';
import { causeAmong } from './cause.ts';
import { whyLater, whyWithoutEffect } from './effects.ts';
import { consequencesOf, directionWith } from './interactions.ts';
import { beyondTools } from './shownAsTools.ts';
import type { SettingSides } from './sides.ts';
import { serverLock, tabChanges, tabSettings } from './states.ts';

/** Returns every changed setting in force, except what rows of tools and servers show. */
export function settingChanges(sides: SettingSides): SettingChange[] {
  const { before, after } = sides;
  const names = new Set([...before.settings.values.keys(), ...after.settings.values.keys()]);
  const changes = [...names].flatMap((key) => {
    if (tabSettings.has(key)) return [];
    const facts = settingFacts(key);
    return differences(key, facts, sides).flatMap((each) => {
      const own = beyondTools(key, each);
      return own ? [changeOf(key, facts, own, sides)] : [];
    });
  });
  return [...tabChanges(sides), ...serverLock(sides), ...changes];
}

/** A list or an object that the app cannot read counts as the strictest one. */
function differences(key: string, facts: SettingFacts, { before, after }: SettingSides): readonly ValueDifference[] {
  const [was, is] = [before, after].map(({ settings }) => settings.values.get(key));
  const isLost = (value: typeof was) => value?.isUnreadable === true && typeof value.value !== 'boolean';
  if (isLost(was) && isLost(is)) return [];
  if (isLost(was) || isLost(is)) {
    const place = { path: '', before: was?.value, after: is?.value, reach: facts.key };
    return [{ ...place, ...difference(isLost(is) ? 'stricter' : 'looser') }];
  }
  return compareValues(facts.key, valueIn(before, key, facts), valueIn(after, key, facts));
}

/** Returns the value that is set, otherwise the default if the order does not say what a missing value means. */
const valueIn = ({ settings, version }: InForce, name: string, { key, unset }: SettingFacts): unknown =>
  settings.values.get(name)?.value ?? (key.order ? undefined : unset(version));

function changeOf(name: string, facts: SettingFacts, found: ValueDifference, sides: SettingSides): SettingChange {
  const { path, reach } = found;
  const of = { ...facts.key, ...reach };
  const surfaces = allSurfaces.filter((surface) => !of.surfaces || of.surfaces.includes(surface));
  const isForApp = of.surfaces?.includes('app') ?? false;
  const idle = whyWithoutEffect(of, surfaces, isForApp, sides.after);
  const last = path.slice(path.lastIndexOf('.') + 1) || name;
  const [before, after] = [maskValue(last, found.before), maskValue(last, found.after)];
  const consequences = consequencesOf(name, sides.before, sides.after);
  const notes = [
    facts.isKnown ? undefined : 'Plugboard does not know this key',
    idle,
    whyLater(facts.key, sides.after),
    ...consequences.map(({ sentence }) => sentence),
    found.before !== undefined && isEqual(before, after) ? 'Secrets are hidden: what is hidden differs' : undefined,
  ];
  return {
    class: idle === undefined ? directionWith(found.direction, consequences) : 'no-effect',
    key: name,
    path,
    surfaces,
    before,
    after,
    added: found.added.map(maskTokens),
    removed: found.removed.map(maskTokens),
    concern: of.concern ?? null,
    certainty: of.order?.certainty ?? facts.key.certainty ?? 'unknown',
    notes: notes.filter((note) => note !== undefined),
    now: null,
    cause: causeAmong([name], sides),
  };
}
