import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { commandTexts, handlersOf } from '../../shared/hooks/handlers.ts';
import { missingFiles } from '../../shared/texts/pathChecks.ts';

/** `${CLAUDE_PLUGIN_ROOT}` is the folder of the installed plugin. */
export const missingScript: Rule = {
  id: 'hooks/missing-script',
  aliases: ['plugin/missing-script'],
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const texts = commandTexts(handlersOf(child(root, 'hooks')));
    yield* missingFiles({ document, workspace }, texts, 'the hook fails when it runs');
  },
};
