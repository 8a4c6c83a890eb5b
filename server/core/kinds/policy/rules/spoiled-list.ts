import { contains, type Fix, type Problem } from '../../../base/text.ts';
import type { Editor, Rule } from '../../../model.ts';
import { readDisabledTools } from '../../../policy/disabledTools.ts';
import { allOrNothing } from '../../../policy/keyFlags.ts';
import { child, itemsOf, type Node, stringOf } from '../../../syntax/node.ts';

/** `policy/plugin-server-row` reports the rows of `deniedPluginMcpServers`, and the consequence. */
const lists = allOrNothing.filter((key) => key !== 'deniedPluginMcpServers');

const noneLeft = 'No entry of the list can be read, so the whole key is unreadable.';

/** The schema reports what is wrong with an entry; this rule adds the consequence. */
export const spoiledList: Rule = {
  id: 'policy/spoiled-list',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, schemaProblems }): Generator<Problem> {
    const items = lists.flatMap((key) => itemsOf(child(root, key)));
    const disabled = child(root, 'disabledBuiltinTools');
    const left = readDisabledTools(disabled).isUnreadable ? itemsOf(disabled) : [];
    if (items.length === 0 && left.length === 0) return;
    for (const { meant: _, ...problem } of schemaProblems()) {
      const isIn = ({ range }: Node) => contains(range, problem.range);
      if (left.some(isIn)) yield { ...problem, message: `${problem.message} ${noneLeft}` };
      const item = items.find(isIn);
      if (!item) continue;
      const wrong = /^`\w+` is missing\./.exec(problem.message)?.[0] ?? problem.message;
      const fix = fixFor(item, problem, edit);
      yield {
        ...problem,
        message: `${wrong} This entry makes the whole list unreadable.`,
        ...(fix && { fixes: [fix] }),
      };
    }
  },
};

/** Returns the fix to the intended mode or boolean of a folder, if it is clear. */
function fixFor(item: Node, { range }: Problem, edit: Editor): Fix | undefined {
  const isAt = (node: Node | undefined): node is Node => node !== undefined && node.range === range;
  const mode = child(item, 'mode');
  const isDefault = child(item, 'isDefaultSelected');
  const meant = isAt(mode) ? modeOf(stringOf(mode) ?? '') : undefined;
  if (mode && meant) return { title: `Change to \`${meant}\``, edits: [edit.replace(mode, meant)], inFixAll: true };
  const word = isAt(isDefault)
    ? /^\s*(true|false)\s*$/i.exec(stringOf(isDefault) ?? '')?.[1]?.toLowerCase()
    : undefined;
  if (!isDefault || !word) return undefined;
  return { title: `Change to ${word}`, edits: [edit.replace(isDefault, word === 'true')], inFixAll: true };
}

function modeOf(word: string): 'ro' | 'rw' | undefined {
  const folded = word.toLowerCase().replaceAll(/[\s_-]/g, '');
  if (['ro', 'read', 'readonly', 'r'].includes(folded)) return 'ro';
  return ['rw', 'readwrite', 'write', 'readandwrite'].includes(folded) ? 'rw' : undefined;
}
