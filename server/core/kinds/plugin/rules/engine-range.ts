import { manifestFlawOpening } from '../../../components/manifestFlawSentences.ts';
import { aboutFlaws } from '../../../components/manifestFlaws.ts';
import type { Rule } from '../../../model.ts';

/** The validator rejects a string that is not a version range. */
export const engineRange: Rule = {
  id: 'plugin/engine-range',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root }) {
    for (const flaw of aboutFlaws(root)) {
      if (flaw.code !== 'version-range') continue;
      yield {
        range: flaw.node.range,
        message: `${manifestFlawOpening(flaw)}, so the plugin fails to load. Write for example \`>=2.1.0\`.`,
      };
    }
  },
};
