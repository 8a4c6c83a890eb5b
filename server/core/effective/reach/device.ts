import type { Certainty } from '../../base/text.ts';
import { atLeast } from '../../base/version.ts';
import type { PolicyKey } from '../../policy/catalogue.ts';
import { settingFacts } from '../../policy/settingFacts.ts';
import type { ReachId } from '../../vocabulary/reach.ts';
import { codeSettingsOf } from '../code/managedSettings.ts';
import type { InForce } from '../inForce.ts';
import type { EffectiveInput } from '../input.ts';
import type { EffectivePlugin, EffectiveResult, Origin, ReachLine, Surface } from '../model.ts';

/** Everything that reach depends on. */
export interface ReachDevice extends InForce {
  readonly input: EffectiveInput;
  readonly plugins: readonly EffectivePlugin[];
  readonly surfaces: EffectiveResult['surfaces'];
}

/** A setting as the apps of the fleet read it. */
export interface ReadSetting {
  /** Undefined if it is not set, or ignored by apps this old. */
  readonly value: unknown;
  readonly isUnreadable: boolean;
  readonly origin: Origin | null;
  /** The first app that reads the key, if it is set and the minimum version is older. */
  readonly later: string | undefined;
}

export function readSetting({ settings, version }: ReachDevice, key: string): ReadSetting {
  const entry = settings.values.get(key);
  const { since } = settingFacts(key).key;
  const later = entry && since !== undefined && !atLeast(version, since) ? since : undefined;
  return {
    value: later === undefined ? entry?.value : undefined,
    isUnreadable: later === undefined && entry?.isUnreadable === true,
    origin: entry?.origin ?? null,
    later,
  };
}

/** Returns a Boolean setting; where it is not set, its default. */
export function isOn(device: ReachDevice, key: string): boolean {
  const { value } = readSetting(device, key);
  return (typeof value === 'boolean' ? value : settingFacts(key).unset(device.version)) === true;
}

/** The surfaces that were asked about and whose tab is on. */
export const openTabs = ({ input, tabs }: ReachDevice, among: readonly Surface[]): readonly Surface[] =>
  input.surfaces.filter((surface) => among.includes(surface) && tabs[surface].isOn);

/** Claude Code’s own managed settings, if they are given. */
export const codeSettings = ({ input }: ReachDevice) => input.claudeCode?.settings;

/**
 * Whether Claude Code’s own managed settings void the part of the policy that Code gets as managed settings. Source: the pages on
 * Code and on managed settings.
 */
export function isVoidInCode(device: ReachDevice): boolean {
  return codeSettingsOf(device.input)?.voidsPolicy === true;
}

/** What a line says; the rest follows from its key. */
export interface Statement {
  readonly level: ReachLine['level'];
  readonly message: string;
  /** Absent: those of the key. `app`: the app as a whole. */
  readonly surfaces?: readonly Surface[] | 'app';
  readonly certainty?: Certainty;
  readonly weight?: ReachLine['weight'];
  /** Absent: the line of the key. */
  readonly origin?: Origin | null;
}

/** Returns a line about a key, or nothing if all its surfaces are off. `key` is null if no key decides. */
export function line(device: ReachDevice, id: ReachId, key: string | null, statement: Statement): ReachLine[] {
  const facts = key === null ? {} : settingFacts(key).key;
  const of = statement.surfaces ?? surfacesOf(facts.surfaces);
  const surfaces = of === 'app' ? [] : openTabs(device, of);
  if (of !== 'app' && surfaces.length === 0) return [];
  const read = key === null ? undefined : readSetting(device, key);
  const older = read?.later === undefined ? '' : ` Apps before ${read.later} ignore \`${key}\`.`;
  const { level, message, weight, origin, certainty } = statement;
  return [
    {
      id,
      level,
      message: `${message}${older}`,
      surfaces,
      key,
      origin: origin === undefined ? (read?.origin ?? null) : origin,
      since: facts.since ?? null,
      certainty: certainty ?? certaintyOf(facts),
      weight: weight ?? facts.weight ?? 'medium',
    },
  ];
}

/** That the validator knows a key does not say what it does: that is as certain as the direction of its values. */
const certaintyOf = ({ certainty, order }: Partial<PolicyKey>): Certainty =>
  certainty === undefined || certainty === 'validator' ? (order?.certainty ?? certainty ?? 'documented') : certainty;

function surfacesOf(of: readonly (Surface | 'app')[] = ['cowork', 'code', 'chat']): readonly Surface[] | 'app' {
  return of.includes('app') ? 'app' : of.filter((surface) => surface !== 'app');
}
