import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { groupsOf, matcherNames } from '../../shared/handlers.ts';
import { hookEvents } from '../../shared/hookEvents.ts';

/** Source: https://code.claude.com/docs/en/hooks (`mcp__memory` alone is compared as an exact name and matches no tool). */
export const serverMatcher: Rule = {
  id: 'hooks/server-matcher',
  severity: 'warning',
  scope: 'document',
  *check({ document, root }) {
    for (const { event, group } of groupsOf(child(root, 'hooks'))) {
      const matcher = child(group, 'matcher');
      const known = Object.hasOwn(hookEvents, event.key) ? hookEvents[event.key] : undefined;
      if (matcher?.type !== 'string' || !known?.tool) continue;
      for (const name of matcherNames(group)) {
        if (!/^mcp__((?!__).)+$/.test(name)) continue;
        const at = document.text
          .slice(matcher.inner.start, matcher.inner.end)
          .search(new RegExp(`(?<![\\w-])${name}(?![\\w-])`));
        if (at < 0) continue;
        const range = { start: matcher.inner.start + at, end: matcher.inner.start + at + name.length };
        yield {
          range,
          message: `\`${name}\` is the name of a server, not of a tool, so it matches nothing. Write \`${name}__.*\` for all of its tools.`,
          fixes: [{ title: `Change to \`${name}__.*\``, edits: [{ range, newText: `${name}__.*` }] }],
        };
      }
    }
  },
};
