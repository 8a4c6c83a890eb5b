import type { Certainty } from '../base/text.ts';
import data from './catalogue.json' with { type: 'json' };

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

/** What is known of one managed-configuration key. */
export interface PolicyKey {
  readonly key: string;
  readonly title: string;
  readonly group: string;
  readonly type: string;
  readonly description: string;
  readonly enum?: readonly string[];
  /** Values that were read once and have a newer name. */
  readonly formerValues?: readonly string[];
  readonly default?: unknown;
  readonly min?: number;
  readonly max?: number;
  readonly exclusiveMin?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  /** Who may deliver it, where that is not both device management and a bootstrap server. */
  readonly availability?: string;
  readonly status?: string;
  /** The first app release that reads it. */
  readonly since?: string;
  /** The inference providers it belongs to; absent: all. */
  readonly providers?: readonly string[];
  readonly previousNames?: readonly string[];
  readonly secret?: boolean;
  readonly appBehaviorOnly?: boolean;
  readonly nestedPath?: string;
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
  /** What holds then until the key is renamed. */
  readonly afterCutoff?: string;
}

interface Catalogue {
  readonly keys: readonly PolicyKey[];
  /** Names that apps know and no page explains: never called wrong. */
  readonly otherKeys: readonly string[];
  readonly renamed: readonly RenamedKey[];
  readonly removed: readonly { readonly key: string; readonly note: string }[];
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
  ...catalogue.otherKeys,
  ...removedKeys,
]);
