import type { Rule } from '../../../model.ts';

/** The placeholder is substituted only in a `SKILL.md`, and only with braces. */
export const skillDir = (kind: 'skill' | 'command' | 'agent'): Rule => ({
  id: `${kind}/skill-dir`,
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'fails',
  scope: 'document',
  *check({ document }) {
    const pattern = kind === 'skill' ? /\$CLAUDE_SKILL_DIR\b/g : /\$\{CLAUDE_SKILL_DIR\}/g;
    for (const { index, 0: written } of document.text.matchAll(pattern)) {
      const range = { start: index, end: index + written.length };
      const braced = '${CLAUDE_SKILL_DIR}';
      if (kind === 'skill') {
        yield {
          range,
          message: `\`${written}\` is reported to be substituted only with braces, and it is not set in a shell. Write \`${braced}\`.`,
          fixes: [{ title: `Change to \`${braced}\``, edits: [{ range, newText: braced }], inFixAll: true }],
        };
      } else {
        yield {
          range,
          message: `\`${written}\` is reported to be substituted only in a \`SKILL.md\`. In ${kind === 'agent' ? 'an agent' : 'a command'}, write the path from \`\${CLAUDE_PLUGIN_ROOT}\`.`,
        };
      }
    }
  },
});
