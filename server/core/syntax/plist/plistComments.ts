import type { TextEdit } from '../../base/text.ts';
import { insertLine, lineAbove } from '../comments.ts';
import type { Comment, Parsed } from '../syntax.ts';
import { scanXml } from './xmlScan.ts';

const [open, close] = ['<!--', '-->'] as const;

export function xmlComments(text: string): Comment[] {
  const comments: Comment[] = [];
  const ignored = (): void => {};
  scanXml(text, {
    open: ignored,
    close: ignored,
    text: ignored,
    entity: ignored,
    cdata: ignored,
    cut: ignored,
    aside(start, end) {
      const said = text.slice(start, end);
      if (!said.startsWith(open) || !said.endsWith(close)) return;
      comments.push({ range: { start, end }, inner: { start: start + open.length, end: end - close.length } });
    },
  });
  return comments;
}

/** Inserts a comment above the key at `offset`, or above the outermost dictionary. Two dashes would end the comment. */
export function addXmlComment(
  text: string,
  { root, container }: Parsed,
  offset: number | undefined,
  remark: string,
): TextEdit | undefined {
  if (container?.format !== 'plist') return undefined;
  const outer = container.outer?.range.start;
  const start = outer === undefined ? -1 : Math.max(text.lastIndexOf('\n', outer), text.lastIndexOf('\r', outer)) + 1;
  const top = start > 0 && text.slice(start, outer).trim() === '' ? start : undefined;
  const at = offset === undefined ? top : (lineAbove(text, container.outer, offset) ?? lineAbove(text, root, offset));
  return at === undefined ? undefined : insertLine(text, at, `${open} ${remark.replace(/--+/g, '—')} ${close}`);
}
