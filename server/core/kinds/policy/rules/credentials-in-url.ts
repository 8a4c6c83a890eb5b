import type { Rule } from '../../../model.ts';
import { stringOf, walk } from '../../../syntax/node.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration-changelog: such a configuration is refused since 1.32352.0. */
export const credentialsInUrl: Rule = {
  id: 'policy/credentials-in-url',
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    for (const node of walk(root)) {
      const key = node.parent?.type === 'property' ? node.parent.key : '';
      const text = stringOf(node);
      if (!text || node.type !== 'string' || !/url$/i.test(key) || key === 'serverUrl') continue;
      const found = /^(https?:\/\/)([^/?#@\s]*@)/i.exec(text);
      // Escapes would move the characters: then the whole text is marked.
      const exact = found && node.inner.end - node.inner.start === text.length;
      if (!found) continue;
      const start = node.inner.start + (found[1]?.length ?? 0);
      yield {
        range: exact ? { start, end: start + (found[2]?.length ?? 0) } : node.range,
        message:
          'An address holds no user and password: the app refuses it since 1.32352.0. Use a header, a helper script or sign-in.',
      };
    }
  },
};
