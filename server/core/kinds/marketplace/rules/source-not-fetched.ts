import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';
import { sourceKinds } from '../sourceSchema.ts';

/** From a repository, its folders are fetched; from a marketplace that is delivered by URL, archives of the same origin. */
export const sourceNotFetched: Rule = {
  id: 'marketplace/source-not-fetched',
  severity: 'info',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['desktop-3p'],
  scope: 'document',
  *check({ root }) {
    const entries = entriesOf(root);
    const archive = entries.find(({ source }) => kindOf(source) === 'archive');
    const elsewhere = entries.flatMap(({ source }) => {
      const kind = kindOf(source);
      return kind && kind !== 'archive' && sourceKinds.includes(kind) ? (child(source, 'source') ?? []) : [];
    });
    const [only] = elsewhere;
    const plugins = property(root, 'plugins')?.keyNode;
    if (only && plugins) {
      const isOne = elsewhere.length === 1;
      const which = isOne ? 'this plugin' : `${elsewhere.length} of these ${entries.length} plugins`;
      const them = isOne ? 'it. Copy its folder' : 'them, since their sources lie elsewhere. Copy their folders';
      yield {
        range: isOne ? only.range : plugins.range,
        message: `Cowork on third-party inference lists ${which} but never fetches ${them} into the marketplace and write \`"source": "./…"\`.`,
      };
    }
    const beside = child(archive?.source, 'source');
    if (beside && entries.some(({ source }) => source?.type === 'string'))
      yield {
        range: beside.range,
        message:
          'Cowork on third-party inference fetches archives only from a marketplace delivered by URL, and folders only from a repository. With both in one file, one of them is never fetched.',
      };
  },
};
