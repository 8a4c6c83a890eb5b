import type { TextRange } from '../../base/text.ts';
import type { Target, ValueItem, WorkspaceView } from '../../model.ts';

/** What completion needs in addition to the document. */
export interface CompletionContext {
  readonly workspace: WorkspaceView;
  readonly target: Target;
}

/** A completion item. `insertText` is a snippet; `range` is replaced and does not span lines. */
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
