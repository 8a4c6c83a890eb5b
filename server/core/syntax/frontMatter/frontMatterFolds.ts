import type { Fold } from '../folds.ts';
import type { Parsed } from '../syntax.ts';

/** The block with its two `---` lines. Editors fold the Markdown below, but not the block. */
export function frontMatterFolds(text: string, { frontMatter, body }: Parsed): Fold[] | undefined {
  if (!frontMatter || body === undefined) return undefined;
  return [{ range: { start: 0, end: text.slice(0, body).trimEnd().length }, kind: 'region' }];
}
