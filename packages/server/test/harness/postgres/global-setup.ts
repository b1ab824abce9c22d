import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateUp } from '../../../src/app/database';
import { type Postgres, startPostgres } from '../../../src/platform/postgres/embedded';
import {
  asSuperuser,
  createFromTemplate,
  databaseOf,
  RUN,
  TEST_SECRET,
  templateOf,
  urlOf,
} from './test-database';

const DIRECTORY = 'entente-test-';

declare global {
  var ententeTestServer: Postgres | undefined;
}

/** One server for the run, and one migrated database for each worker. */
export default async function setUp({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  process.env[RUN.prefix] = `entente_test_${process.pid}`;
  process.env[RUN.server] = process.env.TEST_DATABASE_URL || (await startEmbedded());

  const databases = Array.from({ length: maxWorkers }, (_, at) => databaseOf(String(at + 1)));
  try {
    await Promise.all(databases.map(prepare));
  } catch (error) {
    // Told by the tests that need a database; the others can still run.
    process.env[RUN.failure] = `The test database could not be migrated: ${(error as Error).stack}`;
  }
}

/** Migrated under its own name, because the names of the roles that read it hold that name; then kept as a template. */
async function prepare(database: string): Promise<void> {
  await asSuperuser(`CREATE DATABASE ${database}`);
  await migrateUp(urlOf(database), TEST_SECRET);
  await asSuperuser(`ALTER DATABASE ${database} RENAME TO ${templateOf(database)}`);
  await createFromTemplate(database);
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
