import { policyKeys, renamedKeys } from '../policy/catalogue.ts';
import { type Decoded, decodeBoolean, decodeInteger, decodeJson, decodeText } from '../policy/decode.ts';
import type { Setting } from '../policy/flatten.ts';
import { decidingKeys, defaultOf, failClosedSince, isStructured, valueTypeOf } from '../policy/keyFlags.ts';
import { maskValue } from '../policy/maskValue.ts';
import type { Node } from '../syntax/node.ts';
import { toValue } from '../syntax/node.ts';
import type { Context } from './context.ts';
import type { ConfigValue, Origin } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { originOf } from './origin.ts';
import type { Sources } from './sources.ts';

/** A key whose value is a list or an object. */
export type Structure =
  | { readonly is: 'unset' }
  | { readonly is: 'unreadable'; readonly uri: string; readonly origin: Origin }
  | { readonly is: 'value'; readonly uri: string; readonly origin: Origin; readonly node: Node };

export interface SettingValue {
  readonly value: unknown;
  readonly origin: Origin;
  /** The app cannot read it: `value` is what it counts as. */
  readonly isUnreadable?: true;
}

/** The values in force, decoded once. */
export interface Settings {
  /** Returns the value of a key that affects the result; unreadable values count as the app counts them. */
  boolean(key: string): boolean;
  text(key: string): string | undefined;
  structure(key: string): Structure;
  /** Whether a policy sets the key, readable or not. */
  has(key: string): boolean;
  /** Whether the app can read the value of a key; true where nothing is set. */
  isReadable(key: string): boolean;
  /** The value that is set, decoded, with its secrets. */
  readonly values: ReadonlyMap<string, SettingValue>;
  origin(key: string): Origin | null;
  readonly config: Readonly<Record<string, ConfigValue>>;
}

/**
 * Returns the defaults of an app of `version` for all plain values that an evaluation reads. Lists and objects have their own
 * readers, which also decide what an unreadable value means.
 */
const plainDefaults = (version: string): ReadonlyMap<string, unknown> =>
  new Map(
    decidingKeys.flatMap(({ key }) => (isStructured(key) ? [] : [[key, defaultOf(key, version) ?? null] as const])),
  );

interface Entry extends SettingValue {
  readonly uri: string;
  readonly node?: Node;
}

export function readSettings(context: Context, sources: Sources): Settings {
  const fallback = plainDefaults(context.input.target.minimumVersion);
  const entries = new Map<string, Entry>();
  for (const [key, setting] of withNewNames(context, sources.settings)) {
    const entry = 'counts' in setting ? dead(setting) : readEntry(context, key, setting, fallback);
    if (entry) entries.set(key, entry);
  }
  dropOtherProviders(entries);
  const get = (key: string) => entries.get(key);
  const config = new Map<string, ConfigValue>([...fallback].map(([key, value]) => [key, { value, origin: null }]));
  for (const [key, { value, origin }] of entries) config.set(key, { value: maskValue(key, value), origin });
  return {
    boolean: (key) => (get(key)?.value ?? fallback.get(key)) === true,
    text: (key) => {
      const value = get(key)?.value;
      return typeof value === 'string' ? value : undefined;
    },
    structure: (key) => {
      const entry = get(key);
      if (!entry) return { is: 'unset' };
      const { uri, origin, node } = entry;
      return node ? { is: 'value', uri, origin, node } : { is: 'unreadable', uri, origin };
    },
    has: (key) => entries.has(key),
    isReadable: (key) => get(key)?.isUnreadable !== true,
    values: entries,
    origin: (key) => get(key)?.origin ?? null,
    config: Object.fromEntries(config),
  };
}

/** A setting that only its old name sets, after the cut-off: its restriction applies. */
interface Dead extends Setting {
  readonly counts: boolean;
}
const dead = ({ uri, property, counts }: Dead): Entry => ({ uri, origin: originOf(uri, property), value: counts });

/** Step 0.5: old names count as the new ones until the cut-off. */
function withNewNames(context: Context, settings: Sources['settings']): Map<string, Setting | Dead> {
  const result = new Map<string, Setting | Dead>(settings);
  for (const [key, setting] of settings) {
    const rename = renamedKeys.get(key);
    if (!rename) continue;
    const { replacedBy: to, stopsAtCutoff, countsAs: counts } = rename;
    const place = { uri: setting.uri, range: setting.property.keyNode.range };
    result.delete(key);
    if (settings.has(to)) context.note(noteTexts.bothNames(key, to), 'reading', place);
    else if (!stopsAtCutoff || !context.isCutOff(noteTexts.oldName(key, to), place))
      result.set(to, { ...setting, key: to });
    else {
      context.note(noteTexts.oldNameDead(key, to, counts === undefined ? 'unset' : `${counts}`), 'documented', place);
      if (counts !== undefined) result.set(to, { ...setting, key: to, counts });
    }
  }
  return result;
}

/** Step 0.4: strings are converted to the declared type; from one release on, an unreadable value activates its restriction. */
function readEntry(
  context: Context,
  key: string,
  { uri, property }: Setting,
  fallback: ReadonlyMap<string, unknown>,
): Entry | undefined {
  const origin = originOf(uri, property);
  const node = property.valueNode;
  const known = policyKeys.get(key);
  const isDeciding = known?.decides !== undefined;
  const decoded = decode(key, node);
  if (decoded.is === 'empty') {
    if (isDeciding) context.note(noteTexts.emptyValue(key), 'unknown', origin);
    return undefined;
  }
  if (decoded.is === 'value') {
    const { value } = decoded;
    return isStructured(key)
      ? { uri, origin, value: toValue(value as Node), node: value as Node }
      : { uri, origin, value };
  }
  const failsClosed = context.since(failClosedSince, isDeciding ? noteTexts.restricts(key) : undefined, origin);
  if (!failsClosed) {
    if (isDeciding) context.note(noteTexts.readsAsUnset(key), 'documented', origin);
    return undefined;
  }
  const value = known?.failClosed ?? fallback.get(key) ?? null;
  if (fallback.has(key)) context.note(noteTexts.unreadableValue(key, String(value)), 'documented', origin);
  return { uri, origin, value, isUnreadable: true };
}

function decode(key: string, node: Node | undefined): Decoded<unknown> {
  switch (valueTypeOf(key)) {
    case 'boolean':
      return decodeBoolean(node);
    case 'integer':
      return decodeInteger(node);
    case 'json':
      return decodeJson(node);
    default: {
      const text = decodeText(node);
      return text.is === 'unreadable' && key !== 'inferenceProvider' ? { is: 'value', value: toValue(node) } : text;
    }
  }
}

/** Removes the keys of providers that are not selected; the app ignores them. */
function dropOtherProviders(entries: Map<string, Entry>): void {
  const provider = entries.get('inferenceProvider')?.value;
  if (typeof provider !== 'string') return;
  for (const key of [...entries.keys()]) {
    const owners = policyKeys.get(key)?.providers;
    if (owners && !owners.includes(provider)) entries.delete(key);
  }
}
