import { createHash } from 'node:crypto';

/** A namespace of our own, made once at random. */
const namespace = Buffer.from('9b3c5c1e5f4e4c0b8a0e5d6f2f0a7c31', 'hex');

/** The UUID, version 5, of `name`: the same name always has the same. Source: RFC 9562, section 5.5. */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
