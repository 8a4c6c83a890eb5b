import type { Certainty } from '../base/text.ts';
import data from './catalogue.json' with { type: 'json' };
import type { Reach } from './valueOrder.ts';

/** A sub-field of a key. A name with dots or `[]` stands deeper: `oauth.clientId`, `tools[].toolName`. */
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
  /** What the text stands for: a colour `#RRGGBB`. */
  readonly format?: 'color';
  readonly required?: boolean | string;
  readonly secret?: boolean;
}

/** How a key compares with the one of a profile. The sentences say what holds; `{}` stands for the entries of a list that make the difference. */
export interface Strictness {
  /** Where the order of its values does not say it, or says it of something else: `presence`, `true` or `smaller` is the stricter. */
  readonly compare?: 'presence' | 'true' | 'smaller';
  readonly looser: string;
  readonly stricter?: string;
  /** The list allows nothing where it has no entries; else what such a list means is not documented. */
  readonly empty?: string;
  /** Another key that makes this one pointless, which then is neither looser nor missing. */
  readonly moot?: {
    readonly key: string;
    readonly is: boolean;
    readonly standing: 'different' | 'stricter';
    readonly meaning: string;
  };
}

/** What is known of any name that an app reads, whether or not a page explains it. */
interface KeyFlags extends Reach {
  readonly key: string;
  /** As a page or the app's own validator names it: `boolean`, `string[]`, `object[]` … */
  readonly type?: string;
  /** A bootstrap server cannot deliver it: the app drops it from the response. */
  readonly notFromBootstrap?: true;
  /** May be managed alone without locking the rest. */
  readonly appBehaviourOnly?: true;
  /** Other programs have settings of this name too: alone it makes no policy. */
  readonly ambiguous?: true;
  /** What may stand inside of its value, by path: `[].mode`, `.<tool>`. What is not said is as of the whole key. */
  readonly parts?: Readonly<Record<string, Reach>>;
}

/** What is known of one managed-configuration key. */
export interface PolicyKey extends KeyFlags {
  readonly title: string;
  readonly group: string;
  readonly type: string;
  readonly description: string;
  readonly enum?: readonly string[];
  /** Values that were read once and have a newer name. */
  readonly formerValues?: readonly string[];
  /** What holds where it is not set. */
  readonly default?: unknown;
  /** The default of apps before a release. */
  readonly formerDefault?: { readonly before: string; readonly value: unknown };
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  /** A whole number that is read without the leniency of the others, which make 1 of true and 30 of [30]. */
  readonly strictNumber?: true;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** One bad entry makes the whole list unreadable; of other lists it is dropped alone. */
  readonly allOrNothing?: true;
  /** What it counts as from `failClosedSince` on where it cannot be read; absent: as its default. */
  readonly failClosed?: boolean;
  /** Who may deliver it, where that is not both device management and a bootstrap server. */
  readonly availability?: string;
  readonly status?: string;
  /** The first app release that reads it. */
  readonly since?: string;
  /** The inference providers it belongs to; absent: all. */
  readonly providers?: readonly string[];
  /** The providers that do not start without it, each with what a fix writes. */
  readonly requiredFor?: Readonly<Record<string, unknown>>;
  readonly previousNames?: readonly string[];
  readonly secret?: boolean;
  readonly nestedPath?: string;
  /** Which part of the effective tool set it decides; absent: none. */
  readonly decides?: 'mode' | 'surfaces' | 'servers' | 'tools' | 'approval';
  /** What it takes from users, so that an app too old to know it lets them do more: this value, any, any entry, any rule other than `allow`. */
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
  /** The old name is refused from the cut-off on. */
  readonly stopsAtCutoff?: boolean;
  /** What holds then until the key is renamed, in words, and as which value of the new key; absent: as if it were not set. */
  readonly afterCutoff?: string;
  readonly countsAs?: boolean;
}

interface Catalogue {
  /** The newest app whose keys the catalogue knows in full. */
  readonly newestVersion: string;
  /** From this release on a value that cannot be read engages its restriction; before, it counts as unset. Source: its release notes. */
  readonly failClosedSince: string;
  readonly keys: readonly PolicyKey[];
  /** Names that apps know and no page explains: never called wrong. */
  readonly otherKeys: readonly KeyFlags[];
  readonly renamed: readonly RenamedKey[];
  readonly removed: readonly { readonly key: string; readonly note: string; readonly ambiguous?: true }[];
}

/** Every key of the app's managed configuration. A new release of the app is a change of this data alone. */
export const catalogue = data as unknown as Catalogue;

export const policyKeys: ReadonlyMap<string, PolicyKey> = new Map(catalogue.keys.map((key) => [key.key, key]));
export const renamedKeys: ReadonlyMap<string, RenamedKey> = new Map(catalogue.renamed.map((key) => [key.key, key]));
export const removedKeys: ReadonlySet<string> = new Set(catalogue.removed.map(({ key }) => key));
/** All names that some app reads or read. */
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
/** Names by which a file is known as a policy: no other program has settings called like this. */
export const distinctiveNames: readonly string[] = [...knownNames].filter((name) => !ambiguousNames.has(name));
