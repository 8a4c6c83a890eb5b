import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { commandTexts, handlersOf } from '../../shared/hooks/handlers.ts';
import { notExecutable } from '../../shared/texts/executable.ts';

/** A script that is started directly must be executable. */
export const hookNotExecutable: Rule = {
  id: 'hooks/not-executable',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const handlers = handlersOf(child(root, 'hooks'));
    const commands = commandTexts(handlers).filter(({ node }) => node.parent?.type === 'property');
    yield* notExecutable({ document, workspace }, commands);
  },
};
