import { variantOf } from '../../../policy/entry/variant.ts';
import { property } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

const since = '1.21459.0';

export const headersHelperVersion: EntryRule = {
  id: 'policy/headers-helper-version',
  severity: 'hint',
  source: ['github/claude-code-72808'],
  certainty: 'third-party',
  impact: 'fails',
  until: { version: since },
  *check(entry, { target }) {
    const helper = property(entry, 'headersHelper');
    if (!helper || variantOf(entry) !== 'remote') return;
    yield {
      range: helper.keyNode.range,
      message: `Before ${since} this script ran once or never, and your minimum is ${target.minimumVersion}: older apps keep using an expired token.`,
    };
  },
};
