import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Postgres, startPostgres } from '../../../src/platform/postgres/embedded';
import { asSuperuser, createFromTemplate, databaseOf, RUN, urlOf } from './test-database';

const DIRECTORY = 'entente-test-';

declare global {
  var ententeTestServer: Postgres | undefined;
}

/** One server for the run, one migrated database, and a copy of it for each worker. */
export default async function setUp({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  process.env[RUN.prefix] = `entente_test_${process.pid}`;
  process.env[RUN.server] = process.env.TEST_DATABASE_URL || (await startEmbedded());

  await asSuperuser(`CREATE DATABASE ${databaseOf('template')}`);
  await migrate(urlOf(databaseOf('template')));
  for (let worker = 1; worker <= maxWorkers; worker++) await createFromTemplate(databaseOf(String(worker)));
}

async function startEmbedded(): Promise<string> {
  removeLeftovers();
  const directory = join(tmpdir(), `${DIRECTORY}${process.pid}`);
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  globalThis.ententeTestServer = await startPostgres({
    directory,
    log: { debug() {}, warn: (message) => process.stderr.write(`${message}\n`) },
    // Nothing of a test run must outlive it, so nothing waits for the disk.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  return globalThis.ententeTestServer.url;
}

/** A run that was killed could not remove its directory. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(DIRECTORY) && !existsSync(`/proc/${name.slice(DIRECTORY.length)}`))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

async function migrate(url: string): Promise<void> {
  const database = join(__dirname, '../../../src/app/database');
  if (!existsSync(`${database}.ts`)) return;
  const { migrateUp } = (await import(database)) as { migrateUp(url: string): Promise<unknown> };
  await migrateUp(url);
}
