/** Returns the smallest registry hive that a reader accepts: a root key without values, in the layout of version 1.5. */
export function emptyHive(): Buffer {
  const page = 4096;
  const none = 0xffffffff;
  const file = Buffer.alloc(2 * page);
  file.write('regf', 0);
  for (const [at, value] of [
    [4, 1],
    [8, 1],
    [20, 1],
    [24, 5],
    [32, 1],
    [36, 0x20],
    [40, page],
    [44, 1],
  ] as const)
    file.writeUInt32LE(value, at);
  let checksum = 0;
  for (let at = 0; at < 0x1fc; at += 4) checksum ^= file.readUInt32LE(at);
  file.writeUInt32LE(checksum >>> 0, 0x1fc);

  const bin = file.subarray(page);
  bin.write('hbin', 0);
  bin.writeUInt32LE(page, 8);
  // The root key.
  bin.writeInt32LE(-0x60, 0x20);
  bin.write('nk', 0x24);
  bin.writeUInt16LE(0x2c, 0x26);
  const key = (at: number, value: number) => bin.writeUInt32LE(value, 0x24 + at);
  for (const [at, value] of [
    [16, 0x20],
    [28, none],
    [32, none],
    [40, none],
    [44, 0x80],
    [48, none],
  ] as const)
    key(at, value);
  bin.writeUInt16LE(4, 0x24 + 72);
  bin.write('ROOT', 0x24 + 76);
  // Its security descriptor, and the rest of the page as free space.
  bin.writeInt32LE(-0x40, 0x80);
  bin.write('sk', 0x84);
  for (const [at, value] of [
    [8, 0x80],
    [12, 0x80],
    [16, 1],
    [20, 20],
  ] as const)
    bin.writeUInt32LE(value, 0x80 + at);
  bin.writeUInt32LE(0x80040001, 0x84 + 20);
  bin.writeInt32LE(page - 0xc0, 0xc0);
  return file;
}
