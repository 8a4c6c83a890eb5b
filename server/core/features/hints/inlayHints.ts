import type { TextRange } from '../../base/text.ts';
import type { KnownTool } from '../../effective/input.ts';
import type { EffectiveResult, Origin } from '../../effective/model.ts';
import type { Document } from '../../model.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { policyHints } from './policyLines.ts';
import { sizeHints } from './sizes.ts';
import { toolUseHints } from './toolUses.ts';

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

/** What a document comes to, beside its lines within `range`: only where that is more than what stands there. */
export function inlayHints(document: Document, range: TextRange, context: HintContext): InlayHint[] {
  const hints = [
    ...policyHints(document, context),
    ...toolUseHints(document, context),
    ...sizeHints(document, context.workspace.roots, context.sizes),
  ];
  return hints.filter(({ offset }) => range.start <= offset && offset <= range.end).sort((a, b) => a.offset - b.offset);
}
