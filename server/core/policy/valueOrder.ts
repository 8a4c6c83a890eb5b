import type { Certainty } from '../base/text.ts';

/** What a key decides about: loosening a tab matters more or less than loosening a colour. */
export type Concern =
  | 'tabs'
  | 'tools'
  | 'approval'
  | 'servers'
  | 'egress'
  | 'sandbox'
  | 'folders'
  | 'code-supply'
  | 'data'
  | 'connection'
  | 'models'
  | 'updates'
  | 'appearance'
  | 'none';

/** What a host pattern `*.x` covers in addition to the hosts below `x`. */
export interface WildcardCover {
  /** `x` itself. */
  readonly coversApex: boolean;
  /** A host without a port covers the same host with any port. */
  readonly coversPorts?: boolean;
  /** A host covers `www.` before it. */
  readonly coversWww?: boolean;
}

type OrderOfKind =
  /** `unset`: the value that a missing key counts as. */
  | { readonly kind: 'boolean'; readonly looser: boolean; readonly unset: boolean | 'conditional' }
  /**
   * Values from strict to loose; those in one list are equal. `unknown`: the value that any other counts as. `patterns`: names
   * may contain `*`.
   */
  | {
      readonly kind: 'enum';
      readonly values: readonly (string | readonly string[])[];
      readonly unset: string;
      readonly unknown?: string;
      readonly patterns?: true;
    }
  | { readonly kind: 'number'; readonly looser: 'larger' | 'smaller'; readonly unset: number | 'loosest' }
  /** A list in which entries matter, not their order. `separator`: it is written as one string. `implies`: entries that include others. */
  | {
      readonly kind: 'set' | 'hosts' | 'patterns' | 'folders';
      readonly looser: 'superset' | 'subset';
      /** `between`: looser than an empty list, stricter than any other. */
      readonly unset: 'as-empty' | 'loosest' | 'between' | 'conditional' | 'not-comparable';
      readonly empty?: 'strictest';
      /** The entry that covers everything. */
      readonly loosest?: string;
      readonly separator?: string;
      readonly implies?: Readonly<Record<string, readonly string[]>>;
      readonly wildcard?: WildcardCover;
    }
  /**
   * An object with a value for each name. `missing`: the value that an absent name counts as; `unknown`: the value that any
   * other counts as.
   */
  | { readonly kind: 'map'; readonly values: readonly string[]; readonly missing: string; readonly unknown?: string }
  /** A list of objects, each identified by the fields in `id` (if several are listed, by the one that is present). */
  | {
      readonly kind: 'entries';
      readonly id: readonly (string | readonly string[])[];
      readonly added: 'looser';
      readonly removed: 'stricter';
      readonly unset?: 'loosest';
      readonly empty?: 'strictest';
    }
  /** Only presence has an order; two values have none. */
  | { readonly kind: 'presence'; readonly looser: 'set' }
  /** How a version is pinned, from strict to loose: by hash, by name, not at all. */
  | { readonly kind: 'pin'; readonly values: readonly ('sha' | 'name' | 'unset')[] }
  /** A folder: an ancestor is looser than its descendants. */
  | { readonly kind: 'path'; readonly looser: 'ancestor' }
  /** One entry of a list of hosts. */
  | { readonly kind: 'host'; readonly wildcard: WildcardCover }
  | { readonly kind: 'pattern'; readonly looser: 'wider' | 'narrower' }
  /** A rule for some arguments of a tool: whether it is looser or stricter depends on the other rules. */
  | { readonly kind: 'partial' };

/** How two values are compared: the looser one lets Claude do or access more, or lets more data leave. */
export type ValueOrder = OrderOfKind & {
  /** The certainty of the direction; absent: documented. */
  readonly certainty?: Certainty;
  /** What it means if the key is not set, if one of the words does not suffice. */
  readonly unsetNote?: string;
};

/** What a comparison needs to know about a key, or about a part of its value. */
export interface Reach {
  /** Absent: unknown. */
  readonly concern?: Concern;
  readonly alsoConcerns?: readonly Concern[];
  /** Where it has an effect; absent: on all three surfaces. */
  readonly surfaces?: readonly ('cowork' | 'code' | 'chat' | 'app')[];
  /** How much loosening it matters; our judgement. */
  readonly weight?: 'low' | 'medium' | 'high';
  /** Absent: two values have no order. */
  readonly order?: ValueOrder;
  /** It has no effect without these. Without `is`: any value. */
  readonly requires?: readonly { readonly key: string; readonly is?: boolean | string }[];
}
