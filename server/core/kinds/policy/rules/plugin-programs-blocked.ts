import type { Rule } from '../../../model.ts';
import { setAt } from '../../../policy/readValue.ts';
import { itemsOf } from '../../../syntax/node.ts';
import { runningServers } from '../entryRule.ts';

/** While the key is set, no local server of a plugin is started. */
export const pluginProgramsBlocked: Rule = {
  id: 'policy/plugin-programs-blocked',
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'does-not-load',
  scope: 'workspace',
  *check(context) {
    const { root, document, workspace } = context;
    const allowed = setAt(root, 'allowedPluginMcpServers');
    // An empty list is deliberate: it allows none at all.
    if (!allowed || itemsOf(allowed.valueNode).length === 0) return;
    const managed = runningServers(context);
    const programs = workspace.facts('server').filter(({ uri, fact }) => {
      if (fact.data.layer !== 'plugin' || fact.data.transport !== 'stdio' || managed.has(fact.name)) return false;
      const plugin = workspace.pluginOf(uri);
      return plugin !== undefined && workspace.inSameDeployment(document.uri, plugin.uri);
    });
    if (programs.length === 0) return;
    const names = [...new Set(programs.map(({ fact }) => `\`${fact.name}\``))].join(', ');
    yield {
      range: allowed.keyNode.range,
      message: `While this key is set, the app does not start plugin programs, including ${names}. To keep a program, move it to \`managedMcpServers\`.`,
      related: programs.map((found) => workspace.related(found, 'The program that is not started')),
    };
  },
};
