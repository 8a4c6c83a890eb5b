import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { matcherNames } from '../../shared/hooks/handlers.ts';
import { toolMatchers } from '../../shared/hooks/hookChecks.ts';
import { wordsIn } from '../../shared/references.ts';

/** Cowork's names for tools of Claude Code. */
const names: Readonly<Record<string, string>> = {
  Bash: 'mcp__workspace__bash',
  WebFetch: 'mcp__workspace__web_fetch',
};

/** The names are reported by third parties; that hooks do not match them is our reading. */
export const toolOfCowork: Rule = {
  id: 'hooks/tool-of-cowork',
  severity: 'hint',
  source: ['github/cowork-harness', 'our-reading'],
  certainty: 'third-party',
  impact: 'no-effect',
  hosts: ['desktop-3p'],
  scope: 'workspace',
  *check({ document, root, workspace }) {
    if (!workspace.pluginOf(document.uri)?.mount) return;
    for (const { group, matcher } of toolMatchers(child(root, 'hooks'))) {
      const named = matcherNames(group);
      for (const { word, start } of wordsIn(document, matcher, /(?<![\w-])(?:Bash|WebFetch)(?![\w-])/g)) {
        const other = names[word];
        if (!other || !named.includes(word) || named.includes(other)) continue;
        const range = { start, end: start + word.length };
        yield {
          range,
          message: `In Cowork \`${word}\` is reported to run under the name \`${other}\`, which this hook does not match. Name both.`,
          fixes: [{ title: `Add \`${other}\``, edits: [{ range, newText: `${word}|${other}` }] }],
        };
      }
    }
  },
};
