import type { TextRange } from '../../base/text.ts';
import type { RuleContext } from '../../model.ts';
import { bodyLines } from './body.ts';

/** A line of the Markdown that looks like a front matter field. */
export interface Field {
  readonly key: string;
  readonly value: string;
  /** The line without its line break. */
  readonly range: TextRange;
}

/** Returns the fields at the top of a file without front matter, at most preceded by its title: the app does not read them as fields. */
export function fieldsInBody({ document, parsed }: RuleContext): readonly Field[] {
  const fields: Field[] = [];
  if (parsed.frontMatter) return fields;
  const known = document.kind.schema.properties ?? {};
  for (const { text, start } of bodyLines(document)) {
    const [, key = '', value = ''] = /^([A-Za-z][\w-]*):[ \t]+(\S.*)?$/.exec(text.replace(/^\uFEFF/, '')) ?? [];
    if (Object.hasOwn(known, key))
      fields.push({ key, value: value.trimEnd(), range: { start, end: start + text.length } });
    else if (fields.length > 0 || !/^\uFEFF?(#.*|[ \t]*)$/.test(text)) break;
  }
  return fields.some(({ key }) => key === 'description' || key === 'name') ? fields : [];
}
