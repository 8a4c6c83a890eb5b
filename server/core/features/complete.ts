import type { Document, Target, WorkspaceView } from '../model.ts';
import { parse } from '../parse.ts';
import type { TextRange } from '../text.ts';
import { completeKeys } from './completeKeys.ts';
import { completeValues } from './completeValues.ts';
import { pathOfCursor } from './place.ts';

/** What completion needs to know beside the document. */
export interface CompletionContext {
  readonly workspace: WorkspaceView;
  readonly target: Target;
}

/** One thing to insert. `insertText` is a snippet; `range` is replaced and stands on one line. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'value';
  readonly insertText: string;
  readonly range: TextRange;
  readonly filterText: string;
  readonly sortText: string;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  readonly deprecated?: boolean;
}

/** The keys or values that may stand at `offset`; none where the text expects neither. */
export function complete(document: Document, offset: number, context: CompletionContext): CompletionItem[] {
  const { text, kind } = document;
  const parsed = parse(document);
  const cursor = kind.syntax.cursorAt(text, parsed, offset);
  if (cursor.expects === 'nothing') return [];
  const place = {
    document,
    cursor,
    root: parsed.root,
    path: pathOfCursor(cursor, offset),
    range: onOneLine(text, cursor.replace, offset),
    context,
  };
  return cursor.expects === 'key' ? completeKeys(place) : completeValues(place);
}

/** Editors refuse a completion that replaces more than the cursor's line. */
function onOneLine(text: string, { start, end }: TextRange, offset: number): TextRange {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const lineEnd = newline < 0 ? text.length : newline;
  return { start: start < lineStart ? offset : start, end: Math.min(Math.max(end, offset), lineEnd) };
}
