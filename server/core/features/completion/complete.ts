import type { TextRange } from '../../base/text.ts';
import type { Document, Target, ValueItem, WorkspaceView } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import { oneLine } from '../oneLine.ts';
import { pathOfCursor } from '../place.ts';
import { completeIgnored } from './completeIgnored.ts';
import { completeKeys } from './completeKeys.ts';
import { completeTexts } from './completeTexts.ts';
import { completeValues } from './completeValues.ts';

/** What completion needs to know beside the document. */
export interface CompletionContext {
  readonly workspace: WorkspaceView;
  readonly target: Target;
}

/** One thing to insert. `insertText` is a snippet; `range` is replaced and stands on one line. */
export interface CompletionItem {
  readonly label: string;
  readonly kind: 'key' | 'value' | NonNullable<ValueItem['is']>;
  readonly insertText: string;
  readonly range: TextRange;
  readonly filterText: string;
  readonly sortText: string;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly documentation?: string | undefined;
  readonly deprecated?: boolean;
}

/** What may stand at `offset`, a part of a comment or of a text, a key or a value; none where the text expects neither. */
export function complete(document: Document, offset: number, context: CompletionContext): CompletionItem[] {
  const inText = completeIgnored(document, offset, context) ?? completeTexts(document, offset, context);
  if (inText) return inText;
  const { text, kind } = document;
  const parsed = parse(document);
  const cursor = kind.syntax.cursorAt(text, parsed, offset);
  if (cursor.expects === 'nothing') return [];
  const place = {
    document,
    cursor,
    root: parsed.root,
    path: pathOfCursor(cursor, offset),
    range: oneLine(text, cursor.replace, offset),
    context,
  };
  return cursor.expects === 'key' ? completeKeys(place) : completeValues(place);
}
