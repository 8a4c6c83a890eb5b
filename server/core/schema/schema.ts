import type { Certainty, Problem, Severity } from '../base/text.ts';
import type { Node } from '../syntax/node.ts';

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
export type Primitive = string | number | boolean | null;

/** Selects a variant of a union: the first whose condition holds; the last variant has no condition. */
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

/** A value for completion; others are valid too. */
export interface Suggestion {
  readonly value: unknown;
  readonly description?: string;
}

/** What users want to know about a key in addition to its type. Strings are Markdown. */
export interface KeyFacts {
  /** The first app release that reads it, e.g. `1.37937.0`. */
  readonly since?: string;
  /** What happens when the value is wrong. */
  readonly whenWrong?: string;
  /** The URL of the documentation. */
  readonly source?: string;
  readonly certainty?: Certainty;
  /** Why the key should no longer be used. */
  readonly deprecated?: string;
  /** Further lines of the hover. */
  readonly notes?: readonly string[];
  /** The heading under which completion groups it. */
  readonly group?: string;
  /** The inference providers that support it; absent: all. */
  readonly providers?: readonly string[];
  /** The inference providers that do not start without it. */
  readonly requiredFor?: readonly string[];
}

/**
 * The dialect of JSON Schema in which all kinds are described. A union is a list of named variants, and code picks the intended
 * one, so that one mistake yields one error. Unknown keys are never wrong here: rules report them.
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
  /** The meaning of a string, for features of the editor: a colour `#RRGGBB`. */
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
  /** The app also accepts the declared type as a string: `"true"`, `"60"`, JSON in a string. */
  readonly alsoText?: 'boolean' | 'integer' | 'number' | 'json';
  /** What a pattern requires, in words: "a date like 2026-01-31". */
  readonly expected?: string;
  /** The severity of a mismatch. Default: error. */
  readonly severity?: Severity;
  readonly facts?: KeyFacts;
}

/** A problem of the schema, with the intended value if it is clear. */
export interface SchemaProblem extends Problem {
  readonly meant?: { readonly node: Node; readonly value: Primitive };
}

/** What a kind of document says about its schema. */
export interface SchemaOwner {
  /** Names the kind. */
  readonly id: string;
  readonly schema: Schema;
  /** Returns whether a string is a placeholder that is replaced later, so its form cannot be checked. */
  readonly isPlaceholder?: (text: string) => boolean;
  /** A rule reports misspelled keys, so a key that is missing because of one is not reported as well. */
  readonly reportsUnknownKeys?: true;
}
