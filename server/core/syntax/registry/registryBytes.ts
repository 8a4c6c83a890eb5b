/** The bytes of `hex:` data, and where each is written. */
export interface Bytes {
  readonly values: readonly number[];
  readonly offsets: readonly number[];
}

/** Reads `01,02,\` and the lines that continue it, up to `end`; undefined where anything but bytes stands there. */
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

/** The letters of UTF-16LE bytes, zeros and all; undefined for half a letter. */
export function decodeUtf16(bytes: readonly number[]): string | undefined {
  if (bytes.length % 2 === 1) return undefined;
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) text += String.fromCharCode((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  return text;
}

/** The bytes of REGEDIT4 files are of the code page of who wrote them: only ASCII is the same in all. */
export const decodeAscii = (bytes: readonly number[]): string | undefined =>
  bytes.every((byte) => byte < 128) ? bytes.map((byte) => String.fromCharCode(byte)).join('') : undefined;

/** A text ends at its first zero. */
export const upToZero = (letters: string): string => letters.split('\0', 1)[0] ?? '';

/** The texts of REG_MULTI_SZ, each ended by a zero, one more at the end of all; as lines. */
export const zeroLines = (letters: string): string => upToZero(letters.replace(/\0(?!\0)/g, '\n')).replace(/\n$/, '');

/** A whole number, its lowest byte first, as decimal digits. */
export const decodeNumber = (bytes: readonly number[]): string =>
  bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n).toString();
