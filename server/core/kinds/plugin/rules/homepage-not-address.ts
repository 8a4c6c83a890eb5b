import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { aboutFlaws } from '../../../components/manifestFlaws.ts';
import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** The validator rejects a home page that is not an absolute URL. */
export const homepageNotAddress: Rule = {
  id: 'plugin/homepage-not-address',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const flaw = [...aboutFlaws(root)].find(({ code }) => code === 'homepage');
    const node = child(root, 'homepage');
    const text = stringOf(node) ?? '';
    if (!flaw || !node) return;
    yield {
      range: node.range,
      message: `${manifestFlawOpening(flaw)}. With another string the plugin fails to load.`,
      ...(/^(\/\/)?[\w-]+(\.[\w-]+)+/.test(text) && {
        fixes: [
          {
            title: 'Add `https://`',
            edits: [edit.replace(node, `https://${text.replace(/^\/\//, '')}`)],
            inFixAll: true,
          },
        ],
      }),
    };
  },
};
