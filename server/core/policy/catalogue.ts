import type { Certainty } from '../base/text.ts';
import data from './catalogue.json' with { type: 'json' };
import type { Reach } from './valueOrder.ts';

/** A field of a key. A name with dots or `[]` is nested deeper: `oauth.clientId`, `tools[].toolName`. */
export interface Field {
  readonly name: string;
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** The meaning of the string: a colour `#RRGGBB`. */
  readonly format?: 'color';
  readonly required?: boolean | string;
  readonly secret?: boolean;
}

/** How a key is compared with a profile's value. The sentences say what applies; `{}` stands for the list entries that differ. */
export interface Strictness {
  /** For keys whose `order` is missing or about something else: `presence`, `true` or `smaller` is stricter. */
  readonly compare?: 'presence' | 'true' | 'smaller';
  readonly looser: string;
  readonly stricter?: string;
  /** An empty list allows nothing; without this field, the meaning of an empty list is not documented. */
  readonly empty?: string;
  /** Another key that makes this one pointless; it is then neither looser nor missing. */
  readonly moot?: {
    readonly key: string;
    readonly is: boolean;
    readonly standing: 'different' | 'stricter';
    readonly meaning: string;
  };
}

/** What is known about any name that an app reads, documented or not. */
interface KeyFlags extends Reach {
  readonly key: string;
  /** As the documentation or the app's own validator names it: `boolean`, `string[]`, `object[]` … */
  readonly type?: string;
  /** A bootstrap server cannot deliver it: the app drops it from the response. */
  readonly notFromBootstrap?: true;
  /** It can be set in a managed policy without locking the other settings. */
  readonly appBehaviourOnly?: true;
  /** Other programs have settings of this name too, so it does not identify a policy. */
  readonly ambiguous?: true;
  /** Flags of parts of its value, by path: `[].mode`, `.<tool>`. Missing flags are those of the key. */
  readonly parts?: Readonly<Record<string, Reach>>;
}

/** What is known about a key of the managed configuration. */
export interface PolicyKey extends KeyFlags {
  readonly title: string;
  readonly group: string;
  readonly type: string;
  readonly description: string;
  readonly enum?: readonly string[];
  /** Former names of values. */
  readonly formerValues?: readonly string[];
  /** The default. */
  readonly default?: unknown;
  /** The default of apps before a certain release. */
  readonly formerDefault?: { readonly before: string; readonly value: unknown };
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  /** A whole number without the usual leniency, by which true counts as 1 and [30] as 30. */
  readonly strictNumber?: true;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** One bad entry makes the whole list unreadable; in other lists only the entry is dropped. */
  readonly allOrNothing?: true;
  /** The value that an unreadable key counts as from `failClosedSince` on; absent: the default. */
  readonly failClosed?: boolean;
  /** Who can deliver it, if not both device management and a bootstrap server. */
  readonly availability?: string;
  readonly status?: string;
  /** The first app release that reads it. */
  readonly since?: string;
  /** The inference providers that support it; absent: all. */
  readonly providers?: readonly string[];
  /** The inference providers that do not start without it, each with the value that a fix writes. */
  readonly requiredFor?: Readonly<Record<string, unknown>>;
  readonly previousNames?: readonly string[];
  readonly secret?: boolean;
  readonly nestedPath?: string;
  /** Which part of the effective tool set it decides; absent: none. */
  readonly decides?: 'mode' | 'surfaces' | 'servers' | 'tools' | 'approval';
  /**
   * What it takes from users, so that an app too old to know the key allows them more: this value, any value, any entry, any
   * rule other than `allow`.
   */
  readonly restricts?: boolean | 'always' | 'entries' | 'rules';
  readonly strictness?: Strictness;
  readonly notes?: readonly string[];
  readonly fields?: readonly Field[];
  readonly certainty: Certainty;
  readonly source?: string;
}

export interface RenamedKey {
  readonly key: string;
  readonly replacedBy: string;
  /** The old name is rejected from the cut-off on. */
  readonly stopsAtCutoff?: boolean;
  /** The effect from then on until the key is renamed, in words, and the value that the new key counts as; absent: unset. */
  readonly afterCutoff?: string;
  readonly countsAs?: boolean;
}

interface Catalogue {
  /** The newest app whose keys are all in the catalogue. */
  readonly newestVersion: string;
  /** From this release on, an unreadable value activates its restriction; before, it counts as unset. Source: its release notes. */
  readonly failClosedSince: string;
  readonly keys: readonly PolicyKey[];
  /** Undocumented names that apps know: never reported as unknown. */
  readonly otherKeys: readonly KeyFlags[];
  readonly renamed: readonly RenamedKey[];
  readonly removed: readonly { readonly key: string; readonly note: string; readonly ambiguous?: true }[];
}

/** All keys of the app's managed configuration. For a new release of the app, only this data changes. */
export const catalogue = data as unknown as Catalogue;

export const policyKeys: ReadonlyMap<string, PolicyKey> = new Map(catalogue.keys.map((key) => [key.key, key]));
export const renamedKeys: ReadonlyMap<string, RenamedKey> = new Map(catalogue.renamed.map((key) => [key.key, key]));
export const removedKeys: ReadonlySet<string> = new Set(catalogue.removed.map(({ key }) => key));
/** All names that any app reads or read. */
export const knownNames: ReadonlySet<string> = new Set([
  ...policyKeys.keys(),
  ...renamedKeys.keys(),
  ...catalogue.otherKeys.map(({ key }) => key),
  ...removedKeys,
]);
const ambiguousNames: ReadonlySet<string> = new Set(
  [...catalogue.keys, ...catalogue.otherKeys, ...catalogue.removed]
    .filter((name) => name.ambiguous)
    .map(({ key }) => key),
);
/** Names that identify a file as a policy: no other program has settings of these names. */
export const distinctiveNames: readonly string[] = [...knownNames].filter((name) => !ambiguousNames.has(name));
