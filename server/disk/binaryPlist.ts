import { parseBuffer, UID } from 'bplist-parser';
import { escapeXml } from '../core/index.ts';

/** Whether a text was decoded from a binary property list: see `decode`, which keeps one character for each byte. */
export const isBinaryPlist = (text: string): boolean => text.startsWith('bplist');

/**
 * Converts a binary property list, as macOS writes managed preferences, to the XML format, with the same values.
 * @throws Error if it cannot be parsed.
 */
export function xmlOfBinaryPlist(text: string): string {
  const [value] = parseBuffer<unknown>(Buffer.from(text, 'latin1'));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n${xmlOf(value, '')}</plist>\n`;
}

function xmlOf(value: unknown, indent: string): string {
  const line = (tag: string, text: string): string => `${indent}<${tag}>${escapeXml(text)}</${tag}>\n`;
  if (typeof value === 'string') return line('string', value);
  if (typeof value === 'boolean') return `${indent}<${value}/>\n`;
  if (typeof value === 'bigint') return line('integer', String(value));
  if (typeof value === 'number') return line(Number.isInteger(value) ? 'integer' : 'real', String(value));
  if (value instanceof Date) return line('date', value.toISOString().replace(/\.\d+Z$/, 'Z'));
  if (Buffer.isBuffer(value)) return line('data', value.toString('base64'));
  if (value instanceof UID) return line('integer', String(value.UID));
  if (Array.isArray(value))
    return `${indent}<array>\n${value.map((item) => xmlOf(item, `${indent}\t`)).join('')}${indent}</array>\n`;
  const entries = Object.entries(value ?? {}).map(
    ([key, item]) => `${indent}\t<key>${escapeXml(key)}</key>\n${xmlOf(item, `${indent}\t`)}`,
  );
  return `${indent}<dict>\n${entries.join('')}${indent}</dict>\n`;
}
