import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { extensionSignature, extensionSwitch, extensionsLoaded } from '../../../policy/extensions.ts';
import { booleanAt, booleanFor, setAt } from '../../../policy/readValue.ts';
import { isThirdParty } from '../../../policy/thirdParty.ts';

export const extensionKeyUnused: Rule = {
  id: 'policy/extension-key-unused',
  severity: 'info',
  source: ['desktop/configuration-changelog', 'support/extensions'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['unnecessary'],
  scope: 'document',
  *check({ root, edit, target }): Generator<Problem> {
    if (!isThirdParty(root)) return;
    const signature = setAt(root, extensionSignature);
    const loaded = extensionsLoaded((key) => booleanFor(root, key, target.minimumVersion));
    // If the switch is not set, the signature may be a precaution: the documented profiles contain it.
    const areOff = loaded === 'none' && setAt(root, extensionSwitch) !== undefined;
    if (signature && areOff && booleanAt(root, extensionSignature) === true) {
      yield {
        range: signature.keyNode.range,
        message: `Extensions are off, so this has no effect: no signature is checked.`,
        fixes: [{ title: 'Remove the key', edits: [edit.remove(signature)] }],
      };
    }
    const directory = setAt(root, 'isDesktopExtensionDirectoryEnabled');
    if (!directory) return;
    yield {
      range: directory.keyNode.range,
      message: 'The extension directory does not exist on third-party inference, so this has no effect.',
      fixes: [{ title: 'Remove the key', edits: [edit.remove(directory)] }],
    };
  },
};
