import type { Rule } from '../../../model.ts';

/** Source: reports from the field of app 1.40609.0. */
export const skillDir: Rule = {
  id: 'command/skill-dir',
  severity: 'hint',
  scope: 'document',
  *check({ document }) {
    for (const { index, 0: written } of document.text.matchAll(/\$\{CLAUDE_SKILL_DIR\}/g)) {
      yield {
        range: { start: index, end: index + written.length },
        message: `\`${written}\` is reported to be filled in only in a \`SKILL.md\`. In a command, write the way from \`\${CLAUDE_PLUGIN_ROOT}\`.`,
      };
    }
  },
};
