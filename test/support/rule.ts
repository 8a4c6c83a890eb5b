import type { Severity } from '../../server/core/base/text.ts';
import type { RuleMetadata } from '../../server/core/ruleMetadata.ts';

/** The metadata of an invented rule. */
export const metadata: RuleMetadata = { source: ['plugboard'], certainty: 'documented', impact: 'no-effect' };

/** Whether the harm that a rule reports is certain: based on documentation, a validator or a standard, and more than style. */
export const isCertainHarm = ({ certainty, impact }: RuleMetadata): boolean =>
  ['documented', 'validator', 'standard'].includes(certainty) && impact !== 'style';

/** Whether a rule may have that severity. */
export const follows = (severity: Severity, rule: RuleMetadata): boolean => severity === 'hint' || isCertainHarm(rule);
