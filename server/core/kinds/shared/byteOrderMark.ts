import type { Rule } from '../../model.ts';

/**
 * Tells of the three bytes before a JSON file. Editors and readers take them away, so that only the file itself shows them.
 * Source: the validator of Claude Code; what Cowork does with them is not known.
 * @param loss what Claude Code does because of them.
 */
export const byteOrderMark = (kind: string, loss: string): Rule => ({
  id: `${kind}/byte-order-mark`,
  isAboutFile: true,
  severity: 'error',
  scope: 'workspace',
  check({ document, target, workspace }) {
    if (!workspace.file(document.uri)?.hasByteOrderMark) return [];
    return [
      {
        range: { start: 0, end: Math.min(1, document.text.length) },
        ...(!target.hosts.includes('claude-code') && { severity: 'hint' as const }),
        message: `An invisible byte order mark stands before the JSON, and Claude Code ${loss} because of it. Save the file as UTF-8 without it.`,
      },
    ];
  },
});
