import { plainText } from '../../server/core/base/snippet.ts';
import { applyEdits, type TextRange } from '../../server/core/base/text.ts';
import { alternativesAt } from '../../server/core/features/completion/alternatives.ts';
import { complete } from '../../server/core/features/completion/complete.ts';
import { viewOf } from '../../server/core/lint/workspaceView.ts';
import type { Document, Reference } from '../../server/core/model.ts';
import { knownBuiltinNames } from '../../server/core/policy/builtinTools.ts';
import { schemaAt } from '../../server/core/schema/at.ts';
import { type Node, pathOf, propertiesOf, walk } from '../../server/core/syntax/node.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import type { Workspace } from '../../server/core/workspace/workspace.ts';
import { settings } from '../support/lint.ts';

/** A place in a document that completion should be able to fill. */
export interface Hole {
  readonly what: 'key' | 'value' | 'reference' | 'path';
  readonly range: TextRange;
}

/** Yields a document's keys in the schema, its values in the schema, its booleans, and its references to other files. */
export function* holes(document: Document, workspace: Workspace): Generator<Hole> {
  const { root } = parse(document);
  const { kind } = document;
  for (const node of walk(root)) {
    const schema = schemaAt(kind, root, pathOf(node));
    for (const { key, keyNode } of propertiesOf(node)) {
      if (Object.hasOwn(schema?.properties ?? {}, key)) yield { what: 'key', range: keyNode.inner };
    }
    if (isNamed(document, node) && 'inner' in node) yield { what: 'value', range: node.inner };
  }
  for (const reference of kind.references?.(document, workspace.roots) ?? []) {
    const { range, symbolType } = reference;
    if (range.start === range.end || reference.defines || !isKnown(reference, workspace)) continue;
    yield { what: symbolType === 'file' ? 'path' : 'reference', range };
  }
}

/** Whether the schema lists this value. */
function isNamed({ kind, ...document }: Document, node: Node): boolean {
  if (!('value' in node)) return false;
  if (node.type === 'boolean') return true;
  const { root } = parse({ kind, ...document });
  return alternativesAt(kind, root, pathOf(node)).some(({ schema }) =>
    [...(schema.enum ?? []), ...(schema.suggestions ?? []).map(({ value }) => value)].includes(node.value),
  );
}

/** Whether the referenced symbol exists; otherwise it cannot be offered. */
function isKnown({ symbolType, name }: Reference, workspace: Workspace): boolean {
  if (symbolType === 'file') return workspace.files.file(name) !== undefined;
  if (symbolType === 'tool' && knownBuiltinNames.includes(name)) return true;
  return [...workspace.all()].some((other) =>
    [...(other.kind.references?.(other, workspace.roots) ?? [])].some(
      (reference) => reference.defines && reference.symbolType === symbolType && reference.name === name,
    ),
  );
}

/** Whether completion in the emptied place offers what was there. */
export function fills(document: Document, { range }: Hole, workspace: Workspace): boolean {
  const text = applyEdits(document.text, [{ range, newText: '' }]);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  return complete({ ...document, text }, range.start, context).some(
    ({ range, insertText }) =>
      applyEdits(text, [{ range, newText: plainText(insertText) }]).replaceAll(/['"]/g, '') ===
      document.text.replaceAll(/['"]/g, ''),
  );
}
