import { crc32, deflateRawSync } from 'node:zlib';

interface ZipOptions {
  isStored?: boolean;
  /** Sizes and checksum stand after the data, as when a zip is written to a pipe. */
  isDescribedLater?: boolean;
  isDamaged?: boolean;
  flags?: number;
}

/** A zip with a folder, a file and another file, without the directory at the end, which nobody reads. */
export function zipped(text: string, options: ZipOptions = {}): Buffer {
  return Buffer.concat([
    entry('folder/', Buffer.alloc(0), { isStored: true }),
    entry('rows.csv', Buffer.from(text), options),
    entry('other.txt', Buffer.from('of no interest'), {}),
  ]);
}

function entry(name: string, content: Buffer, options: ZipOptions): Buffer {
  const { isStored = false, isDescribedLater = false, isDamaged = false, flags = 0 } = options;
  const data = isStored ? content : deflateRawSync(content);
  const crc = crc32(content) ^ (isDamaged ? 1 : 0);
  const facts = Buffer.alloc(12);
  facts.writeUInt32LE(crc >>> 0, 0);
  facts.writeUInt32LE(data.length, 4);
  facts.writeUInt32LE(content.length, 8);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(flags | (isDescribedLater ? 8 : 0), 6);
  header.writeUInt16LE(isStored ? 0 : 8, 8);
  if (!isDescribedLater) facts.copy(header, 14);
  header.writeUInt16LE(name.length, 26);
  const descriptor = Buffer.concat([Buffer.from([0x50, 0x4b, 0x07, 0x08]), facts]);
  return Buffer.concat([header, Buffer.from(name), data, ...(isDescribedLater ? [descriptor] : [])]);
}
