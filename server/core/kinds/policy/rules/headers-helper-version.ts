import { atLeast } from '../../../base/version.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { property } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

const since = '1.21459.0';

/** Source: https://github.com/anthropics/claude-code/issues/72808 */
export const headersHelperVersion: EntryRule = {
  id: 'policy/headers-helper-version',
  severity: 'hint',
  *check(entry, { target }) {
    const helper = property(entry, 'headersHelper');
    if (!helper || variantOf(entry) !== 'remote' || atLeast(target.minimumVersion, since)) return;
    yield {
      range: helper.keyNode.range,
      message: `Before ${since} this script ran once or never, and your floor is ${target.minimumVersion}: older apps go on with an expired token.`,
    };
  },
};
