import type { Fix } from '../../../base/text.ts';
import type { Editor, Rule } from '../../../model.ts';
import { flawsOf } from '../../../policy/entry/flaw.ts';
import { usersInUrlsSince } from '../../../policy/entry/urlFlaw.ts';
import { type Node, type PropertyNode, type ScalarNode, stringOf, walk } from '../../../syntax/node.ts';
import { entryProblems, managedKey } from '../entryRule.ts';

/** Such a configuration is rejected since 1.32352.0; the validator also rejects a user name without a password. */
export const credentialsInUrl: Rule = {
  id: 'policy/credentials-in-url',
  severity: 'error',
  source: ['desktop/configuration-changelog', 'app-validator'],
  certainty: 'documented',
  impact: 'secret-exposed',
  scope: 'document',
  *check(context) {
    const { root, edit } = context;
    const ofServers = new Set<Node | PropertyNode>(
      managedKey(context).entries.flatMap(({ flaws }) => usersInUrls(flaws).map(({ node }) => node)),
    );
    for (const node of walk(root)) {
      if (node.type !== 'string' || ofServers.has(node)) continue;
      const pattern = patternFor(node, node.parent?.parent === root);
      const found = pattern && problemAt(node, pattern, edit);
      if (found)
        yield {
          ...found,
          message: `The URL contains a user name or password, which the app rejects since ${usersInUrlsSince}. ${advice}`,
        };
    }
    yield* entryProblems(context, function* (_entry, { flaws }) {
      for (const flaw of usersInUrls(flaws)) {
        const found = flaw.node.type === 'string' && problemAt(flaw.node, withoutScheme, edit);
        if (found) yield { ...found, flaw, advice };
      }
    });
  },
};

const advice = 'Use a header, a helper script or sign-in.';

const usersInUrls = (flaws: Parameters<typeof flawsOf>[0]) =>
  flawsOf(flaws, 'url').filter(({ problem }) => problem === 'user');

const withoutScheme = /^(\s*(?:[a-z][\w+.-]*:\/\/|\/\/)?)([^/?#\s]*@)/i;

/** Returns the problem of user name and password in a URL, with a fix that removes them. */
function problemAt(node: ScalarNode, pattern: RegExp, edit: Editor) {
  const text = stringOf(node) ?? '';
  const [, before, credentials] = pattern.exec(text) ?? [];
  if (before === undefined || credentials === undefined) return undefined;
  // If the string contains escapes, offsets do not match: the whole string is marked then.
  const isExact = node.inner.end - node.inner.start === text.length;
  const start = node.inner.start + before.length;
  const rest = before + text.slice(before.length + credentials.length);
  const fix: Fix = { title: 'Remove them from the URL', edits: [edit.replace(node, rest)] };
  return {
    range: isExact ? { start, end: start + credentials.length } : node.range,
    fixes: [fix],
  };
}

/**
 * Returns the pattern that finds credentials in a string that is a URL according to its key; for a top-level key the scheme is
 * optional.
 */
function patternFor({ parent }: ScalarNode, isTopLevel: boolean): RegExp | undefined {
  const key = parent?.type === 'property' ? parent.key : '';
  // Rows of `allowedPluginMcpServers` are patterns, which are compared and never fetched.
  if (key === 'serverUrl' || !/url$|^otlpEndpoint$|^issuer$/i.test(key)) return undefined;
  return isTopLevel ? /^((?:https?:\/\/)?)([^/?#\s]*@)/i : /^(https?:\/\/)([^/?#\s]*@)/i;
}
