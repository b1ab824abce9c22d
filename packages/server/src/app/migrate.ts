import { createLog } from '../platform/log';
import type { Config } from './config';
import { migrateDown, migrateStatus, migrateUp } from './database';
import { readInstallation } from './installation';
import { withDatabase } from './with-database';

const work = <T>(config: Config, fn: (url: string) => Promise<T>) =>
  withDatabase(config, createLog({ level: config.logLevel }), fn);

export async function up(config: Config): Promise<string> {
  const ran = await work(config, (url) => migrateUp(url, readInstallation(config).secret));
  return ran.length === 0 ? 'Nothing to migrate.' : ran.map((name) => `up    ${name}`).join('\n');
}

export async function down(config: Config): Promise<string> {
  const name = await work(config, migrateDown);
  return name === null ? 'Nothing to take back.' : `down  ${name}`;
}

export async function status(config: Config): Promise<string> {
  const rows = await work(config, migrateStatus);
  return rows.map(({ name, hasRun }) => `${hasRun ? 'ran    ' : 'to run '} ${name}`).join('\n');
}
