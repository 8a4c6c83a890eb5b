import { claudeCodeOnlyNames, knownBuiltinNames } from '../../../builtinTools.ts';
import type { Rule } from '../../../model.ts';
import { nearest } from '../../../suggest.ts';
import { child, itemsOf, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { Problem } from '../../../text.ts';

/** Source: the app's own validator: 22 names are known, case counts, and `disabledBuiltinTools` is not checked at load at all. */
export const unknownBuiltinTool: Rule = {
  id: 'policy/unknown-builtin-tool',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const item of itemsOf(child(root, 'disabledBuiltinTools'))) {
      const name = stringOf(item) ?? '';
      if (knownBuiltinNames.includes(name) || name === '') continue;
      const meant = nearest(name.replace(/\(.*$/s, ''), knownBuiltinNames);
      yield {
        range: item.range,
        message: `No built-in tool is called \`${name}\`, so this switches nothing off. The app does not check these names.${ask(meant)}${instead(name)}`,
        ...doubt(name, meant),
        ...(meant && {
          fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(item, meant)], inFixAll: true }],
        }),
      };
    }
    for (const property of propertiesOf(child(root, 'builtinToolPolicy'))) {
      const bare = property.key.replace(/\(.*$/s, '');
      if (knownBuiltinNames.includes(bare)) continue;
      const meant = nearest(bare, knownBuiltinNames);
      const fixes = meant && [
        {
          title: `Change to \`${meant}\``,
          edits: [edit.renameKey(property, meant + property.key.slice(bare.length))],
          inFixAll: true,
        },
      ];
      yield {
        range: property.keyNode.range,
        message: `No built-in tool is called \`${bare}\`, so this rule is dropped.${ask(meant)}`,
        ...doubt(bare, meant),
        ...(fixes && { fixes }),
      };
    }
  },
};

/** Where the tools of servers are blocked. */
const instead = (name: string): string =>
  name.startsWith('mcp__') ? ' A tool of a server is blocked in the `toolPolicy` of its server.' : '';

const ask = (meant: string | undefined): string => (meant ? ` Is \`${meant}\` meant?` : '');

/** Names of Claude Code's own reference, and names of newer apps, may work one day: only a near miss is surely a slip. */
const doubt = (name: string, meant: string | undefined): { severity?: 'hint' } =>
  claudeCodeOnlyNames.includes(name) || (!meant && !/[*(]|^mcp__/.test(name)) ? { severity: 'hint' } : {};
