import type { Rule } from '../../../model.ts';
import { knownNames } from '../../../policy/catalogue.ts';
import { policyHive, writtenSections } from '../../../syntax/registry/registryPath.ts';

/** Keys under which policies for the app are placed by mistake. */
const lookalike =
  /^(HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER)\\SOFTWARE\\(?:Policies\\)?(?:Anthropic\\)?(?:Claude(?:[ _-]?(?:Code|Desktop|Cowork))?|Anthropic)$/i;

export const registryWrongProduct: Rule = {
  id: 'policy/registry-wrong-product',
  severity: 'error',
  source: ['desktop/mdm'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ parsed }) {
    for (const { path, range, values } of writtenSections(parsed)) {
      const hive = lookalike.exec(path)?.[1];
      const known = values.filter(({ name, type }) => knownNames.has(name) && type !== 'DELETE');
      // Another program may use one of these names, but hardly for most of its values.
      if (!hive || policyHive(path) || known.length * 2 <= values.length) continue;
      const own = `${hive}\\SOFTWARE\\Policies\\Claude`;
      const product = /Code$/i.test(path) ? ' It belongs to Claude Code.' : '';
      yield {
        range,
        message: `Claude Desktop does not read this key.${product} The app’s policy is below \`${own}\`.`,
        fixes: [{ title: 'Correct the key', edits: [{ range, newText: own }] }],
      };
    }
  },
};
