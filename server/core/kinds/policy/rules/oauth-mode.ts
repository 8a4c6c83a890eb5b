import { variantOf } from '../../../policy/managedServers.ts';
import { child, propertiesOf, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** Source: the app's own validator. */
export const oauthMode: EntryRule = {
  id: 'policy/oauth-mode',
  severity: 'error',
  *check(entry, { edit }) {
    const oauth = child(entry, 'oauth');
    const mode = property(oauth, 'mode');
    const value = mode?.valueNode;
    const word = stringOf(value);
    if (!mode || !value || variantOf(entry) !== 'remote') return;
    if (word === 'hosted' && !child(oauth, 'authorizationServer')) {
      yield {
        range: value.range,
        message: 'The mode `hosted` needs an `authorizationServer`.',
        fate: 'dropped',
      };
    }
    if (word !== 'dcr') return;
    const other = propertiesOf(oauth).find(({ key }) => key !== 'mode' && key !== 'scopes');
    if (!other) return;
    yield {
      range: other.keyNode.range,
      message: `The mode \`dcr\` registers a client by itself: \`${other.key}\` may not stand beside it.`,
      fate: 'dropped',
      fixes: [
        { title: 'Remove `mode`', edits: [edit.remove(mode)] },
        { title: `Remove \`${other.key}\``, edits: [edit.remove(other)] },
      ],
    };
  },
};
