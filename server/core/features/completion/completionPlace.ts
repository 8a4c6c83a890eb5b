import type { TextRange } from '../../base/text.ts';
import type { Document, Target, ValueItem, WorkspaceView } from '../../model.ts';
import type { Node, Path } from '../../syntax/node.ts';
import type { Cursor } from '../../syntax/syntax.ts';
import { providedAt } from '../provided.ts';

/** Where a completion happens, as both of its halves need it. */
export interface CompletionPlace {
  readonly document: Document;
  readonly cursor: Cursor;
  readonly root: Node | undefined;
  /** For keys the way to their object, for a value the way to it. */
  readonly path: Path;
  readonly range: TextRange;
  readonly context: { readonly workspace: WorkspaceView; readonly target: Target };
}

/** What the providers of the kind offer at this place. */
export const provided = ({ document, context, path }: CompletionPlace, offers: 'values' | 'keys'): ValueItem[] =>
  providedAt(document, context.workspace, path, offers);
