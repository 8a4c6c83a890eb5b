import type { Rule } from '../../../model.ts';
import { isThirdParty } from '../../../policy/thirdParty.ts';
import { propertiesOf } from '../../../syntax/node.ts';

/**
 * Documented keys of standard deployments, in which users sign in to claude.ai. Other such keys are known only from third
 * parties that read them in the app.
 */
const documented = ['forceLoginOrgUUID', 'secureVmFeaturesEnabled'];
const reported = ['loginSsoOrgDomain', 'disableMultiAccount'];

export const standardOnlyKey: Rule = {
  id: 'policy/standard-only-key',
  severity: 'info',
  source: ['desktop/configuration', 'support/extensions'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['unnecessary'],
  scope: 'document',
  *check({ root, edit }) {
    if (!isThirdParty(root)) return;
    for (const property of propertiesOf(root)) {
      const isDocumented = documented.includes(property.key);
      if (!isDocumented && !reported.includes(property.key)) continue;
      yield {
        range: property.keyNode.range,
        message: `\`${property.key}\` has no effect on third-party inference. It applies only where users sign in to claude.ai.`,
        ...(!isDocumented && { severity: 'hint' }),
        fixes: [{ title: 'Remove the key', edits: [edit.remove(property)] }],
      };
    }
  },
};
