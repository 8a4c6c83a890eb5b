import type { Editor } from '../../../model.ts';
import { child, type Node, type ObjectNode, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';
import { fieldsOfVariant, nameOfServer, variantOf } from '../managed.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration-changelog */
export const scopeForm: EntryRule = {
  id: 'policy/scope-form',
  severity: 'error',
  *check(entry, { edit }) {
    const variant = variantOf(entry);
    const hasScope = variant !== undefined && fieldsOfVariant[variant].some((name) => name === 'scope');
    if (hasScope) yield* formsOf(entry, edit);
    else yield* spare(entry, edit);
    const oauth = child(entry, 'oauth');
    if (oauth?.type === 'object') yield* formsOf(oauth, edit);
  },
};

/** Where an entry has no scope of its own the app passes over the field, and keeps the entry. */
function* spare(entry: ObjectNode, edit: Editor): Generator<EntryProblem> {
  const scopes = property(entry, 'scopes');
  const variant = variantOf(entry);
  if (!scopes || (variant !== 'remote' && variant !== 'stdio')) return;
  const where = variant === 'remote' ? ' What a sign-in asks for stands in `oauth`, as `scope`.' : '';
  yield {
    range: scopes.keyNode.range,
    severity: 'warning',
    message: `${nameOfServer(entry)} has no \`scopes\`: it is ignored.${where}`,
    fixes: [{ title: 'Remove `scopes`', edits: [edit.remove(scopes)] }],
  };
}

function* formsOf(object: ObjectNode, edit: Editor): Generator<EntryProblem> {
  const scopes = property(object, 'scopes');
  const scope = property(object, 'scope');
  if (scopes?.valueNode) {
    const text = joined(scopes.valueNode);
    const rename = text !== undefined && !scope;
    const edits = [
      edit.renameKey(scopes, 'scope'),
      ...(scopes.valueNode.type === 'string' ? [] : [edit.replace(scopes.valueNode, text)]),
    ];
    const title = 'Write as one text in `scope`';
    yield {
      range: scopes.keyNode.range,
      message: '`scopes` is the old form: `scope` is one text, its words parted by blanks.',
      fate: 'old-form',
      ...(rename && { fixes: [{ title, edits, inFixAll: true }] }),
    };
  }
  if (scope?.valueNode?.type === 'array') {
    const text = joined(scope.valueNode);
    yield {
      range: scope.valueNode.range,
      message: '`scope` is one text, its words parted by blanks; a list is the old form.',
      fate: 'old-form',
      ...(text !== undefined && {
        fixes: [{ title: 'Write as one text', edits: [edit.replace(scope.valueNode, text)], inFixAll: true }],
      }),
    };
  }
}

/** The words of a list as one text; undefined when one of them is no text. */
function joined(node: Node): string | undefined {
  if (node.type !== 'array') return stringOf(node);
  const words = node.items.map(stringOf);
  return words.every((word) => word !== undefined) ? words.join(' ') : undefined;
}
