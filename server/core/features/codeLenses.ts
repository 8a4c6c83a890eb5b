import type { TextRange } from '../base/text.ts';
import { count } from '../base/words.ts';
import type { EffectiveResult, Layer } from '../effective/model.ts';
import type { Document } from '../model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { viewOf } from '../workspace/workspaceView.ts';
import { type Location, usesOf } from './navigation/definitionsAndReferences.ts';
import { serverLenses } from './serverLenses.ts';

/** A remark above a line, and what a click on it leads to. */
export interface CodeLens {
  readonly range: TextRange;
  readonly title: string;
  readonly tooltip?: string;
  readonly leads?:
    | { readonly to: 'file'; readonly uri: string }
    | { readonly to: 'server'; readonly server: ServerName }
    | { readonly to: 'references'; readonly places: readonly Location[] };
}

/** A server as the effective tool set knows it. */
export interface ServerName {
  readonly name: string;
  readonly layer: Layer;
  readonly plugin: string | null;
}

/** What the kind remarks, what becomes of each server that the document defines, and how often others name what it defines. */
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
