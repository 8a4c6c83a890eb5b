import { writePlist, writeProfile } from './plistText.ts';
import type { Json, PolicyEntry, PolicyFormat, TextEncoding, WriteOptions } from './policyFormat.ts';
import { writeRegistry } from './registryText.ts';

export interface Written {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Writes a policy in a format, in the documented encoding. The same entries always give the same text.
 * @throws ConvertError if a key or a string contains something that the format cannot represent.
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

/** Written line by line, since an object would move numeric keys to the front. */
function writeFlatJson(entries: readonly PolicyEntry[]): string {
  const line = ({ key, value }: PolicyEntry): string => `  ${JSON.stringify(key)}: ${indented(value)}`;
  return entries.length === 0 ? '{}\n' : `{\n${entries.map(line).join(',\n')}\n}\n`;
}

const indented = (value: Json): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n  ');
