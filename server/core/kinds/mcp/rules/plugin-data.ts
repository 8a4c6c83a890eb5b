import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** Source: third-party notes on Cowork. Claude Code fills it in: https://code.claude.com/docs/en/plugins-reference */
export const pluginData: Rule = {
  id: 'mcp/plugin-data',
  severity: 'hint',
  scope: 'workspace',
  *check({ document, root, target, workspace }) {
    if (!target.hosts.includes('desktop-3p') || !ownPlugin(document, workspace)) return;
    const programs = serversOf(serverMap(root)).filter(({ entry }) => child(entry, 'command'));
    for (const { node } of serverTexts(programs)) {
      const raw = document.text.slice(node.inner.start, node.inner.end);
      for (const { 0: written, index } of raw.matchAll(/\$\{CLAUDE_PLUGIN_DATA\}/g)) {
        const start = node.inner.start + index;
        yield {
          range: { start, end: start + written.length },
          message: `Cowork is reported not to fill in \`${written}\`: the program gets these letters. Let it choose its folder itself.`,
        };
      }
    }
  },
};
