import { plural } from '../../base/words.ts';
import { surfaces as allSurfaces } from '../../effective/model.ts';
import type { Concern } from '../../policy/valueOrder.ts';
import { certainties } from '../../vocabulary/certainties.ts';
import { type SettingClass, settingClasses } from '../../vocabulary/changes.ts';
import { surfaceNames } from '../../vocabulary/names.ts';
import type { Counts, SettingChange } from '../model.ts';
import { tabSettings } from './states.ts';

/** Concerns whose settings do not let Claude do more or less. */
const harmless: ReadonlySet<Concern | null> = new Set<Concern>(['none', 'appearance', 'updates', 'models']);

/** Counts the settings of a comparison. */
export function countSettings(settings: readonly SettingChange[]): Pick<Counts, 'settings' | 'unordered'> {
  const count = (wanted: SettingClass) => settings.filter((setting) => setting.class === wanted).length;
  const counts = Object.fromEntries(settingClasses.map((each) => [each, count(each)]));
  return {
    settings: counts as Counts['settings'],
    unordered: settings.filter((setting) => setting.class === 'changed' && !harmless.has(setting.concern)).length,
  };
}

/** Returns how many settings are looser, even if only partly. */
export const looserCount = ({ settings }: Pick<Counts, 'settings'>): number =>
  settings.looser + settings['not-comparable'];

/** `2 settings become looser` */
export function looserSettings(counts: Counts): string[] {
  const looser = looserCount(counts);
  return looser > 0 ? [plural(looser, 'setting becomes looser', 'settings become looser')] : [];
}

/** Returns the counts of the other settings: `1 setting becomes stricter`. */
export const otherSettings = ({ settings: { stricter, changed } }: Counts): string[] => [
  ...(stricter > 0 ? [plural(stricter, 'setting becomes stricter', 'settings become stricter')] : []),
  ...(changed > 0 ? [plural(changed, 'other setting changes', 'other settings change')] : []),
];

/** `managedMcpServers[crm].readOnly` */
export const settingName = ({ key, path }: SettingChange): string => `${key}${path}`;

/** Returns `All` if it has an effect on all surfaces. */
export const settingSurfaces = ({ surfaces }: SettingChange): string =>
  surfaces.length === 0
    ? 'App'
    : surfaces.length === allSurfaces.length
      ? 'All'
      : surfaces.map((surface) => surfaceNames[surface]).join(', ');

/** The maximum number of characters of a value that are shown. */
const width = 32;

/** Returns a value in a few words. */
export function settingValue({ key }: SettingChange, value: unknown): string {
  if (value === undefined) return 'Not set';
  if (typeof value === 'boolean' && tabSettings.has(key)) return value ? 'On' : 'Off';
  const text = typeof value === 'string' ? value : Array.isArray(value) ? listed(value) : JSON.stringify(value);
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

const listed = (list: readonly unknown[]): string =>
  list.length > 2 || list.some((entry) => typeof entry === 'object')
    ? plural(list.length, 'entry', 'entries')
    : JSON.stringify(list);

/** The maximum number of entries that are named. */
const most = 6;

/** Returns remarks about a change: the entries that were added and removed, its effects, and uncertainty. */
export function settingRemarks({ added, removed, notes, now, certainty, class: of }: SettingChange): string[] {
  const some = (entries: readonly string[]) =>
    `${entries.slice(0, most).join(', ')}${entries.length > most ? ` and ${entries.length - most} more` : ''}`;
  const { doubt } = certainties[certainty];
  return [
    ...(added.length > 0 ? [`New: ${some(added)}`] : []),
    ...(removed.length > 0 ? [`Gone: ${some(removed)}`] : []),
    ...(now === null ? [] : [`Now: ${now.replace(/\.$/, '')}`]),
    ...notes,
    ...(doubt && of !== 'changed' ? [`Direction: ${doubt}`] : []),
  ];
}
