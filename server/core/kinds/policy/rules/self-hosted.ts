import type { Rule } from '../../../model.ts';
import { setAt } from '../../../policy/readValue.ts';

/** Other keys of a self-hosted server only say how to reach it; the app’s validator names these two. */
const keys = ['selfHostedUrl', 'selfHostedToken'];

export const selfHosted: Rule = {
  id: 'policy/self-hosted',
  severity: 'warning',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root }) {
    for (const key of keys) {
      const found = setAt(root, key);
      if (!found) continue;
      yield {
        range: found.keyNode.range,
        message: `With \`${key}\` the app does not use the provider named here, and stops applying settings of the device, \`disabledBuiltinTools\` and \`coworkEgressAllowedHosts\` among them. No limit in this file is certain to hold.`,
      };
    }
  },
};
