import type { Schema } from '../schema/schema.ts';

/** Returns the format of a text. It is decided by the beginning, so that a text keeps its format during editing. */
export function formatOf(text: string): 'json' | 'plist' | 'registry' {
  if (/^\uFEFF?\s*<|^bplist/.test(text)) return 'plist';
  return /^\uFEFF?\s*(Windows Registry|REGEDIT4|;|\[-?HKEY_)/i.test(text) ? 'registry' : 'json';
}

/**
 * How property lists and registry files represent a value of each type. Source:
 * https://claude.com/docs/third-party/claude-desktop/configuration
 */
const forms = {
  plist: {
    boolean: '`<string>true</string>` or `<true/>`',
    number: '`<string>60</string>` or `<integer>60</integer>`',
    structure:
      'one JSON string in a `<string>`, with `&amp;` and `&lt;` for `&` and `<`; older apps do not read a native `<array>` or `<dict>`',
    text: 'a `<string>`',
  },
  registry: {
    boolean: '`"true"` or `dword:00000001`',
    number: '`"60"` or `dword:0000003c`',
    structure: 'one JSON string in a REG_SZ, with `\\` before each quote and backslash',
    text: 'a REG_SZ, `"…"`, with a backslash doubled',
  },
} as const;

/** Returns how a value of `schema` is written in the format of `text`; undefined for JSON, which follows the schema. */
export function writtenForm(text: string, { type, alsoText, variants }: Schema): string | undefined {
  const format = formatOf(text);
  if (format === 'json') return undefined;
  const types = [type ?? []].flat();
  const form = forms[format];
  if (alsoText === 'json' || variants || types.includes('object') || types.includes('array')) return form.structure;
  if (types.includes('boolean')) return form.boolean;
  return types.includes('integer') || types.includes('number') ? form.number : form.text;
}
