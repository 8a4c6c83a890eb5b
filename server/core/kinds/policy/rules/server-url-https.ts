import { flawsOf } from '../../../policy/entry/flaw.ts';
import type { UrlProblem } from '../../../policy/entry/serverUrl.ts';
import { stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** User names in URLs are reported by `policy/credentials-in-url`, the device itself by `policy/loopback-in-bootstrap-response`. */
const toldElsewhere: readonly UrlProblem[] = ['user', 'loopback'];

/** The validator accepts http for the device itself. */
export const serverUrlHttps: EntryRule = {
  id: 'policy/server-url-https',
  severity: 'error',
  source: ['desktop/extensions', 'app-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  *check(_entry, { edit, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'url')) {
      const { node, field, problem } = flaw;
      if (field !== 'url' || toldElsewhere.includes(problem) || node.type === 'property') continue;
      const https = stringOf(node)?.replace(/http:/i, 'https:');
      yield {
        range: node.range,
        flaw,
        ...(problem === 'backslash' && { advice: 'Write `/`.' }),
        ...(problem === 'http' && {
          fixes: [{ title: 'Use https', edits: [edit.replace(node, https)], inFixAll: true }],
        }),
      };
    }
  },
};
