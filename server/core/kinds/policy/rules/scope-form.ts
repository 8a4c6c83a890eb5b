import type { Editor } from '../../../model.ts';
import { fieldsOfVariant, variantOf } from '../../../policy/managedServers.ts';
import { child, type Node, type ObjectNode, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration-changelog */
export const scopeForm: EntryRule = {
  id: 'policy/scope-form',
  severity: 'error',
  *check(entry, { edit }) {
    const variant = variantOf(entry);
    const hasScope = variant !== undefined && fieldsOfVariant[variant].some((name) => name === 'scope');
    yield* formsOf(entry, hasScope, edit);
    const oauth = child(entry, 'oauth');
    if (oauth?.type === 'object') yield* formsOf(oauth, true, edit);
  },
};

function* formsOf(object: ObjectNode, hasScope: boolean, edit: Editor): Generator<EntryProblem> {
  const scopes = property(object, 'scopes');
  const scope = property(object, 'scope');
  if (scopes?.valueNode) {
    const text = joined(scopes.valueNode);
    const rename = text !== undefined && !scope && hasScope;
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
  if (scope?.valueNode?.type === 'array' && hasScope) {
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
