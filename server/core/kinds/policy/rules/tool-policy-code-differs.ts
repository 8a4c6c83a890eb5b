import { atLeast } from '../../../base/version.ts';
import { strictness, toolLines } from '../../../policy/toolLines.ts';
import { WildcardIndex } from '../../../policy/wildcardIndex.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Reports tools about which Cowork and Code decide differently. */
export const toolPolicyCodeDiffers: EntryRule = {
  id: 'policy/tool-policy-code-differs',
  severity: 'info',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'works-differently',
  *check(entry, { target }): Generator<EntryProblem> {
    const lines = toolLines(entry, target.minimumVersion);
    const exact = new WildcardIndex(
      lines.filter(({ isWild }) => !isWild),
      ({ key }) => key,
    );
    for (const wild of lines) {
      // From this release on, an exact name takes precedence over a blocked `*` in Code too.
      if (!wild.isWild || wild.permission === 'allow') continue;
      if (wild.key === '*' && wild.permission === 'blocked' && atLeast(target.minimumVersion, '1.24012.0')) continue;
      const named = exact.matching(wild.key).filter((line) => strictness(line) < strictness(wild));
      const [first, ...more] = named;
      if (!first) continue;
      const inCowork = first.permission === 'allow' ? 'runs without a prompt' : 'asks';
      const inCode = wild.permission === 'ask' ? 'asks' : 'is blocked';
      const rest = more.length === 0 ? '' : ` The same applies to ${more.length} more.`;
      yield {
        range: wild.property.keyNode.range,
        message: `In Cowork \`${first.key}\` ${inCowork} because its exact entry wins; in Code this stricter wildcard wins, so it ${inCode}.${rest}`,
      };
    }
  },
};
