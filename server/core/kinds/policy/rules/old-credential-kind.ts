import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { providerOf, textOf } from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';

export const oldCredentialKind: Rule = {
  id: 'policy/old-credential-kind',
  severity: 'warning',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'works-differently',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, edit, target }) {
    const value = textOf(setAt(root, 'inferenceCredentialKind'));
    if (!value) return;
    const isOver = isAfter(target.date, deprecationCutoff);
    if (value.text === 'oauth') {
      yield {
        range: value.node.range,
        message: `\`oauth\` is now named \`interactive\`. The old name ${isOver ? 'has not been read since 2026-10-07, so there is no credential' : 'is read until 2026-10-07'}.`,
        ...(isOver && { severity: 'error' }),
        fixes: [{ title: 'Change to `interactive`', edits: [edit.replace(value.node, 'interactive')], inFixAll: true }],
      };
      return;
    }
    const isVertex = (providerOf(root) ?? 'vertex') === 'vertex';
    if (value.text !== 'interactive' || !isVertex || !setAt(root, 'inferenceVertexWorkforceAudience')) return;
    const isKnown = atLeast(target.minimumVersion, '1.15200.0');
    yield {
      range: value.node.range,
      message: `With \`inferenceVertexWorkforceAudience\`, this ${isOver ? 'was read as `workforce` until 2026-10-07. Now it means sign-in with Google' : 'is read as `workforce` until 2026-10-07. After that it means sign-in with Google'}. Change it to \`workforce\`${isKnown ? '' : `, once no app is older than 1.15200.0 (your minimum is ${target.minimumVersion})`}.`,
      ...(isKnown && {
        fixes: [{ title: 'Change to `workforce`', edits: [edit.replace(value.node, 'workforce')], inFixAll: !isOver }],
      }),
    };
  },
};
