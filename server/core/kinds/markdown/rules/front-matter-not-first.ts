import type { Rule } from '../../../model.ts';
import { frontMatterBlock } from '../../../syntax/block.ts';
import { firstLine } from '../front.ts';

/** Source: the app's own validator (a blank line before `---`: the file has no front matter). */
export const frontMatterNotFirst = (kind: string): Rule => ({
  id: `${kind}/front-matter-not-first`,
  severity: 'warning',
  scope: 'document',
  *check({ document, parsed }) {
    if (parsed.frontMatter) return;
    const { start } = firstLine(document);
    const blank = /^\s+(?=---)/.exec(document.text.slice(start));
    if (!blank) return;
    const end = start + blank[0].length;
    const block = frontMatterBlock(document.text.slice(end));
    if (!block?.closed || !/^[\w-]+[ \t]*:/.test(document.text.slice(end + block.range.start))) return;
    yield {
      range: { start: end, end: end + 3 },
      message:
        'Front matter counts only from the very first line, so none of its fields is read. Remove what stands before it.',
      fixes: [{ title: 'Remove the blank lines', edits: [{ range: { start, end }, newText: '' }], inFixAll: true }],
    };
  },
});
