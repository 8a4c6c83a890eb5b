import type { Rule } from '../../../model.ts';
import { knownNames } from '../../../policy/catalogue.ts';
import { child, propertiesOf, property, toValue } from '../../../syntax/node.ts';
import { appDomain, profileOf } from '../../../syntax/plist/plistPolicy.ts';

/** The keys belong in the payload, next to its `Payload…` fields. */
export const profileKeyOutsidePayload: Rule = {
  id: 'policy/profile-key-outside-payload',
  severity: 'error',
  source: ['desktop/mdm'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ parsed, root, edit }) {
    const profile = profileOf(parsed);
    if (!profile) return;
    const own = profile.payloads.filter(({ type }) => type === appDomain);
    const beside = propertiesOf(profile.outer).map((found) => ({ found, where: 'next to `PayloadContent`' }));
    const below = own
      .flatMap(({ node }) => propertiesOf(child(node, 'PayloadContent')))
      .map((found) => ({ found, where: 'in a separate `PayloadContent`' }));
    for (const { found, where } of [...beside, ...below]) {
      if (!knownNames.has(found.key)) continue;
      const value = toValue(found.valueNode);
      const canMove = root?.type === 'object' && own.length === 1 && value !== undefined && !property(root, found.key);
      yield {
        range: found.keyNode.range,
        message: `This key is ${where}, where it is ignored. Move it into the payload for \`${appDomain}\`, next to its \`PayloadType\`.`,
        ...(canMove && {
          fixes: [{ title: 'Move it into the payload', edits: [edit.remove(found), edit.add(root, found.key, value)] }],
        }),
      };
    }
  },
};
