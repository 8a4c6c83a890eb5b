import { isFlaw, readExpectations } from '../../../expectations/expectation.ts';
import type { Rule } from '../../../model.ts';

export const claim: Rule = {
  id: 'expectations/claim',
  severity: 'error',
  source: ['plugboard'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root }) {
    for (const read of readExpectations(root)) if (isFlaw(read)) yield read;
  },
};
