import type { Rule } from '../../../model.ts';
import { firstLine } from '../front.ts';
import { linkTextOf } from '../linkText.ts';

/**
 * With `core.symlinks=false`, git writes a link as a file that contains its path. The validator reads that text and finds no
 * front matter.
 */
export const linkAsText = (kind: string): Rule => ({
  id: `${kind}/link-as-text`,
  severity: 'warning',
  source: ['git/config', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'works-differently',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'workspace',
  *check(context) {
    const path = linkTextOf(context);
    if (path === undefined) return;
    yield {
      range: firstLine(context.document),
      message: `This file contains only a path: it is a symbolic link that git checked out as a text file. The app reads the path as content. Replace it with the file that it points to.`,
    };
  },
});
