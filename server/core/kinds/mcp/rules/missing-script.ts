import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { startTexts } from '../../shared/servers/serverTexts.ts';
import { missingFiles } from '../../shared/texts/pathChecks.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** `${CLAUDE_PLUGIN_ROOT}` is the folder of the installed plugin. */
export const missingScript: Rule = {
  id: 'mcp/missing-script',
  aliases: ['plugin/missing-script'],
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    if (!ownPlugin(document, workspace)) return;
    const texts = startTexts(serversOf(serverMap(root)));
    yield* missingFiles({ document, workspace }, texts, 'the server cannot use it');
  },
};
