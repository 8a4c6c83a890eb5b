import { languageServerFlawOpening } from '../../../components/languageServerFlaws.ts';
import type { Editor, Rule } from '../../../model.ts';
import { child, type Node, type ObjectNode, stringOf } from '../../../syntax/node.ts';
import { flawedServers } from '../servers.ts';

/** The validator rejects a space in `command`, except in an absolute path: no shell runs it. */
export const argumentsInCommand: Rule = {
  id: 'lsp/arguments-in-command',
  aliases: ['plugin/language-server-entry'],
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root, edit, consequence }) {
    for (const { name, entry, flaw } of flawedServers(root, 'arguments-in-command')) {
      const outcome = consequence?.clause ?? `\`${name}\` is silently skipped`;
      yield {
        range: flaw.node.range,
        message: `${languageServerFlawOpening(flaw)}, so ${outcome}. It is not run by a shell: move the arguments to \`args\`.`,
        ...(consequence && { severity: consequence.severity, appliesTo: {} }),
        fixes: splitting(entry, flaw.node, edit),
      };
    }
  },
};

/** Moves the arguments to `args`, if it is clear where each one ends. */
function splitting(entry: ObjectNode, command: Node, edit: Editor) {
  const text = stringOf(command)?.trim() ?? '';
  if (child(entry, 'args') || /["'`\\]/.test(text)) return [];
  const [program = '', ...args] = text.split(/\s+/);
  const edits = [edit.replace(command, program), edit.add(entry, 'args', args)];
  return [{ title: 'Move the arguments to `args`', edits, inFixAll: true }];
}
