import type { Rule } from '../../../model.ts';
import { commandsOf } from '../monitors.ts';

/** Since Claude Code 2.1.207, options are not substituted in shell commands. */
export const userConfig: Rule = {
  id: 'monitors/user-config',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    for (const { node } of commandsOf(root)) {
      const raw = document.text.slice(node.inner.start, node.inner.end);
      for (const match of raw.matchAll(/\$\{user_config\.[^}]*(?:\}|$)/g)) {
        if (!match[0].endsWith('}')) continue;
        const start = node.inner.start + match.index;
        yield {
          range: { start, end: start + match[0].length },
          message:
            'This command is run by a shell, where user values are not allowed since Claude Code 2.1.207: the monitor does not run. Pass the value in another way, for example in a file that a script reads.',
        };
      }
    }
  },
};
