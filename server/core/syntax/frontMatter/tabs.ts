import type { TextRange } from '../../base/text.ts';

interface TabIndented {
  /** The block with a space for each tab that indents, so that offsets stay. */
  readonly text: string;
  /** The indentations that have tabs, as offsets into the block. */
  readonly indents: readonly TextRange[];
}

/**
 * Reads a block in which tabs indent lines below a key. YAML forbids that; Claude Code reads it unless the tab is at the top level.
 * Source: the validator of Claude Code 2.1.332.
 * @param reads whether a text is a block of fields.
 * @returns undefined if tabs are not all that is wrong.
 */
export function readTabIndented(yaml: string, reads: (yaml: string) => boolean): TabIndented | undefined {
  const indents: TextRange[] = [];
  let text = '';
  let isFirst = true;
  for (let start = 0; start < yaml.length; ) {
    const newline = yaml.indexOf('\n', start);
    const end = newline < 0 ? yaml.length : newline + 1;
    let at = start;
    while (yaml[at] === ' ' || yaml[at] === '\t') at++;
    const indent = yaml.slice(start, at);
    const isBlank = at === end || yaml[at] === '\r' || yaml[at] === '\n';
    if (!isBlank && indent.includes('\t')) {
      if (isFirst) return undefined;
      indents.push({ start, end: at });
    }
    if (!isBlank) isFirst = false;
    text += ' '.repeat(indent.length) + yaml.slice(at, end);
    start = end;
  }
  return indents.length > 0 && reads(text) ? { text, indents } : undefined;
}
