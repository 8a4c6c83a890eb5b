import type { Effect } from '../../server/core/vocabulary/names.ts';
import type { CompareToolsAnswer, EffectiveAnswer, Origin, ServerName } from '../../server/protocol.ts';

/** The server's types that the page speaks of, taken from its answer so that there is one truth. */
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
  /** The row of a wildcard, which is not counted as a tool. */
  readonly isPattern: boolean;
  readonly effect: Effect | undefined;
  readonly description: string | undefined;
  readonly cells: Readonly<Partial<Record<Surface, EffectiveTool>>>;
  /** Cowork and Code decide differently, beyond what Code always does to an Allow. */
  readonly differs: boolean;
  /** It changes data and runs without asking somewhere. */
  readonly unasked: boolean;
  /** It is used unasked somewhere and does not come with Claude. */
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
  /** Active on one surface at least. */
  readonly active: boolean;
  readonly origin: Origin | null;
  readonly tools: readonly ToolRow[];
  /** How many tools an inactive server would bring. */
  readonly unavailable: number;
}
