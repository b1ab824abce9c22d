import { once } from 'node:events';
import { crc32, createInflateRaw } from 'node:zlib';
import { OperatorError } from '../../platform/operator-error';
import type { ByteSource } from './byte-source.rule';

const HEADER = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const IN_EXTRA = 0xffffffff;
const ZIP64 = 1;

interface Entry {
  method: number;
  isEncrypted: boolean;
  /** Its size and checksum come after it. */
  isDescribedLater: boolean;
  crc: number;
  size: number;
}

/**
 * The first file of a zip, as it comes. The libraries ask for the directory at the end of the file, which standard input does not
 * show before all of it was read, or guess where an entry ends; deflate itself says it.
 */
export async function* firstEntryOf(source: ByteSource): AsyncGenerator<Buffer> {
  const entry = await fileIn(source);
  if (entry.isEncrypted) throw unreadable('is encrypted');
  let crc = 0;
  const bytes = entry.method === DEFLATED ? inflated(source) : stored(source, entry);
  for await (const chunk of bytes) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  const told = entry.isDescribedLater ? await described(source) : entry.crc;
  if (crc !== told)
    throw new OperatorError('The zip file is damaged: its checksum is another. Fetch it again.');
}

async function fileIn(source: ByteSource): Promise<Entry> {
  for (;;) {
    const header = await source.take(HEADER_BYTES);
    if (header.length < HEADER_BYTES || header.readUInt32LE(0) !== HEADER) throw unreadable('holds no file');
    const flags = header.readUInt16LE(6);
    const name = await source.take(header.readUInt16LE(26));
    const extra = await source.take(header.readUInt16LE(28));
    const size = header.readUInt32LE(18);
    if (size === 0 && name.at(-1) === 47) continue;
    return {
      method: header.readUInt16LE(8),
      isEncrypted: (flags & 1) !== 0,
      isDescribedLater: (flags & 8) !== 0,
      crc: header.readUInt32LE(14),
      size: size === IN_EXTRA ? longSize(extra) : size,
    };
  }
}

/** Of the fields in an extra, that of zip64 holds the true sizes: unpacked, then packed. */
function longSize(extra: Buffer): number {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === ZIP64 && at + 20 <= extra.length)
      return Number(extra.readBigUInt64LE(at + 12));
  return 0;
}

async function* stored(
  source: ByteSource,
  { method, isDescribedLater, size }: Entry,
): AsyncGenerator<Buffer> {
  if (method !== STORED) throw unreadable(`is packed in a way (${method}) that is not read; use deflate`);
  if (isDescribedLater && size === 0) throw unreadable('does not say how long its file is');
  for (let left = size; left > 0; ) {
    const chunk = await source.next();
    if (chunk === null) throw unreadable('is not whole');
    const part = chunk.subarray(0, left);
    if (part.length < chunk.length) source.unread(chunk.subarray(part.length));
    left -= part.length;
    yield part;
  }
}

async function* inflated(source: ByteSource): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  const over = Promise.race([once(inflate, 'end'), once(inflate, 'close')]).catch(() => undefined);
  let isOver = false;
  void over.then(() => {
    isOver = true;
  });
  let given = 0;
  /** What was given and, for all one knows, not used. */
  let ahead: Buffer = Buffer.alloc(0);
  const unused = () => ahead.subarray(Math.max(0, ahead.length - (given - inflate.bytesWritten)));
  const feeding = (async () => {
    while (!isOver) {
      const chunk = await source.next();
      if (chunk === null) return inflate.end();
      ahead = Buffer.concat([unused(), chunk]);
      given += chunk.length;
      // What is never called back was not wanted: the entry ended within the chunk.
      await Promise.race([new Promise((resolve) => inflate.write(chunk, resolve)), over]);
    }
  })().catch((error) => inflate.destroy(error));
  try {
    for await (const chunk of inflate) yield chunk;
  } catch (error) {
    throw (error as { code?: string }).code?.startsWith('Z_') ? unreadable('is damaged or not whole') : error;
  } finally {
    inflate.destroy();
    await feeding;
  }
  if (given > inflate.bytesWritten) source.unread(unused());
}

async function described(source: ByteSource): Promise<number> {
  const bytes = await source.take(8);
  if (bytes.length < 8) throw unreadable('is not whole');
  return bytes.readUInt32LE(bytes.readUInt32LE(0) === DESCRIPTOR ? 4 : 0);
}

const unreadable = (what: string) =>
  new OperatorError(`The zip file ${what}: unpack it and import the file in it.`);
