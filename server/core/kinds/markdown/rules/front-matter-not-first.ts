import type { Rule } from '../../../model.ts';
import { misplacedBlock } from '../front.ts';

/** A blank line before `---`: the file has no front matter. */
export const frontMatterNotFirst = (kind: string): Rule => ({
  id: `${kind}/front-matter-not-first`,
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  scope: 'document',
  *check(context) {
    const blank = misplacedBlock(context);
    if (!blank) return;
    yield {
      range: { start: blank.end, end: blank.end + 3 },
      message: 'Front matter must start on the first line, so none of these fields is read. Remove what is before it.',
      fixes: [{ title: 'Remove the blank lines', edits: [{ range: blank, newText: '' }], inFixAll: true }],
    };
  },
});
