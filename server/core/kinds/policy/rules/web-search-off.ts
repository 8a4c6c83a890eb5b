import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { readDisabledTools } from '../../../policy/disabledTools.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { child } from '../../../syntax/node.ts';
import { runningServers } from '../entryRule.ts';

/** The first app that has the built-in web search server. Source: the configuration changelog. */
const serverSince = '1.15962.0';

export const webSearchOff: Rule = {
  id: 'policy/web-search-off',
  severity: 'warning',
  source: ['desktop/web-tools'],
  certainty: 'documented',
  impact: 'works-differently',
  scope: 'document',
  *check(context) {
    const { root, target } = context;
    if (!atLeast(target.minimumVersion, serverSince)) return;
    const found = readDisabledTools(child(root, 'disabledBuiltinTools')).tools.find(({ name }) => name === 'WebSearch');
    if (!found) return;
    const server = [...runningServers(context)].find(([, entry]) => variantOf(entry) === 'websearch');
    if (!server) return;
    yield {
      range: found.node.range,
      message: `\`WebSearch\` on this list also blocks the tool of server \`${server[0]}\`, so Claude cannot search at all. Remove one of the two: the server takes the place of the provider’s search.`,
    };
  },
};
