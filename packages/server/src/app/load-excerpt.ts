import { join } from 'node:path';
import { openFile } from '../features/import/dataset-file.job';
import { GDELT } from '../features/import/gdelt.service';
import { Import } from '../features/import/import.job';
import type { Database } from './database';
import { importMeans } from './import-means';
import { refreshStatistics } from './planner-statistics';

/** Beside the sources as beside what is built of them. */
const EXCERPT = join(__dirname, '../../data/gdelt/20191024143000.excerpt.export.CSV');

/**
 * Real data beside the demo record: an excerpt of GDELT, imported as any file of it is. So its run can be read, and the whole export,
 * imported later, finds these rows known.
 */
export async function loadExcerpt(database: Database, logLevel: string): Promise<Import['figures']> {
  const work = new Import(importMeans(database, logLevel), { dataset: GDELT, file: await openFile(EXCERPT) });
  await work.run(new AbortController().signal);
  if (work.figures.accepted > 0) await refreshStatistics(database);
  return work.figures;
}
