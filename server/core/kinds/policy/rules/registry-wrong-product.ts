import type { Rule } from '../../../model.ts';
import { distinctiveNames, knownNames } from '../../../policy/catalogue.ts';
import { policyHive, writtenSections } from '../../../syntax/registry/registryPath.ts';

/** Keys under which policies for the app are placed by mistake. */
const lookalike =
  /^(HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER)\\SOFTWARE\\(?:Policies\\)?(?:Anthropic\\)?(?:Claude(?:[ _-]?(?:Code|Desktop|Cowork))?|Anthropic)$/i;

/** Any other key of a program. Those of 32-bit programs, and those below the app’s key, have rules of their own. */
const otherProgram =
  /^(HKEY_LOCAL_MACHINE|HKEY_CURRENT_USER)\\SOFTWARE\\(?!WOW6432Node(?:\\|$))(?!Policies\\Claude\\)/i;
/** Names that only the app has show that a policy is meant, wherever it is. */
const distinctive = new Set(distinctiveNames);

export const registryWrongProduct: Rule = {
  id: 'policy/registry-wrong-product',
  severity: 'error',
  source: ['desktop/mdm'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ parsed }) {
    for (const { path, range, values } of writtenSections(parsed)) {
      const isLookalike = lookalike.test(path);
      const hive = otherProgram.exec(path)?.[1];
      const names = isLookalike ? knownNames : distinctive;
      const known = values.filter(({ name, type }) => names.has(name) && type !== 'DELETE');
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
