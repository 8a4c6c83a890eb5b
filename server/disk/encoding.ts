import { isUtf8 } from 'node:buffer';

/** How the bytes of a file encode its text. */
export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le' | 'utf16be' | 'latin1';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Some bytes are not valid UTF-8. Like the app, `text` contains `U+FFFD` for each of them; it cannot be written back. */
  readonly isLossy?: true;
}

/** A tag of any length, then the object identifier of signed data (CMS, RFC 5652), which macOS accepts around a profile. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

/** Returns why `decode` has no text for a file, as the end of a sentence that begins with its name. */
export const undecodable = (bytes: Buffer): string =>
  bytes[0] === 0x30 && bytes.subarray(0, 20).includes(signedData)
    ? 'is a signed profile, which cannot be read. Write its content to a new file with `security cms -D -i FILE -o NEW` or `openssl cms -verify -noverify -inform DER -in FILE -out NEW`'
    : 'is not text in UTF-8, or in UTF-16 with a byte order mark';

/** Decodes `bytes` to text without a byte order mark, and returns how to encode it again; undefined for a binary file. */
export function decode(bytes: Buffer): Decoded | undefined {
  // A binary property list is not text, but is decoded so that its parser can report it.
  if (bytes.toString('latin1', 0, 6) === 'bplist') return { text: bytes.toString('latin1'), encoding: 'latin1' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide(bytes, 'utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide(bytes, 'utf16be');
  if (bytes.includes(0) || bytes.subarray(0, 20).includes(signedData)) return undefined;
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const isLossy = isUtf8(bytes) ? {} : ({ isLossy: true } as const);
  return marked
    ? { text: bytes.toString('utf8', 3), encoding: 'utf8-bom', ...isLossy }
    : { text: bytes.toString('utf8'), encoding: 'utf8', ...isLossy };
}

function wide(bytes: Buffer, encoding: 'utf16le' | 'utf16be') {
  if (bytes.length % 2 !== 0) return undefined;
  const little = encoding === 'utf16le' ? bytes : Buffer.from(bytes).swap16();
  return { text: little.toString('utf16le', 2), encoding };
}

/** Returns the bytes that `decode` reads as `text`. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'latin1') return Buffer.from(text, 'latin1');
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8-bom') return Buffer.from(`\ufeff${text}`);
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf16le' ? bytes : bytes.swap16();
}
