import type { ImportMeans } from '../features/import/import.job';
import { Change } from '../platform/change/change';
import { createLog } from '../platform/log';
import type { Database } from './database';
import { projections } from './projections';

/** What an import needs of a process that has opened the database. */
export function importMeans(database: Database, logLevel: string): ImportMeans {
  return {
    change: new Change(database.writer, database.catalog, projections),
    catalog: database.catalog,
    connection: () => database.alone('entente import'),
    rows: (text, values) => database.writer.query(text, values as unknown[]),
    log: createLog({ level: logLevel }),
  };
}
