import { languageServerFlawOpening } from '../../../components/languageServerFlaws.ts';
import type { Editor, Rule } from '../../../model.ts';
import { type PropertyNode, property } from '../../../syntax/node.ts';
import { flawedServers } from '../servers.ts';

/** The validator rejects the same entry in `plugin.json` and lists no server for it in this file. */
export const extensionWithoutDot: Rule = {
  id: 'lsp/extension-without-dot',
  aliases: ['plugin/language-server-entry'],
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root, edit, consequence }) {
    for (const { name, flaw } of flawedServers(root, 'extension-without-dot', 'no-extension', 'no-language')) {
      const { node } = flaw;
      const outcome = consequence?.clause ?? `\`${name}\` is silently skipped`;
      yield {
        range: node.type === 'property' ? node.keyNode.range : node.range,
        message: `${languageServerFlawOpening(flaw)}, so ${outcome}. ${advice[flaw.code]}`,
        ...(consequence && { severity: consequence.severity, appliesTo: {} }),
        fixes: flaw.code === 'extension-without-dot' ? withDot(flaw.node, edit) : [],
      };
    }
  },
};

const advice = {
  'extension-without-dot': 'Write it with its dot.',
  'no-extension': 'Add one, such as `".go": "go"`.',
  'no-language': 'Name one, such as `go`.',
} as const;

function withDot(extension: PropertyNode, edit: Editor) {
  const meant = `.${extension.key.replace(/^\*\.?/, '')}`;
  if (meant === '.' || property(extension.parent, meant)) return [];
  return [{ title: `Change to \`${meant}\``, edits: [edit.renameKey(extension, meant)], inFixAll: true }];
}
