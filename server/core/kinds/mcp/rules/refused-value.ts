import { capitalised } from '../../../base/words.ts';
import type { Rule } from '../../../model.ts';

/** Source: the validator of Claude Code, which refuses a server with such a value. Cowork does not read these keys, so there the schema's milder word stands. */
export const refusedValue: Rule = {
  id: 'mcp/refused-value',
  aliases: ['plugin/refused-value'],
  severity: 'error',
  scope: 'document',
  *check({ target, schemaProblems, consequence }) {
    if (!target.hosts.includes('claude-code')) return;
    const outcome = consequence ? capitalised(`${consequence.clause}.`) : 'Claude Code drops the server.';
    for (const { range, message, severity } of schemaProblems()) {
      if (severity === 'warning') yield { range, message: `${message} ${outcome}` };
    }
  },
};
