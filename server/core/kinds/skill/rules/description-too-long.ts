import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { longestDescription } from '../../markdown/lenses.ts';

const listed = 1536;

/** The list of skills is cut at 1536 characters; the open standard allows 1024. */
export const descriptionTooLong: Rule = {
  id: 'skill/description-too-long',
  severity: 'warning',
  source: ['code/skills', 'agentskills/specification'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root }) {
    const description = child(root, 'description');
    if (!description) return;
    const own = stringOf(description)?.trim().length ?? 0;
    const all = own + (stringOf(child(root, 'when_to_use'))?.length ?? 0);
    if (all > listed) {
      const what = all > own ? '`description` and `when_to_use` have' : 'The description has';
      const message = `${what} ${all} characters; Claude Code’s list of skills is cut at ${listed}. Start with when to use the skill, and shorten the rest.`;
      yield { range: description.range, message };
    } else if (own > longestDescription) {
      const message = `The description has ${own} characters; the open standard and uploads to claude.ai allow ${longestDescription}.`;
      yield { range: description.range, severity: 'hint', message };
    }
  },
};
