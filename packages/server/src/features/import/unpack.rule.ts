import { once } from 'node:events';
import type { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { OperatorError } from '../../platform/operator-error';
import { ByteSource } from './byte-source.rule';
import { firstEntryOf } from './zip-entry.rule';

const GZIP = [0x1f, 0x8b];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/** The text of a file, whether it is packed or not: by its first bytes, since names lie. */
export async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = new ByteSource(chunks);
  const head = await source.peek(4);
  const begins = (magic: readonly number[]) => magic.every((byte, at) => head[at] === byte);
  try {
    if (UTF_16.some(begins)) throw new OperatorError('The file is UTF-16: save it as UTF-8 and import that.');
    if (begins(GZIP)) yield* through(source, createGunzip());
    else if (begins(ZIP)) yield* firstEntryOf(source);
    else yield* source.rest();
    // What follows the first file of a zip belongs to the file, too, by which its hash is.
    while ((await source.next()) !== null);
  } finally {
    await source.close();
  }
}

/** Neither side runs ahead of the other. */
async function* through(source: ByteSource, unpack: Transform): AsyncGenerator<Buffer> {
  const closed = once(unpack, 'close').catch(() => undefined);
  const feeding = (async () => {
    for await (const chunk of source.rest()) {
      if (unpack.destroyed) return;
      if (!unpack.write(chunk)) await Promise.race([once(unpack, 'drain'), closed]);
    }
    unpack.end();
  })().catch((error) => unpack.destroy(error));
  try {
    for await (const chunk of unpack) yield chunk;
  } catch (error) {
    throw brokenPackage(error);
  } finally {
    unpack.destroy();
    await feeding;
  }
}

/** What zlib says of a file that was broken off or changed. Other errors are of whoever reads the bytes. */
export function brokenPackage(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  return code?.startsWith('Z_')
    ? new OperatorError(`The packed file is damaged or not whole (${message}): fetch it again.`)
    : error;
}
