import { gzipSync } from 'node:zlib';
import { projections } from '../../src/app/projections';
import type { Dataset } from '../../src/features/import/dataset.rule';
import { type DatasetFile, openFile } from '../../src/features/import/dataset-file.job';
import { Import, type ImportFigures, type ImportMeans } from '../../src/features/import/import.job';
import { Change } from '../../src/platform/change/change';
import type { Api } from './api';

export interface Imported
  extends Pick<ImportFigures, 'read' | 'accepted' | 'unchanged' | 'skipped' | 'rejected'> {
  runId: string;
  status: string;
}

export interface ImportOptions {
  isDryRun?: boolean;
  limit?: number;
  stop?: AbortSignal;
  name?: string;
}

/** A file that a test makes up, in pieces of some bytes if it says so. */
export function fileOf(content: string | Buffer, name = 'test.csv', chunkBytes = 65_536): DatasetFile {
  const bytes = Buffer.from(content);
  return {
    name,
    bytes: bytes.length,
    hash: () => 'of a test',
    position: () => 0,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}

export const gzipped = (text: string, name = 'test.csv.gz') => fileOf(gzipSync(text), name);

export function importMeans({ database }: Api): ImportMeans {
  return {
    change: new Change(database.writer, database.catalog, projections),
    catalog: database.catalog,
    connection: () => database.alone('import of a test'),
    rows: (text, values) => database.writer.query(text, values as unknown[]),
    log: { warn: (facts: unknown) => process.stderr.write(`${JSON.stringify(facts)}\n`) },
  };
}

/** Imports a text, or a file by its path, as the command does. */
export async function importing(
  api: Api,
  dataset: Dataset<unknown>,
  from: string | DatasetFile | { path: string },
  { isDryRun = false, limit, stop = new AbortController().signal, name }: ImportOptions = {},
): Promise<Imported> {
  const file =
    typeof from === 'string' ? fileOf(from, name) : 'path' in from ? await openFile(from.path) : from;
  const work = new Import(importMeans(api), {
    dataset,
    file,
    isDryRun,
    limit: limit ?? null,
  });
  const status = await work.run(stop);
  const { read, accepted, unchanged, skipped, rejected, runId } = work.figures;
  return { read, accepted, unchanged, skipped, rejected, status, runId: String(runId) };
}
