import type { Decoration } from '../annotations.ts';
import type { TextRange } from '../base/text.ts';
import type { Document, Target } from '../model.ts';
import { variableDecorations } from './variables.ts';

/** Returns the kind's own highlights and the variables in text order, without overlaps; if `range` is given, only those in it. */
export function semanticTokens(document: Document, target: Target, range?: TextRange): Decoration[] {
  const marked = [...(document.kind.decorations?.(document, target) ?? []), ...variableDecorations(document)]
    .filter(({ range: { start, end } }) => start < end && (!range || (start < range.end && range.start < end)))
    .sort((a, b) => a.range.start - b.range.start);
  let end = 0;
  return marked.filter((token) => {
    if (token.range.start < end) return false;
    end = token.range.end;
    return true;
  });
}
