import { nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { isUnread } from '../place.ts';

/** Source: https://code.claude.com/docs/en/mcp (`.mcp.json` stands at the top of the project); that files in `.claude` are passed over is reported. */
export const notReadHere: Rule = {
  id: 'mcp/not-read-here',
  isAboutFile: true,
  severity: 'warning',
  scope: 'workspace',
  *check({ document: { uri }, target, workspace }) {
    if (!isUnread(uri, workspace)) return;
    const name = nameOf(uri);
    const to = `${parentOf(parentOf(uri))}/.mcp.json`;
    const move = {
      title: 'Move to the top of the project',
      edits: [],
      files: [{ kind: 'rename' as const, from: uri, to }],
    };
    yield {
      range: { start: 0, end: 0 },
      // Cowork reads no servers of projects anyway, and the name without its dot may be meant for another program.
      ...((name !== '.mcp.json' || !target.hosts.includes('claude-code')) && { severity: 'hint' }),
      message: `\`${name}\` in \`.claude\` is not read, so none of its servers is connected. For one project it is \`.mcp.json\` at the top; for all of yours it is \`claude mcp add --scope user\`.`,
      fixes: workspace.file(to) ? [] : [move],
    };
  },
};
