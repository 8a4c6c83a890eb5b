import type { Document } from '../../model.ts';
import { parse } from '../../workspace/parse.ts';
import { oneLine } from '../oneLine.ts';
import { pathOfCursor } from '../place.ts';
import { completeIgnored } from './completeIgnored.ts';
import { completeKeys } from './completeKeys.ts';
import { completeTexts } from './completeTexts.ts';
import { completeValues } from './completeValues.ts';
import type { CompletionContext, CompletionItem } from './item.ts';

/** Returns what can be inserted at `offset`: a part of a comment or string, a key, or a value; nothing if the text expects none of them. */
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
