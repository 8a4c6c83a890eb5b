import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { areElsewhere } from '../../shared/plugin/namedPaths.ts';
import { agentsOf } from '../agents.ts';

/** `agent` names one of the plugin's agents. Whether it may name others is not documented. */
export const unknownAgent: Rule = {
  id: 'pluginSettings/unknown-agent',
  severity: 'hint',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const plugin = workspace.pluginOf(document.uri);
    const agent = child(root, 'agent');
    if (!plugin || agent?.type !== 'string' || agent.value === '') return;
    if (areElsewhere(workspace, plugin.uri, 'agents')) return;
    const names = agentsOf(workspace, plugin).map(({ name }) => name);
    const written = String(agent.value);
    const bare = written.slice(written.lastIndexOf(':') + 1);
    if (names.includes(bare) || names.includes(written)) return;
    const near = nearest(bare, names);
    yield {
      range: agent.range,
      ...(near && { severity: 'warning' }),
      message: `This plugin has no agent \`${bare}\`.${near ? ` Did you mean \`${near}\`?` : ' Add it to `agents`, or correct the name.'}`,
      ...(near && {
        fixes: [
          {
            title: `Change to \`${near}\``,
            edits: [edit.replace(agent, written.slice(0, written.length - bare.length) + near)],
          },
        ],
      }),
    };
  },
};
