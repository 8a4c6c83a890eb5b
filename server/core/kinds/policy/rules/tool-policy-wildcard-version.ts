import { partialWildcardsSince as since } from '../../../policy/toolLines.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const toolPolicyWildcardVersion: EntryRule = {
  id: 'policy/tool-policy-wildcard-version',
  severity: 'warning',
  source: ['cowork/changelog'],
  certainty: 'documented',
  impact: 'restriction-lost',
  until: { version: since },
  *check(entry, { target }): Generator<EntryProblem> {
    const floor = target.minimumVersion;
    for (const { key, keyNode, valueNode } of propertiesOf(child(entry, 'toolPolicy'))) {
      const permission = stringOf(valueNode);
      if (!key.includes('*') || key === '*') continue;
      if (permission === 'allow') {
        yield {
          range: keyNode.range,
          severity: 'info',
          message: `A \`*\` inside a name works from ${since} on; your minimum is ${floor}. Older apps let the user decide about these tools; newer ones run them without a prompt.`,
        };
      } else if (permission === 'ask' || permission === 'blocked') {
        yield {
          range: keyNode.range,
          message: `A \`*\` inside a name needs ${since}, your minimum is ${floor}: older apps ignore this line and let the user decide. Name the tools, or write only \`*\`.`,
        };
      }
    }
  },
};
