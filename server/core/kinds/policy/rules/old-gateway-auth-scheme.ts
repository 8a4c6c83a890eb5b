import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import type { Fix } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { providerOf, textOf } from '../../../policy/providers.ts';
import { setAt, textAt } from '../../../policy/readValue.ts';

export const oldGatewayAuthScheme: Rule = {
  id: 'policy/old-gateway-auth-scheme',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'does-not-load',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, edit, target }) {
    const scheme = setAt(root, 'inferenceGatewayAuthScheme');
    const value = textOf(scheme);
    if (!scheme || !value || (value.text !== 'sso' && value.text !== 'auto')) return;
    // Other providers read no key of the gateway.
    if ((providerOf(root) ?? 'gateway') !== 'gateway') return;
    const isOver = isAfter(target.date, deprecationCutoff);
    const instead = value.text === 'sso' ? '`inferenceCredentialKind` `interactive`' : '`bearer`';
    const fixes: Fix[] =
      value.text === 'auto'
        ? [{ title: 'Change to `bearer`', edits: [edit.replace(value.node, 'bearer')] }]
        : setAt(root, 'inferenceCredentialKind') === undefined
          ? [
              {
                title: 'Change to `inferenceCredentialKind` `interactive`',
                edits: [edit.renameKey(scheme, 'inferenceCredentialKind'), edit.replace(value.node, 'interactive')],
                inFixAll: true,
              },
            ]
          : textAt(root, 'inferenceCredentialKind') === 'interactive'
            ? [{ title: 'Remove it; the kind is already `interactive`', edits: [edit.remove(scheme)], inFixAll: true }]
            : [];
    yield {
      range: value.node.range,
      message: `\`${value.text}\` is an old value that ${isOver ? 'has not been valid since 2026-10-07' : 'stops being valid on 2026-10-07'}. Write ${instead}.`,
      ...(!isOver && { severity: 'warning' }),
      fixes,
    };
  },
};
