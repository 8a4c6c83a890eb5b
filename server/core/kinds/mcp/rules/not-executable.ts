import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { startTexts } from '../../shared/servers/serverTexts.ts';
import { notExecutable } from '../../shared/texts/executable.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** A program that is started directly must be executable. */
export const serverNotExecutable: Rule = {
  id: 'mcp/not-executable',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    if (!ownPlugin(document, workspace)) return;
    const texts = startTexts(serversOf(serverMap(root)));
    yield* notExecutable(
      { document, workspace },
      texts.filter(({ node }) => node.parent?.type === 'property'),
    );
  },
};
