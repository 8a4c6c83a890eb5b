import type { Problem } from '../../../base/text.ts';
import { wrappedFlaws } from '../../../components/manifestFlaws.ts';
import type { Editor, Rule } from '../../../model.ts';
import { child, type Node, type PropertyNode, property, toValue } from '../../../syntax/node.ts';

/** Inline, they are the map itself. */
export const wrappedInline: Rule = {
  id: 'plugin/wrapped-inline',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const { key, node } of wrappedFlaws(root)) yield* nested(root, key, node, edit);
    // Inside `hooks` it is read as an unknown event, and the plugin loads.
    const hooks = property(child(root, 'hooks'), 'hooks');
    if (hooks?.valueNode?.type === 'object')
      for (const problem of nested(root, 'hooks', hooks, edit)) yield { ...problem, severity: 'warning' };
  },
};

function* nested(root: Node | undefined, key: string, inner: Node | PropertyNode, edit: Editor): Generator<Problem> {
  const value = child(root, key);
  if (!value || inner.type !== 'property') return;
  yield {
    range: inner.keyNode.range,
    message: `\`${key}\` is nested twice. In a manifest use only the outer one; with the inner one none of it is read.`,
    fixes: [
      {
        title: `Remove the inner \`${key}\``,
        edits: [edit.replace(value, toValue(inner.valueNode))],
        inFixAll: true,
      },
    ],
  };
}
