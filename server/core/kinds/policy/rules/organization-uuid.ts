import type { Rule } from '../../../model.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, stringOf } from '../../../syntax/node.ts';

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** The validator accepts any string. */
export const organizationUuid: Rule = {
  id: 'policy/organization-uuid',
  severity: 'warning',
  source: ['desktop/configuration', 'app-validator'],
  certainty: 'documented',
  impact: 'works-differently',
  scope: 'document',
  *check({ root, edit }) {
    const node = child(root, 'deploymentOrganizationUuid');
    const text = stringOf(node);
    if (!node || !text || isPlaceholder(text) || text.replace(uuid, '') === '') return;
    const inside = uuid.exec(text)?.[0];
    yield {
      range: node.range,
      message: inside
        ? 'Remove everything around the UUID. The app does not report this: it uses the string as it is to identify your organization’s data.'
        : 'Not a valid UUID, such as `f47ac10b-58cc-4372-a567-0e02b2c3d479`. The app does not report this: it uses the string as it is to identify your organization’s data.',
      ...(inside && { fixes: [{ title: `Change to \`${inside}\``, edits: [edit.replace(node, inside)] }] }),
    };
  },
};
