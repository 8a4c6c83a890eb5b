import type { KnownTool } from '../../effective/input.ts';
import type { EffectiveResult, Origin } from '../../effective/model.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A remark after a value. */
export interface InlayHint {
  /** The UTF-16 offset before which the remark is shown. */
  readonly offset: number;
  readonly label: string;
  /** Details, in plain text. */
  readonly tooltip?: string;
  /** The line that decides. */
  readonly origin?: Origin;
}

export interface HintContext {
  readonly workspace: Workspace;
  /** Returns the effective tool set; undefined if it cannot be evaluated for this document now. */
  readonly effective: () => EffectiveResult | undefined;
  /** Tools by server; without them, it is unknown what a wildcard matches. */
  readonly tools: ReadonlyMap<string, readonly KnownTool[]>;
  /** Sizes in bytes of the files to show, by URI. */
  readonly sizes: ReadonlyMap<string, number>;
}
