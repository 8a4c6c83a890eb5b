import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { handlersOf, runsInShell } from '../../shared/handlers.ts';
import { rootPaths } from '../../shared/rootPaths.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (put it in quotes); the validator of Claude Code warns. */
export const unquotedPluginRoot: Rule = {
  id: 'hooks/unquoted-plugin-root',
  severity: 'warning',
  scope: 'document',
  *check({ document, root, target }) {
    for (const { handler } of handlersOf(child(root, 'hooks'))) {
      const command = child(handler, 'command');
      if (command?.type !== 'string' || !runsInShell(handler) || stringOf(child(handler, 'shell')) === 'powershell')
        continue;
      const raw = document.text.slice(command.inner.start, command.inner.end);
      for (const { range, quoted } of rootPaths(raw, command.inner.start, 'shell')) {
        if (quoted) continue;
        const edits = [range.start, range.end].map((at) => ({ range: { start: at, end: at }, newText: '\\"' }));
        yield {
          range: { start: range.start, end: range.start + '${CLAUDE_PLUGIN_ROOT}'.length },
          ...(!target.hosts.includes('claude-code') && { severity: 'hint' }),
          message:
            'The shell splits this path where the plugin’s folder has a space in its name, and the hook fails. Put it in quotes.',
          fixes: [{ title: 'Put the path in quotes', edits, inFixAll: true }],
        };
      }
    }
  },
};
