import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';

const longestCommand = 500;
const longestSeconds = 600;

/** The limits of a source of type `command`, as the validator checks them. */
export const commandSource: Rule = {
  id: 'marketplace/command-source',
  severity: 'error',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'warning',
  scope: 'document',
  *check({ root }) {
    for (const { source } of entriesOf(root)) {
      if (kindOf(source) !== 'command') continue;
      const command = child(source, 'command');
      const problem = problemOf(stringOf(command));
      if (command && problem) {
        yield { range: command.range, message: `The command ${problem}. Claude Code refuses the plugin.` };
      }
      const timeout = child(source, 'timeout');
      if (timeout?.type === 'number' && Number(timeout.value) > longestSeconds) {
        yield {
          range: timeout.range,
          message: `\`timeout\` must be at most ${longestSeconds} seconds. Claude Code refuses the plugin.`,
        };
      }
    }
  },
};

function problemOf(command: string | undefined): string | undefined {
  if (command === undefined) return undefined;
  if (command === '') return 'is empty';
  if (command.length > longestCommand) return `has ${command.length} characters; at most ${longestCommand} are allowed`;
  if (/[\r\n]/.test(command)) return 'contains a line break';
  return /[^ -~\t]/.test(command) ? 'contains characters that are not ASCII' : undefined;
}
