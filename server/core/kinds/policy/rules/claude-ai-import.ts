import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { urlProblem } from '../../../policy/entry/serverUrl.ts';
import { listed } from '../../../policy/providers.ts';
import { booleanAt, isPlaceholder, setAt } from '../../../policy/readValue.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';

const endpoint = ['url', 'oauthIssuer', 'oauthClientId'];

export const claudeAiImport: Rule = {
  id: 'policy/claude-ai-import',
  severity: 'error',
  source: ['app-validator', 'desktop/configuration'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    const found = property(root, 'claudeAiImport');
    const object = found?.valueNode;
    if (object?.type !== 'object') return;
    const missing = endpoint.filter((field) => !setAt(object, field));
    if (missing.length > 0 && missing.length < endpoint.length) {
      yield {
        range: found?.keyNode.range ?? object.range,
        message: `A custom endpoint requires ${listed(endpoint)}, or none of these: ${listed(missing)} ${missing.length > 1 ? 'are' : 'is'} missing, and the app rejects the value.`,
      };
    }
    for (const field of ['url', 'oauthIssuer']) {
      const node = child(object, field);
      const text = stringOf(node) ?? '';
      const problem = urlProblem(text, { http: true, loopback: true });
      // Users in URLs are reported by `policy/credentials-in-url`.
      if (!node || isPlaceholder(text) || (problem !== 'http' && problem !== 'scheme')) continue;
      yield {
        range: node.range,
        message: `\`${field}\` must use https; http is accepted for localhost only.`,
        ...(problem === 'http' && {
          fixes: [
            { title: 'Change to https', edits: [edit.replace(node, text.replace(/http/i, 'https'))], inFixAll: true },
          ],
        }),
      };
    }
    // A string is not accepted as a boolean here, which the schema reports.
    const isOn = (field: string): boolean => booleanAt(object, field) === true;
    const unused = property(object, 'exportEnabled');
    if (unused && isOn('exportEnabled') && !isOn('enabled')) {
      yield {
        range: unused.keyNode.range,
        severity: 'info',
        message: '`exportEnabled` has no effect unless `enabled` is also true.',
      };
    }
    const automatic = property(object, 'automatic3pImport');
    if (automatic && isOn('automatic3pImport') && !setAt(root, 'deploymentOrganizationUuid')) {
      yield {
        range: automatic.keyNode.range,
        severity: 'info',
        message:
          '`automatic3pImport` copies sessions to the organization’s store, so it requires `deploymentOrganizationUuid`.',
      };
    }
  },
};
