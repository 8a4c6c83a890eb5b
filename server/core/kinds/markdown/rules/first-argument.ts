import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { bodyLines } from '../body.ts';

/** Arguments are counted from 0: `$0` is the first. */
export const firstArgument = (kind: 'skill' | 'command'): Rule => ({
  id: `${kind}/first-argument`,
  severity: 'info',
  source: ['code/skills'],
  certainty: 'documented',
  impact: 'works-differently',
  scope: 'document',
  *check({ document, root }) {
    // Most bodies mention no argument, so their lines are not needed.
    if (!/\$(?:1|ARGUMENTS\[1\])/.test(document.text)) return;
    // If arguments are not mentioned, `$1` is rather a price or a shell variable.
    if (!property(root, 'argument-hint') && !property(root, 'arguments')) return;
    const uses = bodyLines(document)
      .filter(({ text }) => text.includes('$'))
      .flatMap((line) =>
        [...line.text.matchAll(/(?<![\w$\\{])\$(?:(\d)(?![\w.,]*\d|[A-Za-z_%])|ARGUMENTS\[(\d+)\])/g)].map((match) => ({
          line,
          number: match[1] ?? match[2],
          start: line.start + match.index,
          end: line.start + match.index + match[0].length,
        })),
      );
    const first = uses.find(({ number, line }) => number === '1' && !line.code);
    if (!first || uses.some(({ number }) => number === '0')) return;
    yield {
      range: { start: first.start, end: first.end },
      message: 'Arguments are numbered from 0: this is the second one, and the first one, `$0`, is not used.',
    };
  },
});
