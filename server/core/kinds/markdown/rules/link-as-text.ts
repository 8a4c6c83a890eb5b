import type { Rule } from '../../../model.ts';
import { firstLine } from '../front.ts';
import { linkTextOf } from '../linkText.ts';

/** Source: https://git-scm.com/docs/git-config (`core.symlinks=false`: a link is checked out as a file that holds its path); the app reads that text. */
export const linkAsText = (kind: string): Rule => ({
  id: `${kind}/link-as-text`,
  severity: 'warning',
  scope: 'workspace',
  *check(context) {
    const path = linkTextOf(context);
    if (path === undefined) return;
    yield {
      range: firstLine(context.document),
      ...(!context.target.hosts.includes('claude-code') && { severity: 'hint' }),
      message: `This file holds nothing but a path: a link that was written out as text. The app reads these words, not the file behind them. Put the file itself here.`,
    };
  },
});
