import type { Rule } from '../../../model.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';
import { commandsOf } from '../monitors.ts';

export const misspelledPluginRoot: Rule = {
  id: 'monitors/misspelled-plugin-root',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, commandsOf(root));
  },
};
