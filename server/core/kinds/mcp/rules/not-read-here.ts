import { nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { isUnread } from '../place.ts';

/** `.mcp.json` belongs in the root of the project. That files in `.claude` are ignored is reported by third parties. */
export const notReadHere: Rule = {
  id: 'mcp/not-read-here',
  isAboutFile: true,
  severity: 'warning',
  source: ['code/mcp', 'third-party'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'workspace',
  *check({ document: { uri }, workspace }) {
    if (!isUnread(uri, workspace)) return;
    const name = nameOf(uri);
    const to = `${parentOf(parentOf(uri))}/.mcp.json`;
    const move = {
      title: 'Move to the project root',
      edits: [],
      files: [{ kind: 'rename' as const, from: uri, to }],
    };
    yield {
      range: { start: 0, end: 0 },
      // A file without the leading dot may be for another program.
      ...(name !== '.mcp.json' && { severity: 'hint' }),
      message: `\`${name}\` in \`.claude\` is not read, so none of its servers is connected. For one project, use \`.mcp.json\` in the project root; for all your projects, use \`claude mcp add --scope user\`.`,
      fixes: workspace.file(to) ? [] : [move],
    };
  },
};
