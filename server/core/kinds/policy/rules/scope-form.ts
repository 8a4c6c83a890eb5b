import type { Editor } from '../../../model.ts';
import { type EntryFlaw, flawsOf } from '../../../policy/entry/flaw.ts';
import { hasField, variantOf } from '../../../policy/entry/variant.ts';
import { child, type Node, type ObjectNode, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const scopeForm: EntryRule = {
  id: 'policy/scope-form',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'does-not-load',
  canReplaceSchema: true,
  tags: ['deprecated'],
  *check(entry, { edit, flaws }): Generator<EntryProblem> {
    const variant = variantOf(entry);
    const hasScope = variant !== undefined && hasField(variant, 'scope');
    const oauth = child(entry, 'oauth');
    for (const flaw of flawsOf(flaws, 'old-name', 'scope-as-list')) {
      if (flaw.field === 'authorityHost') continue;
      const isInner = flaw.field.startsWith('oauth.');
      const object = isInner ? oauth : entry;
      if (object?.type !== 'object') continue;
      yield* flaw.code === 'old-name' ? oldName(object, flaw, isInner || hasScope, edit) : asList(object, flaw, edit);
    }
  },
};

function* oldName(object: ObjectNode, flaw: EntryFlaw, hasScope: boolean, edit: Editor): Generator<EntryProblem> {
  const scopes = property(object, 'scopes');
  if (!scopes?.valueNode) return;
  const text = joined(scopes.valueNode);
  const canRename = text !== undefined && !property(object, 'scope') && hasScope;
  const edits = [
    edit.renameKey(scopes, 'scope'),
    ...(scopes.valueNode.type === 'string' ? [] : [edit.replace(scopes.valueNode, text)]),
  ];
  const title = 'Convert to one string in `scope`';
  yield {
    range: scopes.keyNode.range,
    flaw,
    advice: 'Its value must be one space-separated string.',
    ...(canRename && { fixes: [{ title, edits, inFixAll: true }] }),
  };
}

function* asList(object: ObjectNode, flaw: EntryFlaw, edit: Editor): Generator<EntryProblem> {
  const scope = child(object, 'scope');
  if (!scope) return;
  const text = joined(scope);
  yield {
    range: scope.range,
    flaw,
    ...(text !== undefined && {
      fixes: [{ title: 'Convert to one string', edits: [edit.replace(scope, text)], inFixAll: true }],
    }),
  };
}

/** Returns the strings of a list as one string; undefined if an item is not a string. */
function joined(node: Node): string | undefined {
  if (node.type !== 'array') return stringOf(node);
  const words = node.items.map(stringOf);
  return words.every((word) => word !== undefined) ? words.join(' ') : undefined;
}
