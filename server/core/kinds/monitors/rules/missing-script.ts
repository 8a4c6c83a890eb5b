import type { Rule } from '../../../model.ts';
import { missingFiles } from '../../shared/texts/pathChecks.ts';
import { commandsOf } from '../monitors.ts';

/** `${CLAUDE_PLUGIN_ROOT}` is the folder of the installed plugin. */
export const missingScript: Rule = {
  id: 'monitors/missing-script',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    yield* missingFiles({ document, workspace }, commandsOf(root), 'the monitor fails when it starts');
  },
};
