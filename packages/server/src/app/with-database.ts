import { join } from 'node:path';
import { type PostgresLog, startPostgres } from '../platform/postgres/embedded';
import { runningPostgres } from '../platform/postgres/running';
import type { Config } from './config';

export function postgresDirectory({ dataDirectory }: Config): string {
  return join(dataDirectory, 'postgres');
}

/** For a command: the database that is set, the one a server has running, or the embedded one, started for as long as the work takes. */
export async function withDatabase<T>(
  config: Config,
  log: PostgresLog,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const directory = postgresDirectory(config);
  const present = config.databaseUrl ?? runningPostgres(directory);
  if (present) return work(present);
  const postgres = await startPostgres({ directory, log });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
