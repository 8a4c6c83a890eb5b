import type { TextRange } from '../../base/text.ts';
import type { Document } from '../../model.ts';
import type { HintContext, InlayHint } from './hint.ts';
import { policyHints } from './policyLines.ts';
import { sizeHints } from './sizes.ts';
import { toolUseHints } from './toolUses.ts';

/** Returns the hints of a document within `range`: only those that add something to the text. */
export function inlayHints(document: Document, range: TextRange, context: HintContext): InlayHint[] {
  const hints = [
    ...policyHints(document, context),
    ...toolUseHints(document, context),
    ...sizeHints(document, context.workspace.roots, context.sizes),
  ];
  return hints.filter(({ offset }) => range.start <= offset && offset <= range.end).sort((a, b) => a.offset - b.offset);
}
