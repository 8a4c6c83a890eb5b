import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';
import { isThirdParty } from '../../../policy/thirdParty.ts';

export const extensionKeyUnused: Rule = {
  id: 'policy/extension-key-unused',
  severity: 'info',
  source: ['desktop/configuration-changelog', 'support/extensions'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['unnecessary'],
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    if (!isThirdParty(root)) return;
    const signature = setAt(root, 'isDesktopExtensionSignatureRequired');
    // Where nothing is said of extensions the signature may stand as a precaution: the documented profiles do so.
    const areOff = booleanAt(root, 'isDesktopExtensionEnabled') === false;
    if (signature && areOff && booleanAt(root, 'isDesktopExtensionSignatureRequired') === true) {
      yield {
        range: signature.keyNode.range,
        message: `Extensions are off, so no signature is checked.`,
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
