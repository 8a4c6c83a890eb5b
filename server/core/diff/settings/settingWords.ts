import { plural } from '../../base/words.ts';
import { surfaces as allSurfaces } from '../../effective/model.ts';
import type { Concern } from '../../policy/valueOrder.ts';
import { certainties } from '../../vocabulary/certainties.ts';
import { type SettingClass, settingClasses } from '../../vocabulary/changes.ts';
import { surfaceNames } from '../../vocabulary/names.ts';
import type { Counts, SettingChange } from '../model.ts';
import { tabSettings } from './states.ts';

/** What may change without letting Claude do more or less. */
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

/** How many settings are looser, if only in part. */
export const looserCount = ({ settings }: Pick<Counts, 'settings'>): number =>
  settings.looser + settings['not-comparable'];

/** `2 settings become looser` */
export function looserSettings(counts: Counts): string[] {
  const looser = looserCount(counts);
  return looser > 0 ? [plural(looser, 'setting becomes looser', 'settings become looser')] : [];
}

/** What else there is to say of settings: `1 setting becomes stricter`. */
export const otherSettings = ({ settings: { stricter, changed } }: Counts): string[] => [
  ...(stricter > 0 ? [plural(stricter, 'setting becomes stricter', 'settings become stricter')] : []),
  ...(changed > 0 ? [plural(changed, 'other setting changes', 'other settings change')] : []),
];

/** `managedMcpServers[crm].readOnly` */
export const settingName = ({ key, path }: SettingChange): string => `${key}${path}`;

/** `All` where it has an effect everywhere. */
export const settingSurfaces = ({ surfaces }: SettingChange): string =>
  surfaces.length === 0
    ? 'App'
    : surfaces.length === allSurfaces.length
      ? 'All'
      : surfaces.map((surface) => surfaceNames[surface]).join(', ');

/** So many characters of a value are shown. */
const width = 40;

/** A value in a few words. */
export function settingValue({ key }: SettingChange, value: unknown): string {
  if (value === undefined) return 'Not set';
  if (typeof value === 'boolean' && tabSettings.has(key)) return value ? 'On' : 'Off';
  const text = typeof value === 'string' ? value : Array.isArray(value) ? listed(value) : JSON.stringify(value);
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

const listed = (list: readonly unknown[]): string =>
  list.length > 2 ? plural(list.length, 'entry', 'entries') : JSON.stringify(list);

/** So many entries are named. */
const most = 6;

/** What else there is to say of a change: the entries that came and went, what follows from it, and doubts. */
export function settingRemarks({ added, removed, notes, certainty, class: of }: SettingChange): string[] {
  const some = (entries: readonly string[]) =>
    `${entries.slice(0, most).join(', ')}${entries.length > most ? ` and ${entries.length - most} more` : ''}`;
  const { doubt } = certainties[certainty];
  return [
    ...(added.length > 0 ? [`New: ${some(added)}`] : []),
    ...(removed.length > 0 ? [`Gone: ${some(removed)}`] : []),
    ...notes,
    ...(doubt && of !== 'changed' ? [`Direction: ${doubt}`] : []),
  ];
}
