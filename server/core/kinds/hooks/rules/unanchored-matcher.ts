import { claudeCodeOnlyNames, knownBuiltinNames } from '../../../builtinTools.ts';
import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { groupsOf } from '../../shared/handlers.ts';
import { hookEvents } from '../../shared/hookEvents.ts';
import { wordsIn } from '../../shared/mentions.ts';

const tools = [...new Set([...knownBuiltinNames, ...claudeCodeOnlyNames])];

/** Source: https://code.claude.com/docs/en/hooks (a pattern may match anywhere in a name: `Edit.*` matches `NotebookEdit` too). */
export const unanchoredMatcher: Rule = {
  id: 'hooks/unanchored-matcher',
  severity: 'info',
  scope: 'document',
  *check({ document, root }) {
    for (const { event, group } of groupsOf(child(root, 'hooks'))) {
      const matcher = child(group, 'matcher');
      const known = Object.hasOwn(hookEvents, event.key) ? hookEvents[event.key] : undefined;
      if (matcher?.type !== 'string' || !known?.tool) continue;
      const named = String(matcher.value).split('|');
      for (const { word, start } of wordsIn(document, matcher, /(?<=^|\|)[A-Za-z]+(?=\.\*(?:$|\|))/g)) {
        const more = tools.filter((name) => name.includes(word) && !name.startsWith(word) && !named.includes(name));
        if (more.length === 0) continue;
        const range = { start, end: start + word.length };
        yield {
          range,
          message: `A pattern may match anywhere in a name, so this one fires for \`${more[0]}\` too. Put \`^\` before it if only the beginning is meant.`,
          fixes: [{ title: `Change to \`^${word}\``, edits: [{ range, newText: `^${word}` }] }],
        };
      }
    }
  },
};
