/** The bytes of `hex:` data, and their offsets in the file. */
export interface Bytes {
  readonly values: readonly number[];
  readonly offsets: readonly number[];
}

/** Parses `01,02,\` and its continuation lines, up to `end`; undefined if there is anything but bytes. */
export function readBytes(text: string, start: number, end: number): Bytes | undefined {
  const values: number[] = [];
  const offsets: number[] = [];
  const token = /([\da-f]{1,2})(?![\da-f])|[,\s\\]+|;[^\r\n]*/iy;
  for (let at = start; at < end; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) return undefined;
    if (found[1] === undefined) continue;
    values.push(Number.parseInt(found[1], 16));
    offsets.push(at);
  }
  return { values, offsets };
}

/** Decodes UTF-16LE bytes, including zeros; undefined for an odd number of bytes. */
export function decodeUtf16(bytes: readonly number[]): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) text += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  return text;
}

/** The bytes of REGEDIT4 files use the author's code page: only ASCII is the same in all of them. */
export const decodeAscii = (bytes: readonly number[]): string | undefined =>
  bytes.every((byte) => byte < 128) ? bytes.map((byte) => String.fromCharCode(byte)).join('') : undefined;

/** A string ends at its first zero. */
export const upToZero = (letters: string): string => letters.split('\0', 1)[0] ?? '';

/** Returns the strings of REG_MULTI_SZ (each ended by a zero, the list by another) as lines. */
export const zeroLines = (letters: string): string => upToZero(letters.replace(/\0(?!\0)/g, '\n')).replace(/\n$/, '');

/** Decodes a little-endian whole number to decimal digits. */
export const decodeNumber = (bytes: readonly number[]): string =>
  bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n).toString();
