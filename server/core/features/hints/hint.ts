import type { KnownTool } from '../../effective/input.ts';
import type { EffectiveResult, Origin } from '../../effective/model.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A remark behind a value. */
export interface InlayHint {
  /** The remark stands before this UTF-16 offset. */
  readonly offset: number;
  readonly label: string;
  /** More of it, in plain text. */
  readonly tooltip?: string;
  /** The line that makes it so. */
  readonly origin?: Origin;
}

export interface HintContext {
  readonly workspace: Workspace;
  /** The effective tool set; undefined where nothing can be said of this document now. */
  readonly effective: () => EffectiveResult | undefined;
  /** Tools by server: without them nobody knows what a wildcard matches. */
  readonly tools: ReadonlyMap<string, readonly KnownTool[]>;
  /** Sizes of files in bytes, by address: of those that are to be shown. */
  readonly sizes: ReadonlyMap<string, number>;
}
