import type { TextRange } from '../../base/text.ts';
import type { Document, Target, ValueItem, WorkspaceView } from '../../model.ts';
import type { Node, Path } from '../../syntax/node.ts';
import type { Cursor } from '../../syntax/syntax.ts';
import { providedAt } from '../provided.ts';

/** Where completion was requested, for both keys and values. */
export interface CompletionPlace {
  readonly document: Document;
  readonly cursor: Cursor;
  readonly root: Node | undefined;
  /** For a key, the path of its object; for a value, its own path. */
  readonly path: Path;
  readonly range: TextRange;
  readonly context: { readonly workspace: WorkspaceView; readonly target: Target };
}

/** Returns what the kind's providers offer at this place. */
export const provided = ({ document, context, path }: CompletionPlace, offers: 'values' | 'keys'): ValueItem[] =>
  providedAt(document, context.workspace, path, offers);
