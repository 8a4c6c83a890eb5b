import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** Claude Code substitutes it. */
export const pluginData: Rule = {
  id: 'mcp/plugin-data',
  severity: 'hint',
  source: ['third-party', 'code/plugins-reference'],
  certainty: 'third-party',
  impact: 'works-differently',
  hosts: ['desktop-3p'],
  scope: 'workspace',
  *check({ document, root, workspace }) {
    if (!ownPlugin(document, workspace)) return;
    const programs = serversOf(serverMap(root)).filter(({ entry }) => child(entry, 'command'));
    for (const { node } of serverTexts(programs)) {
      const raw = document.text.slice(node.inner.start, node.inner.end);
      for (const { 0: written, index } of raw.matchAll(/\$\{CLAUDE_PLUGIN_DATA\}/g)) {
        const start = node.inner.start + index;
        yield {
          range: { start, end: start + written.length },
          message: `Cowork is reported not to substitute \`${written}\`: the program receives the placeholder itself. Let the program choose its own folder.`,
        };
      }
    }
  },
};
