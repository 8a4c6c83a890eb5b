import { decodeBoolean, decodeText } from '../policy/decode.ts';
import { type Setting, settingsOf } from '../policy/flatten.ts';
import { appBehaviourOnly, defaultOf, notFromBootstrap } from '../policy/keyFlags.ts';
import { singleHiveSince } from '../syntax/registry/registryPath.ts';
import type { Context } from './context.ts';
import type { PolicyRole, PolicySource } from './input.ts';
import type { Origin, SourceKind } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { keyOrigin, originOf } from './origin.ts';

type Settings = ReadonlyMap<string, Setting>;

export interface Sources {
  readonly kind: SourceKind;
  readonly why: string;
  /** The settings in force, not yet decoded. */
  readonly settings: Settings;
}

/** Step 0: decides which configuration is in force. Sources: the MDM and bootstrap pages, the configuration reference. */
export function resolveSources(context: Context): Sources {
  const managed = managedSettings(context);
  const local = merged(context, ['local']);
  const base = withoutBootstrap(context, managed, local);
  const response = context.input.policies.findLast(({ role }) => role === 'bootstrap');
  if (!response) {
    if (isSet(base.settings, 'bootstrapUrl') && isBootstrapOn(base.settings)) {
      context.note(noteTexts.noResponse, 'documented', placeOf(base.settings, 'bootstrapUrl'));
    }
    return base;
  }
  if (response.root?.type !== 'object') {
    context.note(noteTexts.responseUnreadable, 'documented');
    return base;
  }
  if (base.kind === 'none') context.note(noteTexts.responseAlone, 'reading');
  else if (!isSet(base.settings, 'bootstrapUrl')) {
    context.note(noteTexts.responseWithoutUrl, 'documented');
    return base;
  }
  if (!isBootstrapOn(base.settings)) {
    context.note(noteTexts.responseOff, 'documented', placeOf(base.settings, 'bootstrapEnabled'));
    return base;
  }
  return bootstrapped(context, base.settings, settingsOf(response.uri, response.root));
}

function withoutBootstrap(context: Context, managed: Settings, local: Settings): Sources {
  const locks = [...managed.keys()].some((key) => !appBehaviourOnly.has(key));
  if (managed.size === 0) {
    const isEmpty = context.input.policies.some(({ firstValue }) => firstValue);
    if (isEmpty) return { kind: 'managed', why: noteTexts.managedCounts, settings: managed };
    const unreadable = context.input.policies.some(({ role, root }) => isManaged(role) && !root);
    if (unreadable) return { kind: 'managed', why: noteTexts.managedUnreadable, settings: managed };
    if (local.size === 0) return { kind: 'none', why: noteTexts.noSource, settings: local };
    return { kind: 'local', why: noteTexts.localAlone, settings: local };
  }
  if (locks) {
    if (local.size > 0) context.note(noteTexts.localIgnored, 'documented', placeOf(local));
    return { kind: 'managed', why: noteTexts.managedCounts, settings: managed };
  }
  const rest = [...local].filter(([key]) => !appBehaviourOnly.has(key));
  const settings = new Map([...rest, ...managed]);
  return { kind: local.size > 0 ? 'local' : 'managed', why: noteTexts.onlyAppBehaviour, settings };
}

/** Keys that a bootstrap response can set are taken only from it; those that it omits are unset. */
function bootstrapped(context: Context, base: Settings, response: Settings): Sources {
  const settings = new Map<string, Setting>();
  for (const [key, setting] of response) {
    if (!notFromBootstrap.has(key)) settings.set(key, setting);
    else context.note(noteTexts.notDeliverable(key), 'documented', keyOrigin(setting.uri, setting.property));
  }
  const keepsMarketplaces = context.since('1.19367.0');
  const { minimumVersion } = context.input.target;
  for (const [key, setting] of base) {
    if (notFromBootstrap.has(key)) settings.set(key, setting);
    else if (key === 'allowedPluginMarketplaces' && keepsMarketplaces && !response.has(key)) settings.set(key, setting);
    else if (!response.has(key)) {
      const value = defaultOf(key, minimumVersion);
      const text = noteTexts.omitted(key, typeof value === 'boolean' ? `${value}` : undefined);
      context.note(text, 'documented', keyOrigin(setting.uri, setting.property));
    }
  }
  return { kind: 'bootstrap', why: noteTexts.bootstrapCounts, settings };
}

const isManaged = (role: PolicyRole) => role !== 'local' && role !== 'bootstrap';

/** Returns the managed source: one file, macOS preferences key by key, or one hive of the Windows registry. */
function managedSettings(context: Context): Settings {
  const files = merged(context, ['machine', 'managed', 'user']);
  const machine = merged(context, ['hklm']);
  const user = merged(context, ['hkcu']);
  const first = firstOfMachine(context, machine);
  if (!first || user.size === 0) return new Map([...files, ...user, ...machine]);
  if (!context.since(singleHiveSince, noteTexts.hivesNotMerged, first.place))
    return new Map([...files, ...user, ...machine]);
  context.note(noteTexts.hklmShadows(first.name), 'documented', first.place);
  return new Map([...files, ...machine]);
}

/** Returns the first value of HKLM, even one that sets nothing, such as the default value of its key. */
function firstOfMachine(
  context: Context,
  machine: Settings,
): { readonly name: string; readonly place: Origin } | undefined {
  const [setting] = machine.values();
  if (setting) return { name: setting.key, place: keyOrigin(setting.uri, setting.property) };
  const source = context.input.policies.find(({ role, firstValue }) => role === 'hklm' && firstValue);
  return (
    source?.firstValue && { name: source.firstValue.name, place: { uri: source.uri, range: source.firstValue.range } }
  );
}

/** Merges the settings of all sources with these roles; for each key, a later role takes precedence. */
function merged(context: Context, roles: readonly PolicyRole[]): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const role of roles) {
    for (const source of context.input.policies) {
      if (source.role !== role) continue;
      noteForm(context, source);
      for (const [key, setting] of settingsOf(source.uri, source.root)) settings.set(key, setting);
    }
  }
  return settings;
}

function noteForm(context: Context, { uri, root, broken }: PolicySource): void {
  if (broken) context.note(noteTexts.policyBroken, 'documented', { uri, range: broken });
  if (root?.type === 'array') context.note(noteTexts.policyIsAList, 'reading', originOf(uri, root));
  else if (root && root.type !== 'object') context.note(noteTexts.policyNotAnObject, 'documented', originOf(uri, root));
}

const isSet = (settings: Settings, key: string) => decodeText(settings.get(key)?.property.valueNode).is === 'value';

function isBootstrapOn(settings: Settings): boolean {
  const decoded = decodeBoolean(settings.get('bootstrapEnabled')?.property.valueNode);
  return decoded.is !== 'value' || decoded.value;
}

/** Returns the location of a key, or of the first key. */
function placeOf(settings: Settings, key?: string) {
  const setting = key === undefined ? [...settings.values()][0] : settings.get(key);
  return setting ? keyOrigin(setting.uri, setting.property) : null;
}
