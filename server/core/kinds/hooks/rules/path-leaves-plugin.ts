import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { commandTexts, handlersOf } from '../../shared/hooks/handlers.ts';
import { leavingPaths } from '../../shared/texts/pathChecks.ts';

/** An installed plugin cannot reach files outside of its folder. */
export const pathLeavesPlugin: Rule = {
  id: 'hooks/path-leaves-plugin',
  aliases: ['plugin/path-leaves-plugin'],
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    yield* leavingPaths(document, commandTexts(handlersOf(child(root, 'hooks'))));
  },
};
