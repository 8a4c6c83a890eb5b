import type { Certainty, Problem, Severity } from '../base/text.ts';
import type { Node } from '../syntax/node.ts';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
export type Primitive = string | number | boolean | null;

/** Which variant of a union is meant: the first whose condition holds, and the last one has none. */
export interface Condition {
  readonly type?: JsonType;
  /** The object has this key. */
  readonly has?: string;
  /** The object has these scalar values. */
  readonly equals?: Readonly<Record<string, Primitive>>;
}

export interface Variant {
  readonly name: string;
  readonly when?: Condition;
  readonly schema: Schema;
}

/** A value that completion offers although others are valid too. */
export interface Suggestion {
  readonly value: unknown;
  readonly description?: string;
}

/** What people want to know of a key beside its type. Texts are Markdown. */
export interface KeyFacts {
  /** The first app release that reads it, e.g. `1.37937.0`. */
  readonly since?: string;
  /** What happens when the value is wrong. */
  readonly whenWrong?: string;
  /** Where this is written: an address. */
  readonly source?: string;
  readonly certainty?: Certainty;
  /** Why it should no longer be written. */
  readonly deprecated?: string;
  /** Further lines of the hover. */
  readonly notes?: readonly string[];
  /** The heading under which completion groups it. */
  readonly group?: string;
  /** Inference providers it belongs to; absent: all. */
  readonly providers?: readonly string[];
  /** Inference providers that do not start without it. */
  readonly requiredFor?: readonly string[];
}

/**
 * The small dialect of JSON Schema that all kinds are written in. A union is a list of named variants, and code picks the
 * one that is meant, so that one mistake makes one error. Unknown keys are never wrong here: rules tell of them.
 */
export interface Schema {
  readonly title?: string;
  /** Markdown. */
  readonly description?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly Primitive[];
  readonly pattern?: string;
  /** What a text stands for, so that the editor can show it: a colour `#RRGGBB`. */
  readonly format?: 'color';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly default?: unknown;
  readonly suggestions?: readonly Suggestion[];
  readonly variants?: readonly Variant[];
  /** `#/$defs/name`. */
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  /** Texts that the app reads as the declared type: `"true"`, `"60"`, JSON in a string. */
  readonly alsoText?: 'boolean' | 'integer' | 'number' | 'json';
  /** In words, what a pattern asks for: "a date like 2026-01-31". */
  readonly expected?: string;
  /** How a mismatch is reported; an error unless said otherwise. */
  readonly severity?: Severity;
  readonly facts?: KeyFacts;
}

/** A problem of the schema, with the value that is meant where that is plain. */
export interface SchemaProblem extends Problem {
  readonly meant?: { readonly node: Node; readonly value: Primitive };
}

/** What a kind of document tells about its schema. */
export interface SchemaOwner {
  /** Names the compiled validators. */
  readonly id: string;
  readonly schema: Schema;
  /** Returns whether a string is a placeholder that is filled in later, so that its form cannot be judged. */
  readonly isPlaceholder?: (text: string) => boolean;
  /** A rule reports misspelled keys, so a key that is missing because of one is not reported as well. */
  readonly reportsUnknownKeys?: true;
}
