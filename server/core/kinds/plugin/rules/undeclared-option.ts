import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';
import { optionUses } from '../../shared/plugin/optionChecks.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (`userConfig`); for `.mcp.json` the validator of Claude Code says the same. */
export const undeclaredOption: Rule = {
  id: 'plugin/undeclared-option',
  severity: 'warning',
  scope: 'document',
  *check({ document, root, target }) {
    const declared = child(root, 'userConfig');
    for (const { node } of serverTexts(inlineServers(root))) {
      for (const { name, range } of optionUses(document, node)) {
        if (property(declared, name)) continue;
        yield {
          range,
          ...(!target.hosts.includes('claude-code') && { severity: 'hint' }),
          message: `There is no \`${name}\` in \`userConfig\`, so nobody is asked for it and it is not filled in. Declare it.`,
        };
      }
    }
  },
};
