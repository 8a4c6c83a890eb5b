/**
 * Returns a line of Markdown with its code spans and comments replaced by spaces, so that all other characters keep their
 * offset. Runs in linear time: the end of each span is determined before the spans are visited.
 */
export function blankAsides(line: string): string {
  const marks = [...line.matchAll(/`+|<!--/g)];
  const closing = closingRuns(marks);
  const lastCommentEnd = line.lastIndexOf('-->');
  let shown = '';
  let end = 0;
  for (const [i, { 0: mark, index }] of marks.entries()) {
    if (index < end) continue;
    const close =
      mark === '<!--'
        ? index < lastCommentEnd
          ? line.indexOf('-->', index + mark.length)
          : -1
        : (closing[i]?.index ?? -1);
    if (close < 0) continue;
    const next = close + (mark === '<!--' ? '-->' : mark).length;
    shown += line.slice(end, index) + ' '.repeat(next - index);
    end = next;
  }
  return shown + line.slice(end);
}

/** Maps each run of backticks to the next one of its length, which ends the code span. */
function closingRuns(marks: readonly RegExpExecArray[]): readonly (RegExpExecArray | undefined)[] {
  const next = new Map<string, RegExpExecArray>();
  const closing: (RegExpExecArray | undefined)[] = [];
  for (let i = marks.length - 1; i >= 0; i--) {
    const mark = marks[i];
    if (!mark) continue;
    closing[i] = next.get(mark[0]);
    next.set(mark[0], mark);
  }
  return closing;
}
