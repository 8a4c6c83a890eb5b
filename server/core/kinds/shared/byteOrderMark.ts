import type { Rule } from '../../model.ts';

/**
 * Reports a UTF-8 byte order mark in a JSON file. Editors and decoders remove it, so only the file itself shows it. What Cowork
 * does with it is unknown.
 * @param loss what Claude Code does because of it.
 */
export const byteOrderMark = (kind: string, loss: string): Rule => ({
  id: `${kind}/byte-order-mark`,
  isAboutFile: true,
  severity: 'error',
  source: ['json-standard', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'workspace',
  check({ document, workspace }) {
    if (!workspace.file(document.uri)?.hasByteOrderMark) return [];
    return [
      {
        range: { start: 0, end: Math.min(1, document.text.length) },
        message: `The file starts with a byte order mark (BOM), so Claude Code ${loss}. Save it as UTF-8 without BOM.`,
      },
    ];
  },
});
