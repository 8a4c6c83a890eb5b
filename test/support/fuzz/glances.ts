import assert from 'node:assert/strict';
import { contains, type TextRange } from '../../../server/core/base/text.ts';
import { effective } from '../../../server/core/effective/effective.ts';
import { effectiveInput } from '../../../server/core/effective/fromWorkspace.ts';
import { codeLenses } from '../../../server/core/features/codeLenses.ts';
import { colors } from '../../../server/core/features/colors.ts';
import { folds } from '../../../server/core/features/folding.ts';
import { inlayHints } from '../../../server/core/features/hints/inlayHints.ts';
import {
  definitions,
  highlights,
  links,
  references,
} from '../../../server/core/features/navigation/definitionsAndReferences.ts';
import { RenameError, rename, renameable } from '../../../server/core/features/navigation/rename.ts';
import { selectionRanges } from '../../../server/core/features/selectionRanges.ts';
import { semanticTokens } from '../../../server/core/features/semanticTokens.ts';
import type { Document } from '../../../server/core/model.ts';
import type { Workspace } from '../../../server/core/workspace/workspace.ts';
import { base, settings } from '../lint.ts';

/**
 * Sends the other requests of an editor, apart from completion, hover and outline, and checks that ranges are inside the text,
 * selections grow, and tokens do not overlap.
 * @returns the texts that users see.
 */
export function askGlances(document: Document, workspace: Workspace, offset: number): string[] {
  const { text } = document;
  const all = { start: 0, end: text.length };
  const isIn = (range: TextRange, what: string) => assert.ok(contains(all, range) && range.start <= range.end, what);
  const result = effective(
    effectiveInput(workspace, { policies: [], orgPlugins: `${base}/org-plugins`, target: settings.target }),
  );
  const context = { workspace, tools: new Map(), sizes: new Map(), effective: () => result };
  const lenses = [...codeLenses(document, workspace, () => result)];
  for (const { range, title } of lenses) isIn(range, title);
  const hints = inlayHints(document, all, context);
  for (const hint of hints) isIn({ start: hint.offset, end: hint.offset }, hint.label);
  let inner: TextRange | undefined;
  for (const range of selectionRanges(document, offset)) {
    isIn(range, 'a selection');
    assert.ok(!inner || contains(range, inner), 'a selection does not grow');
    inner = range;
  }
  for (const { range } of folds(document) ?? []) isIn(range, 'a fold');
  let end = 0;
  for (const { range } of semanticTokens(document, settings.target)) {
    isIn(range, 'a token');
    assert.ok(range.start >= end, 'tokens overlap');
    end = range.end;
  }
  for (const { range } of colors(document)) isIn(range, 'a colour');
  for (const { range } of highlights(workspace, document, offset)) isIn(range, 'a highlight');
  for (const { range, target } of links(workspace, document)) isIn(range, target);
  const { origin, targets } = definitions(workspace, document, offset);
  if (origin) isIn(origin, 'a name');
  for (const place of [...targets, ...references(workspace, document, offset, true)]) {
    assert.ok(place.range.end <= (workspace.get(place.uri)?.text.length ?? 0), place.uri);
  }
  askRename(document, workspace, offset);
  return [...lenses.map(({ title }) => title), ...hints.map(({ label }) => label)];
}

function askRename(document: Document, workspace: Workspace, offset: number): void {
  try {
    const found = renameable(workspace, document, offset);
    if (!found) return;
    for (const { uri = document.uri, range } of rename(workspace, document, offset, 'another').edits) {
      assert.ok(range.end <= (workspace.get(uri)?.text.length ?? 0), uri);
    }
  } catch (error) {
    if (!(error instanceof RenameError)) throw error;
  }
}
