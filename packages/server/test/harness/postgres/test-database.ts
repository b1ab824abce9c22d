import { Client } from 'pg';

/** What the set-up of a run tells its workers; they are processes, so it goes by the environment. */
export const RUN = {
  /** A superuser's url on the server of this run. */
  server: 'ENTENTE_TEST_SERVER',
  /** What the names of the run's databases begin with. */
  prefix: 'ENTENTE_TEST_PREFIX',
  /** Why the databases could not be made, if so. */
  failure: 'ENTENTE_TEST_FAILURE',
};

/** The secret of the tests' installation, from which the passwords of the readers' roles derive. */
export const TEST_SECRET = 'the-secret-of-the-tests';

/** The url of this worker's database: migrated, holding what earlier tests of this worker left. */
export function testDatabase(): string {
  const failure = process.env[RUN.failure];
  if (failure) throw new Error(failure);
  return urlOf(databaseOf(process.env.JEST_WORKER_ID ?? '1'));
}

/** The same url, its database made anew: for tests that count everything. No connection to it may be open. */
export async function freshTestDatabase(): Promise<string> {
  await createFromTemplate(databaseOf(process.env.JEST_WORKER_ID ?? '1'));
  return testDatabase();
}

/** A database of its own, empty and not migrated: for tests of the migrations. */
export async function emptyTestDatabase(name: string): Promise<string> {
  const database = databaseOf(`${process.env.JEST_WORKER_ID ?? '1'}_${name}`);
  await asSuperuser(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`, `CREATE DATABASE ${database}`);
  return urlOf(database);
}

export function databaseOf(name: string): string {
  return `${read(RUN.prefix)}_${name}`;
}

export function templateOf(database: string): string {
  return `${database}_template`;
}

export function urlOf(database: string): string {
  const url = new URL(read(RUN.server));
  url.pathname = `/${database}`;
  return url.href;
}

export async function createFromTemplate(database: string): Promise<void> {
  await asSuperuser(
    `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`,
    `CREATE DATABASE ${database} TEMPLATE ${templateOf(database)}`,
  );
}

export async function asSuperuser(...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: read(RUN.server) });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

function read(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: is globalSetup of jest.config.cjs missing?`);
  return value;
}
