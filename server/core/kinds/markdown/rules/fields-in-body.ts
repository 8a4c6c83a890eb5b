import type { Document, Rule, RuleContext } from '../../../model.ts';
import type { Fix, TextRange } from '../../../text.ts';
import { bodyLines } from '../body.ts';
import { startOf } from '../front.ts';

/** A line of the Markdown that reads like a field of front matter. */
interface Field {
  readonly key: string;
  readonly value: string;
  /** The line without its end. */
  readonly range: TextRange;
}

/** Fields that stand at the top of a file without front matter, behind its title at most: nobody reads them as such. */
export function fieldsInBody({ document, parsed }: RuleContext): readonly Field[] {
  const fields: Field[] = [];
  if (parsed.frontMatter) return fields;
  const known = document.kind.schema.properties ?? {};
  for (const { text, start } of bodyLines(document)) {
    const [, key = '', value = ''] = /^([A-Za-z][\w-]*):[ \t]+(.*?)[ \t]*$/.exec(text.replace(/^\uFEFF/, '')) ?? [];
    if (Object.hasOwn(known, key)) fields.push({ key, value, range: { start, end: start + text.length } });
    else if (fields.length > 0 || !/^\uFEFF?(#.*|[ \t]*)$/.test(text)) break;
  }
  return fields.some(({ key }) => key === 'description' || key === 'name') ? fields : [];
}

/** Source: the app's own validator (front matter stands between two lines of `---` at the very top; a file without it gets a warning). */
export const fieldsOutside = (kind: string): Rule => ({
  id: `${kind}/fields-in-body`,
  severity: 'warning',
  scope: 'document',
  *check(context) {
    const fields = fieldsInBody(context);
    const [first] = fields;
    const last = fields.at(-1);
    if (!first || !last) return;
    yield {
      range: { start: first.range.start, end: first.range.start + first.key.length },
      ...(!context.target.hosts.includes('claude-code') && { severity: 'hint' }),
      message:
        'These lines are text like any other: fields count only at the very top of the file, between two lines of `---`.',
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
