import type { Rule } from '../../../model.ts';
import type { Problem } from '../../../text.ts';
import { atLeast } from '../../../version.ts';
import { booleanAt, setAt } from '../read.ts';
import { isThirdParty } from '../thirdParty.ts';

/** From this release on extensions are off unless the policy switches them on. */
const offByDefault = '1.19367.0';

/** Sources: https://claude.com/docs/third-party/claude-desktop/configuration-changelog and, of the directory, https://support.claude.com/en/articles/12622667 */
export const extensionKeyUnused: Rule = {
  id: 'policy/extension-key-unused',
  severity: 'info',
  scope: 'document',
  *check({ root, edit, target }): Generator<Problem> {
    if (!isThirdParty(root)) return;
    const signature = setAt(root, 'isDesktopExtensionSignatureRequired');
    // What cannot be read, or is called by its old name, is another rule's matter.
    const extensions = setAt(root, 'isDesktopExtensionEnabled');
    const areOff = extensions
      ? booleanAt(root, 'isDesktopExtensionEnabled') === false
      : !setAt(root, 'isDxtEnabled') && atLeast(target.minimumVersion, offByDefault);
    if (signature && areOff && booleanAt(root, 'isDesktopExtensionSignatureRequired') === true) {
      yield {
        range: signature.keyNode.range,
        message: `There are no signatures to ask for: extensions are off${extensions ? '' : ' unless `isDesktopExtensionEnabled` is true'}.`,
        fixes: [{ title: 'Remove the key', edits: [edit.remove(signature)] }],
      };
    }
    const directory = setAt(root, 'isDesktopExtensionDirectoryEnabled');
    if (!directory) return;
    yield {
      range: directory.keyNode.range,
      message: 'There is no directory of extensions on third-party inference, so this has no effect.',
      fixes: [{ title: 'Remove the key', edits: [edit.remove(directory)] }],
    };
  },
};
