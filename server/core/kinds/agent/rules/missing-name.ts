import type { Rule } from '../../../model.ts';
import { addKey, isReadable, lacks } from '../../markdown/front.ts';
import { agentFile } from '../place.ts';

/** `name` is required; without it, the validator uses the file's name. */
export const missingName: Rule = {
  id: 'agent/missing-name',
  severity: 'hint',
  source: ['code/sub-agents', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'style',
  scope: 'document',
  *check(context) {
    const { document, parsed, root } = context;
    if (!parsed.frontMatter || !isReadable(context) || root?.type !== 'object' || !lacks(root, 'name')) return;
    const name = agentFile(document);
    yield {
      range: { start: parsed.frontMatter.start, end: parsed.frontMatter.start },
      message: `The agent has no \`name\`, so its file name is used: \`${name}\`.`,
      fixes: [{ title: 'Add the name', edits: [addKey(context, 'name', name)], inFixAll: true }],
    };
  },
};
