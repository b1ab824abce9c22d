import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { OperatorError } from '../../platform/operator-error';

const CHUNK_BYTES = 256 * 1024;

/** What an import reads, packed as it is. */
export interface DatasetFile {
  name: string;
  /** Null: not known beforehand. */
  bytes: number | null;
  /** SHA-256; null until the whole was read. */
  hash(): string | null;
  /** Can be called once. */
  chunks(): AsyncIterable<Buffer>;
  /** How many bytes of it were read. */
  position(): number;
}

/** A file, or `-` for standard input. */
export async function openFile(path: string, input: Readable = process.stdin): Promise<DatasetFile> {
  if (path === '-') return fromStream('standard input', input);
  const found = await stat(path).catch(() => null);
  if (!found)
    throw new OperatorError(`There is no file ${path}: give the path of one, or - for standard input.`);
  if (found.isDirectory())
    throw new OperatorError(`${path} is a folder: give the files in it, one at a time.`);
  const read = () => createReadStream(path, { highWaterMark: CHUNK_BYTES });
  // A pipe can be read only once.
  if (!found.isFile()) return fromStream(basename(path), read());
  const digest = createHash('sha256');
  for await (const chunk of read()) digest.update(chunk);
  const hash = digest.digest('hex');
  let position = 0;
  return {
    name: basename(path),
    bytes: found.size,
    hash: () => hash,
    position: () => position,
    async *chunks() {
      for await (const chunk of read()) {
        position += chunk.length;
        yield chunk;
      }
    },
  };
}

function fromStream(name: string, input: Readable): DatasetFile {
  const digest = createHash('sha256');
  let position = 0;
  let hash: string | null = null;
  return {
    name,
    bytes: null,
    hash: () => hash,
    position: () => position,
    async *chunks() {
      for await (const chunk of input) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
        digest.update(bytes);
        position += bytes.length;
        yield bytes;
      }
      hash = digest.digest('hex');
    },
  };
}
