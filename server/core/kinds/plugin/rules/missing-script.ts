import type { Rule } from '../../../model.ts';
import { commandTexts, handlersOf, inlineHooks } from '../../shared/hooks/handlers.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { startTexts } from '../../shared/servers/serverTexts.ts';
import { missingFiles } from '../../shared/texts/pathChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (`${CLAUDE_PLUGIN_ROOT}` is the folder of the installed plugin). */
export const missingScript: Rule = {
  id: 'plugin/missing-script',
  severity: 'warning',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const around = { document, workspace };
    yield* missingFiles(around, startTexts(inlineServers(root)), 'the server will not find it');
    yield* missingFiles(around, commandTexts(inlineHooks(root).flatMap(handlersOf)), 'the hook fails when it runs');
  },
};
