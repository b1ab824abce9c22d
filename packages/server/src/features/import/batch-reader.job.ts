import { OperatorError } from '../../platform/operator-error';
import { Batch } from './batch.rule';
import { ByteSource } from './byte-source.rule';
import type { Dataset, Dialect } from './dataset.rule';
import type { DatasetFile } from './dataset-file.job';
import { linesOf } from './file-lines.rule';
import { type FileRow, RowReader } from './file-rows.rule';
import { unpacked } from './unpack.rule';

const HEAD_BYTES = 65_536;

/** A file that was begun to be read. */
export interface OpenedRows {
  dialect: Dialect<unknown>;
  batches: AsyncGenerator<Batch>;
}

/** The rows of a file, so many at a time, and in which form they stand. An empty file has none, in whatever form. */
export async function openRows(
  dataset: Dataset<unknown>,
  file: DatasetFile,
  limit: number | null,
): Promise<OpenedRows> {
  const source = new ByteSource(unpacked(file.chunks()));
  const head = headOf(await source.peek(HEAD_BYTES));
  const dialect = dataset.dialectOf(head);
  if (!dialect) {
    await source.close();
    throw new OperatorError(
      head.trim() === ''
        ? `${file.name} is empty.`
        : `${file.name} is in none of the forms in which ${dataset.title} is handed on. It begins: ${head.slice(0, 120).split('\n')[0]}`,
    );
  }
  return { dialect, batches: batchesOf(source, dialect, limit, dataset.batchFacts) };
}

/** Whole lines, unless there is no end to the first one. */
function headOf(bytes: Buffer): string {
  const end = bytes.length < HEAD_BYTES ? bytes.length : bytes.lastIndexOf('\n') + 1;
  const text = bytes.toString('utf8', 0, end || bytes.length);
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

async function* batchesOf(
  source: ByteSource,
  dialect: Dialect<unknown>,
  limit: number | null,
  mostFacts: number | undefined,
): AsyncGenerator<Batch> {
  let left = limit ?? Number.POSITIVE_INFINITY;
  let batch = new Batch(1, mostFacts);
  try {
    for await (const rows of rowsOf(source, dialect)) {
      for (const row of rows) {
        if (left === 0) break;
        left -= 1;
        batch.take(row, dialect);
        if (!batch.isFull) continue;
        yield batch;
        batch = new Batch(batch.number + 1, mostFacts);
      }
      if (left === 0) break;
    }
    if (!batch.isEmpty) yield batch;
  } finally {
    await source.close();
  }
}

async function* rowsOf(source: ByteSource, { format }: Dialect<unknown>): AsyncGenerator<FileRow[]> {
  const reader = new RowReader(format);
  for await (const lines of linesOf(source.rest())) yield reader.take(lines);
  yield reader.end();
}
