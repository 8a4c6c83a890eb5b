import { plainText } from '../../server/core/base/snippet.ts';
import { applyEdits, type TextRange } from '../../server/core/base/text.ts';
import { alternativesAt } from '../../server/core/features/completion/alternatives.ts';
import { complete } from '../../server/core/features/completion/complete.ts';
import { viewOf } from '../../server/core/lint/workspaceView.ts';
import type { Document, Mention } from '../../server/core/model.ts';
import { knownBuiltinNames } from '../../server/core/policy/builtinTools.ts';
import { schemaAt } from '../../server/core/schema/at.ts';
import { type Node, pathOf, propertiesOf, walk } from '../../server/core/syntax/node.ts';
import { parse } from '../../server/core/workspace/parse.ts';
import type { Workspace } from '../../server/core/workspace/workspace.ts';
import { settings } from '../support/lint.ts';

/** A place of a document that completion should be able to write. */
export interface Hole {
  readonly what: 'key' | 'value' | 'reference' | 'path';
  readonly range: TextRange;
}

/** A document's keys that the schema knows, its values that the schema names, its booleans, and what it names of other files. */
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
  for (const mention of kind.mentions?.(document, workspace.roots) ?? []) {
    const { range, thing } = mention;
    if (range.start === range.end || mention.defines || !isKnown(mention, workspace)) continue;
    yield { what: thing === 'file' ? 'path' : 'reference', range };
  }
}

/** Whether the schema says that this very value may stand there. */
function isNamed({ kind, ...document }: Document, node: Node): boolean {
  if (!('value' in node)) return false;
  if (node.type === 'boolean') return true;
  const { root } = parse({ kind, ...document });
  return alternativesAt(kind, root, pathOf(node)).some(({ schema }) =>
    [...(schema.enum ?? []), ...(schema.suggestions ?? []).map(({ value }) => value)].includes(node.value),
  );
}

/** Whether what is mentioned exists: where it does not, nobody can offer it. */
function isKnown({ thing, name }: Mention, workspace: Workspace): boolean {
  if (thing === 'file') return workspace.files.file(name) !== undefined;
  if (thing === 'tool' && knownBuiltinNames.includes(name)) return true;
  return [...workspace.all()].some((other) =>
    [...(other.kind.mentions?.(other, workspace.roots) ?? [])].some(
      (mention) => mention.defines && mention.thing === thing && mention.name === name,
    ),
  );
}

/** Whether completion in the empty hole offers what stood there. */
export function fills(document: Document, { range }: Hole, workspace: Workspace): boolean {
  const text = applyEdits(document.text, [{ range, newText: '' }]);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  return complete({ ...document, text }, range.start, context).some(
    ({ range, insertText }) =>
      applyEdits(text, [{ range, newText: plainText(insertText) }]).replaceAll(/['"]/g, '') ===
      document.text.replaceAll(/['"]/g, ''),
  );
}
