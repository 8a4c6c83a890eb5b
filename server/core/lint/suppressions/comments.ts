import { derived } from '../../base/derived.ts';
import { lineEnd, lineStart, nextLine } from '../../base/lineAround.ts';
import { countBefore } from '../../base/sorted.ts';
import type { TextEdit, TextRange } from '../../base/text.ts';
import type { Document } from '../../model.ts';
import type { SuppressedRule, Suppression } from '../../suppression.ts';
import { propertiesOf, walk } from '../../syntax/node.ts';
import type { Comment, Parsed } from '../../syntax/syntax.ts';
import { parse } from '../../workspace/parse.ts';

/** The beginning of a suppression comment: `plugboard-ignore skill/name-form: why`. */
export const ignoreWord = 'plugboard-ignore';
/** The beginning of a suppression comment for the whole file. */
export const ignoreFileWord = `${ignoreWord}-file`;

const remark = /^\s*plugboard-ignore(-file)?(?![\w-])[ \t:]*/;
const ruleId = /([A-Za-z][\w-]*\/(?:[\w-]+|\*))[ \t]*(?:,[ \t]*)?/y;

/** Returns all suppressions in a document: entries for other files, and comments for itself. */
export const suppressionsOf: (document: Document) => readonly Suppression[] = derived((document) => [
  ...(document.kind.suppressions?.read(document) ?? []),
  ...fromComments(document),
]);

function* fromComments(document: Document): Generator<Suppression> {
  const { text, kind } = document;
  if (!kind.syntax.comments || !text.includes(ignoreWord)) return;
  const parsed = parse(document);
  for (const comment of kind.syntax.comments(text, parsed)) {
    const said = text.slice(comment.inner.start, comment.inner.end);
    const word = remark.exec(said);
    if (!word) continue;
    const { rules, end } = readRules(text, comment.inner.start + word[0].length, comment.inner.end);
    const rest = text.slice(end, comment.inner.end);
    const reason = rest.replace(/^[\s:]+/, '').trimEnd();
    const at = end + rest.indexOf(reason);
    yield {
      range: comment.range,
      rules,
      reason,
      ...(reason !== '' && { reasonRange: { start: at, end: at + reason.length } }),
      ...(!word[1] && { target: targetOf(text, parsed, comment) }),
      remove: removalOf(text, comment.range),
    };
  }
}

function readRules(text: string, from: number, to: number): { rules: SuppressedRule[]; end: number } {
  const found: { id: string; start: number; end: number }[] = [];
  let end = from;
  for (ruleId.lastIndex = from; ; ) {
    const match = ruleId.exec(text);
    if (!match?.[1] || match.index + match[1].length > to) break;
    found.push({ id: match[1], start: match.index, end: match.index + match[1].length });
    end = Math.min(to, ruleId.lastIndex);
  }
  const rules = found.map(({ id, ...range }, index): SuppressedRule => {
    const [previous, next] = [found[index - 1], found[index + 1]];
    const stretch = next
      ? { start: range.start, end: next.start }
      : previous && { start: previous.end, end: range.end };
    return { id, range, ...(stretch && { remove: { range: stretch, newText: '' } }) };
  });
  return { rules, end };
}

const isAlone = (text: string, { start, end }: TextRange): boolean =>
  text.slice(lineStart(text, start), start).trim() === '' && text.slice(end, lineEnd(text, end)).trim() === '';

/**
 * Returns the range that a comment covers: everything that begins on its line or, if the comment is on a line of its own, on
 * the next line with content. A comment above the first field also covers the front matter as a whole, because missing fields
 * are reported at its start.
 */
function targetOf(text: string, parsed: Parsed, { range }: Comment): TextRange {
  const from = isAlone(text, range) ? nextSaying(text, range.end) : range.start;
  const whole = parsed.frontMatter?.start;
  const isAboveAll = whole !== undefined && range.start < from && nextSaying(text, whole - 1) === from;
  const start = lineStart(text, from);
  const last = lineEnd(text, from);
  const all = stretches(parsed);
  let end = last;
  const first = countBefore(all.length, (i) => (all[i]?.start ?? start) < start);
  for (let i = first; i < all.length; i++) {
    const each = all[i];
    if (!each || each.start > last) break;
    end = Math.max(end, each.end);
  }
  return { start: isAboveAll ? whole : start, end };
}

/** Returns the ranges of everything in a text, except the whole, by start. */
const stretches: (parsed: Parsed) => readonly TextRange[] = derived(({ root, container }) => {
  const top = container?.format === 'plist' ? container.outer : root;
  return [...walk(top)]
    .flatMap((node) => [node.range, ...propertiesOf(node).map((each) => each.range)])
    .filter((range) => range !== top?.range)
    .sort((a, b) => a.start - b.start);
});

/** Returns the start of the next line that is neither empty nor a comment. */
function nextSaying(text: string, from: number): number {
  const next = /[\r\n](?:[ \t]*(?:(?:#|;|<!--).*)?[\r\n])*/y;
  next.lastIndex = lineEnd(text, from);
  return next.test(text) ? next.lastIndex : from;
}

/** Removes the whole line if it contains only the comment; otherwise the comment and the spaces before it. */
function removalOf(text: string, range: TextRange): TextEdit {
  if (!isAlone(text, range)) {
    const before = /(?<![ \t])[ \t]*$/.exec(text.slice(lineStart(text, range.start), range.start))?.[0].length ?? 0;
    return { range: { start: range.start - before, end: range.end }, newText: '' };
  }
  return { range: { start: lineStart(text, range.start), end: nextLine(text, range.end) }, newText: '' };
}
