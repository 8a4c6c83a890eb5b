import type { Rule } from '../../../model.ts';
import { child, propertiesOf, property } from '../../../syntax/node.ts';
import { lspServers } from '../servers.ts';

/** Source: the validator of Claude Code, which refuses the same entry in `plugin.json` and lists no server for it in this file. */
export const extensionWithoutDot: Rule = {
  id: 'lsp/extension-without-dot',
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit }) {
    const severity = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const { name, entry } of lspServers(root)) {
      const map = child(entry, 'extensionToLanguage');
      for (const extension of propertiesOf(map)) {
        if (extension.key.startsWith('.')) continue;
        const meant = `.${extension.key.replace(/^\*\.?/, '')}`;
        const isFree = meant !== '.' && !property(map, meant);
        yield {
          range: extension.keyNode.range,
          ...severity,
          message: `An ending begins with a dot: \`${meant}\`. As it is, \`${name}\` is left out without a word.`,
          ...(isFree && {
            fixes: [{ title: `Change to \`${meant}\``, edits: [edit.renameKey(extension, meant)], inFixAll: true }],
          }),
        };
      }
      if (map?.type === 'object' && map.properties.length === 0) {
        yield {
          range: map.range,
          ...severity,
          message: `No ending of files is named, so \`${name}\` is left out without a word. Add one, such as \`".go": "go"\`.`,
        };
      }
    }
  },
};
