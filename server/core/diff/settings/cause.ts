import { isEqual } from '../../policy/order/directions.ts';
import type { SettingChange } from '../model.ts';
import type { SettingSides } from './sides.ts';

/** Returns the location behind a change: the first of `keys` whose value differs, on the after side if it is set there. */
export function causeAmong(keys: readonly string[], { before, after, quotes }: SettingSides): SettingChange['cause'] {
  const settingOf = (side: typeof before, key: string) => side.settings.values.get(key);
  const key =
    keys.find((each) => !isEqual(settingOf(before, each)?.value, settingOf(after, each)?.value)) ?? keys[0] ?? '';
  const [was, is] = [settingOf(before, key)?.origin ?? null, settingOf(after, key)?.origin ?? null];
  if (is) return { origin: is, side: 'new', line: quotes.added(is) ?? quotes.removed(was) };
  return { origin: was, side: 'old', line: quotes.removed(was) };
}
