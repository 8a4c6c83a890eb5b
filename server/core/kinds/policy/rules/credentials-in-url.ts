import type { Rule } from '../../../model.ts';
import { type ScalarNode, stringOf, walk } from '../../../syntax/node.ts';

/** Sources: https://claude.com/docs/third-party/claude-desktop/configuration-changelog: such a configuration is refused since 1.32352.0; the app's own validator: also where only a user stands. */
export const credentialsInUrl: Rule = {
  id: 'policy/credentials-in-url',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    for (const node of walk(root)) {
      const text = stringOf(node);
      if (!text || node.type !== 'string') continue;
      const found = addressIn(node, node.parent?.parent === root)?.exec(text);
      if (!found) continue;
      const [, before = '', credentials = ''] = found;
      // Escapes would move the characters: then the whole text is marked.
      const isExact = node.inner.end - node.inner.start === text.length;
      const start = node.inner.start + before.length;
      yield {
        range: isExact ? { start, end: start + credentials.length } : node.range,
        message:
          'An address holds no user and password: the app refuses it since 1.32352.0. Use a header, a helper script or sign-in.',
        fixes: [
          {
            title: 'Remove them from the address',
            edits: [edit.replace(node, before + text.slice(before.length + credentials.length))],
          },
        ],
      };
    }
  },
};

/** What finds the credentials in a text that is an address by its key; a key of the policy itself may lack its scheme. */
function addressIn({ parent }: ScalarNode, isTopLevel: boolean): RegExp | undefined {
  const key = parent?.type === 'property' ? parent.key : '';
  // Rows of `allowedPluginMcpServers` are patterns, compared and never fetched.
  if (key === 'serverUrl' || !/url$|^otlpEndpoint$|^issuer$/i.test(key)) return undefined;
  return isTopLevel ? /^((?:https?:\/\/)?)([^/?#@\s]*@)/i : /^(https?:\/\/)([^/?#@\s]*@)/i;
}
