import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { clusterIn, databaseUrl, readConnection, readStatus } from './cluster';

/** The url of the embedded PostgreSQL that another process of ours has running on a directory, if one does. */
export function runningPostgres(directory: string): string | null {
  const cluster = clusterIn(resolve(directory));
  const status = existsSync(cluster) ? readStatus(cluster) : null;
  if (!status?.isReady || !existsSync(`/proc/${status.pid}`)) return null;
  return databaseUrl({ ...readConnection(cluster), port: status.port });
}
