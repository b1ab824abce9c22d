import { createWriteStream } from 'node:fs';
import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OperatorError } from '../platform/operator-error';

/** Hands over a file that can be read twice: what comes by standard input is kept in one for as long as the work takes. */
export async function withDumpFile<T>(
  file: string,
  work: (path: string) => Promise<T>,
  input: NodeJS.ReadableStream = process.stdin,
): Promise<T> {
  if (file !== '-') {
    await access(file, constants.R_OK).catch((error: Error) => {
      throw new OperatorError(`${file} cannot be read: ${error.message}`);
    });
    return work(file);
  }
  const directory = await mkdtemp(join(tmpdir(), 'entente-restore-'));
  try {
    const path = join(directory, 'dump');
    await pipeline(input, createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
