import { count } from '../base/words.ts';
import type { EffectiveResult } from '../effective/model.ts';
import { viewOf } from '../lint/workspaceView.ts';
import type { Document } from '../model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CodeLens } from './lens.ts';
import { usesOf } from './navigation/definitionsAndReferences.ts';
import { serverLenses } from './serverLenses.ts';

/** Yields the kind's own lenses, the state of each server that the document defines, and the number of references to what it defines. */
export function* codeLenses(
  document: Document,
  workspace: Workspace,
  effective: () => EffectiveResult,
): Generator<CodeLens> {
  for (const { opens, ...lens } of document.kind.lenses?.(document, viewOf(workspace, new Set())) ?? []) {
    yield { ...lens, ...(opens !== undefined && { leads: { to: 'file', uri: opens } }) };
  }
  yield* serverLenses(document, workspace.factsOf(document.uri), effective);
  for (const { range, uses } of usesOf(workspace, document)) {
    if (uses.length > 0)
      yield { range, title: count(uses.length, 'reference'), leads: { to: 'references', places: uses } };
  }
}
