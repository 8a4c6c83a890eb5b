import type { Certainty } from '../base/text.ts';

/** What a key decides about: a loosening of a tab weighs otherwise than one of a colour. */
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

/** What a host pattern `*.x` covers beside the hosts below `x`. */
export interface WildcardCover {
  /** `x` itself. */
  readonly coversApex: boolean;
  /** A host without a port covers the same host with any port. */
  readonly coversPorts?: boolean;
  /** A host covers `www.` before it. */
  readonly coversWww?: boolean;
}

type OrderOfKind =
  /** `unset`: as which value a key counts that is not set. */
  | { readonly kind: 'boolean'; readonly looser: boolean; readonly unset: boolean | 'conditional' }
  /** Values from strict to loose; those in one list are equal. `unknown`: as which of them any other value counts. `patterns`: names may hold `*`. */
  | {
      readonly kind: 'enum';
      readonly values: readonly (string | readonly string[])[];
      readonly unset: string;
      readonly unknown?: string;
      readonly patterns?: true;
    }
  | { readonly kind: 'number'; readonly looser: 'larger' | 'smaller'; readonly unset: number | 'loosest' }
  /** A list whose entries count, not their sequence. `separator`: it is written as one string. `implies`: entries that bring others along. */
  | {
      readonly kind: 'set' | 'hosts' | 'patterns' | 'folders';
      readonly looser: 'superset' | 'subset';
      /** `between`: looser than an empty list, stricter than any other. */
      readonly unset: 'as-empty' | 'loosest' | 'between' | 'conditional' | 'not-comparable';
      readonly empty?: 'strictest';
      /** The entry that covers all there is. */
      readonly loosest?: string;
      readonly separator?: string;
      readonly implies?: Readonly<Record<string, readonly string[]>>;
      readonly wildcard?: WildcardCover;
    }
  /** An object that says something of each name. `missing`: as which value an absent name counts; `unknown`: as which any other value counts. */
  | { readonly kind: 'map'; readonly values: readonly string[]; readonly missing: string; readonly unknown?: string }
  /** A list of objects, each known by the fields of `id` (of a list of names the one that is there). */
  | {
      readonly kind: 'entries';
      readonly id: readonly (string | readonly string[])[];
      readonly added: 'looser';
      readonly removed: 'stricter';
      readonly unset?: 'loosest';
      readonly empty?: 'strictest';
    }
  /** Only whether it is there has an order; two values have none. */
  | { readonly kind: 'presence'; readonly looser: 'set' }
  /** How firmly a version is pinned: a hash, a name, nothing; from strict to loose. */
  | { readonly kind: 'pin'; readonly values: readonly ('sha' | 'name' | 'unset')[] }
  /** A folder: one above is looser than those below it. */
  | { readonly kind: 'path'; readonly looser: 'ancestor' }
  /** One entry of a list of hosts. */
  | { readonly kind: 'host'; readonly wildcard: WildcardCover }
  | { readonly kind: 'pattern'; readonly looser: 'wider' | 'narrower' }
  /** A rule for some arguments of a tool: it is looser or stricter only by what stands around it. */
  | { readonly kind: 'partial' };

/** How two values compare: the looser one lets Claude do or touch more, or lets more data leave. */
export type ValueOrder = OrderOfKind & {
  /** How sure the direction is; absent: it is documented. */
  readonly certainty?: Certainty;
  /** What being unset means, where that is more than one of the words. */
  readonly unsetNote?: string;
};

/** What a comparison needs to know of a key, or of one place inside its value. */
export interface Reach {
  /** Absent: not known. */
  readonly concern?: Concern;
  readonly alsoConcerns?: readonly Concern[];
  /** Where it has an effect; absent: on all three tabs. */
  readonly surfaces?: readonly ('cowork' | 'code' | 'chat' | 'app')[];
  /** How much a loosening matters; a judgement. */
  readonly weight?: 'low' | 'medium' | 'high';
  /** Absent: two values have no order. */
  readonly order?: ValueOrder;
  /** Without these it has no effect. Absent `is`: any value will do. */
  readonly requires?: readonly { readonly key: string; readonly is?: boolean | string }[];
}
