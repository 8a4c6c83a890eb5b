import { capitalised } from '../../../base/words.ts';
import type { Rule } from '../../../model.ts';

/** The validator rejects a server with such a value. Cowork does not read these keys, so the schema's lower severity applies there. */
export const refusedValue: Rule = {
  id: 'mcp/refused-value',
  aliases: ['plugin/refused-value'],
  severity: 'error',
  source: ['code/mcp', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  scope: 'document',
  *check({ schemaProblems, consequence }) {
    const outcome = consequence ? capitalised(`${consequence.clause}.`) : 'Claude Code drops the server.';
    for (const { range, message, severity } of schemaProblems()) {
      if (severity === 'warning') yield { range, message: `${message} ${outcome}` };
    }
  },
};
