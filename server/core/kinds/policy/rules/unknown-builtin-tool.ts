import { nearest } from '../../../base/suggest.ts';
import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { isNoneLeft, readBuiltinRule } from '../../../policy/builtinRuleForm.ts';
import { claudeCodeOnlyNames, knownBuiltinNames } from '../../../policy/builtinTools.ts';
import { readDisabledTools } from '../../../policy/disabledTools.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';

/** 22 names are known, case-sensitive. `disabledBuiltinTools` is not checked at load at all. */
export const unknownBuiltinTool: Rule = {
  id: 'policy/unknown-builtin-tool',
  severity: 'warning',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const { name, node, is } of readDisabledTools(child(root, 'disabledBuiltinTools')).tools) {
      if (is === 'tool' || is === 'empty') continue;
      const meant = nearest(name.replace(/\(.*$/s, ''), knownBuiltinNames);
      yield {
        range: node.range,
        message: `No built-in tool is named \`${name}\`, so this entry has no effect. The app does not check these names.${instead(name, meant)}`,
        ...doubt(name, meant),
        ...(meant && {
          fixes: [
            { title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)], inFixAll: !name.includes('(') },
          ],
        }),
      };
    }
    const rules = propertiesOf(child(root, 'builtinToolPolicy'));
    const lost = isNoneLeft(rules) ? ' No valid rule remains, so the whole key is unreadable.' : '';
    for (const property of rules) {
      const read = readBuiltinRule(property.key);
      if (read.is !== 'unknown') continue;
      const bare = read.name;
      const meant = nearest(bare, knownBuiltinNames);
      const fixes = meant && [
        {
          title: `Change to \`${meant}\``,
          edits: [edit.renameKey(property, meant + property.key.slice(bare.length).trimStart())],
          inFixAll: true,
        },
      ];
      yield {
        range: property.keyNode.range,
        message: `No built-in tool is named \`${bare}\`, so this rule is dropped.${lost}${ask(meant)}`,
        ...doubt(bare, meant),
        ...(fixes && { fixes }),
      };
    }
  },
};

/** Returns what to write instead of names whose form is valid elsewhere. */
function instead(name: string, meant: string | undefined): string {
  if (name.startsWith('mcp__')) return ' To block a server’s tool, use the `toolPolicy` of that server.';
  if (name === '*') return ' Name each tool.';
  if (!name.includes('(') || !meant) return ask(meant);
  return ` Only a whole tool can be disabled, as \`${meant}\`; to ask before some calls, use \`builtinToolPolicy\`.`;
}

const ask = (meant: string | undefined): string => (meant ? ` Did you mean \`${meant}\`?` : '');

/** Names from Claude Code's reference and of newer apps may work in the future, so only a near miss is certainly a typo. */
const doubt = (name: string, meant: string | undefined): { severity?: 'hint' } =>
  claudeCodeOnlyNames.includes(name) || (!meant && !/[*(]|^mcp__/.test(name)) ? { severity: 'hint' } : {};
