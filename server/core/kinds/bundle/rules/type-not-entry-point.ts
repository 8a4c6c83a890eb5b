import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** Extensions that suggest a type. */
const endings: readonly (readonly [ending: RegExp, types: readonly string[]])[] = [
  [/\.(js|mjs|cjs)$/i, ['node']],
  [/\.py$/i, ['python', 'uv']],
];

/** The format's tool warns if the main file's extension does not match the type. */
export const typeNotEntryPoint: Rule = {
  id: 'bundle/type-not-entry-point',
  severity: 'warning',
  source: ['mcpb/manifest', 'mcpb-tool'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root, edit }) {
    const server = child(root, 'server');
    const type = child(server, 'type');
    const written = stringOf(type) ?? '';
    const file = stringOf(child(server, 'entry_point')) ?? '';
    const types = endings.find(([ending]) => ending.test(file))?.[1];
    const [first] = types ?? [];
    if (!type || !first || types?.includes(written) || !['node', 'python', 'binary', 'uv'].includes(written)) return;
    yield {
      range: type.range,
      message: `The main file \`${file}\` belongs to a server of type \`${first}\`, not \`${written}\`.`,
      fixes: [{ title: `Change to \`${first}\``, edits: [edit.replace(type, first)] }],
    };
  },
};
