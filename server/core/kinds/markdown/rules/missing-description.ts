import type { Problem, Severity } from '../../../base/text.ts';
import type { Document, Rule, RuleContext } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { firstSentence } from '../body.ts';
import { docsOf } from '../docs.ts';
import { addKey, firstLine, isReadable, lacks, misplacedBlock } from '../front.ts';
import { isLinkText } from '../linkText.ts';
import { fieldsInBody } from '../looseFields.ts';

interface What {
  readonly kind: 'skill' | 'agent' | 'command';
  /** The purpose of the description: "Claude chooses an agent by it". */
  readonly why: string;
  /** The severity for a file with front matter, if Claude Code is not among the hosts. */
  readonly severity: Severity;
  readonly applies?: (context: RuleContext) => boolean;
  /** An alternative for a file without front matter. */
  readonly otherwise?: string;
  /** The name to write with it if there is no front matter. */
  readonly name?: (document: Document) => string;
}

/**
 * Reports a missing description. A file without front matter only gets a hint, since it loads anyway; the validator of Claude
 * Code warns in both cases.
 */
export const missingDescription = ({ kind, why, severity, applies, name, otherwise }: What): Rule => ({
  id: `${kind}/missing-description`,
  severity: 'warning',
  source: [docsOf(kind), 'claude-code-validator'],
  certainty: 'documented',
  impact: 'works-differently',
  ...(severity !== 'warning' && { hosts: ['claude-code'], elsewhere: severity }),
  scope: 'document',
  *check(context): Generator<Problem> {
    const { document, parsed, root } = context;
    if (
      misplacedBlock(context) ||
      fieldsInBody(context).length > 0 ||
      isLinkText(context) ||
      !isReadable(context) ||
      (root && root.type !== 'object') ||
      applies?.(context) === false
    )
      return;
    const written = property(root, 'description');
    const value = written?.valueNode;
    const isEmpty = written && (!value || ('value' in value && (value.value === null || value.value === '')));
    if (written ? !isEmpty : !lacks(root, 'description')) return;
    const sentence = firstSentence(document);
    yield {
      range: written?.keyNode.range ?? firstLine(document),
      ...(isEmpty && { severity: 'hint' }),
      ...(!parsed.frontMatter && { appliesTo: { hosts: ['claude-code'], elsewhere: 'hint' } }),
      message: `${isEmpty ? 'The description is empty' : `This ${kind} has no \`description\``}. ${why}${parsed.frontMatter ? '' : (otherwise ?? '')}`,
      ...(sentence &&
        (value || !written) && {
          fixes: [
            {
              title: 'Use the first sentence as the description',
              edits: [addKey(context, 'description', sentence, name?.(document))],
            },
          ],
        }),
    };
  },
});
