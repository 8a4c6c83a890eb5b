import type { Rule } from '../../../model.ts';
import { modelsOf } from '../../../policy/providers.ts';
import { textAt } from '../../../policy/readValue.ts';
import { child } from '../../../syntax/node.ts';

const levels = ['low', 'medium', 'high', 'xhigh', 'max'];
const levelOf = (text: string | undefined): number => levels.indexOf(text?.trim().toLowerCase() ?? '');

/** The page about models and effort levels is known from third-party reports. The first model of the list is the default. */
export const effortAboveMaximum: Rule = {
  id: 'policy/effort-above-maximum',
  severity: 'hint',
  source: ['third-party', 'desktop/models'],
  certainty: 'third-party',
  impact: 'works-differently',
  scope: 'document',
  *check({ root, edit }) {
    const node = child(root, 'defaultModelEffort');
    const model = modelsOf(root)[0];
    const most = levelOf(textAt(model?.entry, 'maxEffort'));
    if (!node || !model || most < 0 || levelOf(textAt(root, 'defaultModelEffort')) <= most) return;
    yield {
      range: node.range,
      message: `The default model \`${model.name}\` is limited to \`${levels[most]}\` by its \`maxEffort\`, so it starts at that level.`,
      fixes: [{ title: `Change to \`${levels[most]}\``, edits: [edit.replace(node, levels[most])] }],
    };
  },
};
