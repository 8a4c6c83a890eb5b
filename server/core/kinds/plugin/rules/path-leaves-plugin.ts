import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { pathFlaws } from '../../../components/manifestFlaws.ts';
import type { Rule } from '../../../model.ts';

/** Paths are relative, without `..`; an installed plugin cannot reach files outside of its folder. */
export const pathLeavesPlugin: Rule = {
  id: 'plugin/path-leaves-plugin',
  severity: 'error',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root }) {
    for (const flaw of pathFlaws(root)) {
      if (flaw.problem !== 'leaves') continue;
      yield { range: flaw.node.range, message: `${manifestFlawOpening(flaw)}, so the plugin fails to load. ${advice}` };
    }
  },
};

const advice = 'Move what it names into the plugin and write `./…`.';
