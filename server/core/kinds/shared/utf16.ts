import type { Severity } from '../../base/text.ts';
import type { Rule } from '../../model.ts';

/**
 * Reports a file in UTF-16, as PowerShell's `>` writes it. Editors decode it, so only the file itself shows it. What Cowork does
 * with it is unknown.
 * @param loss what Claude Code does because of it.
 */
export const utf16 = (kind: string, loss: string, severity: Severity = 'error'): Rule => ({
  id: `${kind}/utf16`,
  isAboutFile: true,
  severity,
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'warning',
  scope: 'workspace',
  check({ document, workspace }) {
    if (!workspace.file(document.uri)?.isUtf16) return [];
    return [
      {
        range: { start: 0, end: Math.min(1, document.text.length) },
        message: `The file is saved as UTF-16, so Claude Code ${loss}. Save it as UTF-8.`,
      },
    ];
  },
});
