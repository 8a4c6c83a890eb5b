import type { TextRange } from '../../base/text.ts';
import type { RuleContext } from '../../model.ts';
import { bodyLines } from './body.ts';

/** A line of the Markdown that reads like a field of front matter. */
export interface Field {
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
    const [, key = '', value = ''] = /^([A-Za-z][\w-]*):[ \t]+(\S.*)?$/.exec(text.replace(/^\uFEFF/, '')) ?? [];
    if (Object.hasOwn(known, key))
      fields.push({ key, value: value.trimEnd(), range: { start, end: start + text.length } });
    else if (fields.length > 0 || !/^\uFEFF?(#.*|[ \t]*)$/.test(text)) break;
  }
  return fields.some(({ key }) => key === 'description' || key === 'name') ? fields : [];
}
