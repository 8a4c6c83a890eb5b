import type { Effect } from '../../server/core/vocabulary/names.ts';
import type { CompareToolsAnswer, EffectiveAnswer, Origin, ServerName } from '../../server/protocol.ts';

/** The server's types, derived from its answer so that they are defined only once. */
type Result = EffectiveAnswer['result'];
export type Surface = keyof Result['surfaces'];
export type EffectiveSurface = NonNullable<Result['surfaces'][Surface]>;
export type EffectiveServer = EffectiveSurface['servers'][number];
export type EffectiveTool = EffectiveServer['tools'][number];
export type Step = EffectiveTool['steps'][number];
export type ToolState = EffectiveTool['state'];
export type Certainty = EffectiveTool['certainty'];
export type Layer = EffectiveServer['layer'];
export type Reason = NonNullable<EffectiveServer['reason']>;
export type { CompareToolsAnswer, Effect, EffectiveAnswer, Origin, ServerName };

/** One tool on all surfaces. */
export interface ToolRow {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly builtin: boolean;
  /** The row of a wildcard, which does not count as a tool. */
  readonly isPattern: boolean;
  readonly effect: Effect | undefined;
  readonly description: string | undefined;
  readonly cells: Readonly<Partial<Record<Surface, EffectiveTool>>>;
  /** Cowork and Code decide differently, apart from Code's own prompt. */
  readonly differs: boolean;
  /** It changes data and runs without a prompt on some surface. */
  readonly unasked: boolean;
  /** It runs without a prompt on some surface and is not built in. */
  readonly looser: boolean;
  /** A built-in tool that no key names. */
  readonly isDefault: boolean;
}

/** A server, or the built-in tools, with its tools. */
export interface Group {
  readonly id: string;
  readonly name: string;
  readonly layer: Layer | 'builtin';
  readonly detail: string;
  readonly plugin: string | null;
  readonly servers: Readonly<Partial<Record<Surface, EffectiveServer>>>;
  /** Active on at least one surface. */
  readonly active: boolean;
  readonly origin: Origin | null;
  readonly tools: readonly ToolRow[];
  /** How many tools an inactive server would provide. */
  readonly unavailable: number;
}
