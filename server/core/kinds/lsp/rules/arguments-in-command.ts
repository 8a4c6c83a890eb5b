import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { lspServers } from '../servers.ts';

/** Source: the validator of Claude Code, which takes no blank in `command` unless it is a whole path: no shell reads it. */
export const argumentsInCommand: Rule = {
  id: 'lsp/arguments-in-command',
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit }) {
    for (const { name, entry } of lspServers(root)) {
      const command = child(entry, 'command');
      const text = stringOf(command)?.trim() ?? '';
      // A path may have a blank, and what a placeholder stands for is not known here.
      if (!command || !/\s/.test(text) || /^[/$]|^[A-Za-z]:[\\/]/.test(text)) continue;
      const [program = '', ...args] = text.split(/\s+/);
      const canSplit = !child(entry, 'args') && !/["'`\\]/.test(text);
      yield {
        range: command.range,
        ...(!target.hosts.includes('claude-code') && { severity: 'hint' }),
        message: `\`command\` is one program; no shell reads it. Put the arguments of \`${name}\` into \`args\`, or it is left out without a word.`,
        ...(canSplit && {
          fixes: [
            {
              title: 'Move the arguments to `args`',
              edits: [edit.replace(command, program), edit.add(entry, 'args', args)],
              inFixAll: true,
            },
          ],
        }),
      };
    }
  },
};
