import type { Fix, TextRange } from '../../../base/text.ts';
import type { Document, Rule } from '../../../model.ts';
import { docsOf } from '../docs.ts';
import { startOf } from '../front.ts';
import { type Field, fieldsInBody } from '../looseFields.ts';

/** Front matter is between two `---` lines at the very top; a file without it gets a warning. */
export const fieldsOutside = (kind: string): Rule => ({
  id: `${kind}/fields-in-body`,
  severity: 'warning',
  source: [docsOf(kind), 'claude-code-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check(context) {
    const fields = fieldsInBody(context);
    const [first] = fields;
    const last = fields.at(-1);
    if (!first || !last) return;
    yield {
      range: { start: first.range.start, end: first.range.start + first.key.length },
      message:
        'These lines are not front matter. Front matter is recognised only at the very top of the file, between two `---` lines.',
      fixes: [moveUp(context.document, fields, { start: first.range.start, end: last.range.end })],
    };
  },
});

function moveUp(document: Document, fields: readonly Field[], lines: TextRange): Fix {
  const { text, kind } = document;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const written = fields.map(({ key, value }) => {
    const needsQuotes = /:(\s|$)|\s#|^[&*!%@`#?|>-]/.test(value) && !/^["']/.test(value);
    return `${key}: ${needsQuotes ? kind.syntax.write(text, value, 0) : value}${eol}`;
  });
  const top = startOf(text);
  const behind = /^(\r\n|\r|\n){0,2}/.exec(text.slice(lines.end))?.[0].length ?? 0;
  return {
    title: 'Move the fields to the top',
    edits: [
      { range: { start: top, end: top }, newText: `---${eol}${written.join('')}---${eol}${eol}` },
      { range: { start: lines.start, end: lines.end + behind }, newText: '' },
    ],
  };
}
