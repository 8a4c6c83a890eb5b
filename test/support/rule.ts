import type { RuleMetadata } from '../../server/core/ruleMetadata.ts';

/** What an invented rule says of itself. */
export const metadata: RuleMetadata = { source: ['plugboard'], certainty: 'documented', impact: 'no-effect' };
