import { nearest } from '../../../base/suggest.ts';
import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';

const classes = policyKeys.get('otlpContentCapture')?.enum ?? [];

export const contentCapture: Rule = {
  id: 'policy/content-capture',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    const list = child(root, 'otlpContentCapture');
    const isKept = (word: string): boolean => classes.includes(word) || isPlaceholder(word);
    const isLost = !itemsOf(list).some((item) => isKept(stringOf(item) ?? ''));
    const lost = isLost ? ' No valid entry remains, so the whole key is unreadable.' : '';
    for (const item of itemsOf(list)) {
      const word = stringOf(item);
      if (word === undefined || isKept(word)) continue;
      const meant = nearest(word, classes);
      const instead = meant
        ? `Did you mean \`${meant}\`?`
        : `Expected one of ${classes.map((name) => `\`${name}\``).join(', ')}.`;
      yield {
        range: item.range,
        message: `Unknown kind of content; the entry is dropped.${lost} ${instead}`,
        ...(meant && { fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(item, meant)] }] }),
      };
    }
  },
};
