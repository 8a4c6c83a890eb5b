import { writePlist, writeProfile } from './plistText.ts';
import type { Json, PolicyEntry, PolicyFormat, TextEncoding, WriteOptions } from './policyFormat.ts';
import { writeRegistry } from './registryText.ts';

export interface Written {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * A policy in one format, in the documented encodings; the same entries always give the same text.
 * @throws ConvertError when a key or a text holds what the format cannot.
 */
export function writePolicy(entries: readonly PolicyEntry[], to: PolicyFormat, options: WriteOptions = {}): Written {
  switch (to) {
    case 'mobileconfig':
      return { text: writeProfile(entries, options), encoding: 'utf-8' };
    case 'plist':
      return { text: writePlist(entries), encoding: 'utf-8' };
    case 'reg':
      return { text: writeRegistry(entries, options), encoding: 'utf-16le' };
    default:
      return { text: writeFlatJson(entries), encoding: 'utf-8' };
  }
}

/** Line by line, since an object would put keys that are numbers first. */
function writeFlatJson(entries: readonly PolicyEntry[]): string {
  const line = ({ key, value }: PolicyEntry): string => `  ${JSON.stringify(key)}: ${indented(value)}`;
  return entries.length === 0 ? '{}\n' : `{\n${entries.map(line).join(',\n')}\n}\n`;
}

const indented = (value: Json): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
