import { CST, Lexer } from 'yaml';
import type { TextEdit } from '../../base/text.ts';
import { insertLine, lineAbove } from '../comments.ts';
import type { Comment, Parsed } from '../syntax.ts';
import { frontMatterBlock } from './block.ts';

/** Yields the comments of the front matter. YAML's lexer distinguishes a comment from a `#` inside a string. */
export function* yamlComments(text: string): Generator<Comment> {
  const block = frontMatterBlock(text);
  if (!block) return;
  let at = block.range.start;
  let isScalar = false;
  for (const token of new Lexer().lex(text.slice(block.range.start, block.range.end))) {
    const type = CST.tokenType(token);
    const isMark = type === 'doc-mode' || type === 'flow-error-end' || token === CST.SCALAR;
    if (!isScalar && isMark) {
      // The lexer's SCALAR token has no text itself; it announces that a scalar follows.
      isScalar = token === CST.SCALAR;
      continue;
    }
    const end = at + token.length;
    if (!isScalar && type === 'comment') yield { range: { start: at, end }, inner: { start: at + 1, end } };
    isScalar = false;
    at = end;
  }
}

/** Inserts a comment above the field at `offset`, or at the top of the front matter. There are no comments after the front matter. */
export function addYamlComment(
  text: string,
  { root, frontMatter }: Parsed,
  offset: number | undefined,
  remark: string,
): TextEdit | undefined {
  if (!frontMatter) return undefined;
  const at = offset === undefined ? frontMatter.start : lineAbove(text, root, offset, /^[ \t]*(-[ \t]+)*$/);
  return at === undefined ? undefined : insertLine(text, at, `# ${remark}`);
}
