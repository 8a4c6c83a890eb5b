import type { TextRange } from '../../base/text.ts';
import { writeJson } from '../indent.ts';
import type { Writer } from '../syntax.ts';

/** Whether something follows in the same object or list without a comma between, so that one must be added. */
const needsComma = (text: string, { end }: TextRange): boolean => /^\s*(["{[\w-])/.test(text.slice(end, end + 1000));

/**
 * Writes at a place in a JSON text: with a space after a preceding colon, and a comma if something follows. Values are indented
 * from column 0; editors indent them further.
 */
export function jsonWriter(text: string, range: TextRange): Writer {
  const comma = needsComma(text, range) ? ',' : '';
  const blank = text[range.start - 1] === ':' && text[range.start] !== '"' ? ' ' : '';
  return {
    write: (value) => writeJson('', value, ''),
    encode: (written) => written,
    around: [blank, comma],
    key: (key) => JSON.stringify(key),
    property: (key, value) => `${JSON.stringify(key)}: ${value}${comma}`,
  };
}
