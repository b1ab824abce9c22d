import { createLog } from '../platform/log';
import { OperatorError } from '../platform/operator-error';
import type { Config } from './config';
import { Database } from './database';
import { readInstallation } from './installation';
import { withDatabase } from './with-database';

/** For a command that works on records: the database, opened for as long as the work takes. */
export function withRecords<T>(
  config: Config,
  work: (database: Database) => Promise<T>,
  poolSize = 2,
): Promise<T> {
  const log = createLog({ level: config.logLevel });
  return withDatabase(config, log, async (url) => {
    const { secret } = readInstallation(config);
    const database = await Database.open(url, { poolSize, deadlineMs: config.limits.deadlineMs, secret });
    try {
      if (!(await isMigrated(database)))
        throw new OperatorError('The database is not at the present schema: run migrate up first.');
      return await work(database);
    } finally {
      await database.close();
    }
  });
}

/** A database in which no migration ever ran has no list of them either. */
const isMigrated = (database: Database) => database.isReady().catch(() => false);
