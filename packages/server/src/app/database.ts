import 'reflect-metadata';
import { Client, Pool, types } from 'pg';
import { DataSource } from 'typeorm';
import { ensureSearch } from '../features/search/search.projection';
import { migrations } from '../migrations';
import { ensureRoles, type ReaderAccess, readerAccess } from '../platform/postgres/reader-access';
import { CLEARANCES, quoteName, readerPassword, readerRoleName } from '../platform/postgres/roles';
import { SnakeNames } from '../platform/postgres/snake-names';
import { Catalog } from '../platform/read/catalog';
import { entities } from './entities';

// Days stay the strings they are: a Date would move them by the time zone.
types.setTypeParser(types.builtins.DATE, (text) => text);

function dataSource(url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNames(),
    synchronize: false,
    logging: false,
    extra: { options: '-c search_path=public', idle_in_transaction_session_timeout: 60_000 },
  });
}

/** The connections of a process: one pool that writes, and one a clearance that reads, opened when first asked for. */
export class Database {
  readonly catalog: Catalog;
  readonly #readers = new Map<number, Pool>();

  private constructor(
    readonly writer: DataSource,
    private readonly url: string,
    private readonly options: { poolSize: number; deadlineMs: number; access: ReaderAccess; secret: string },
  ) {
    this.catalog = new Catalog(writer);
  }

  static async open(
    url: string,
    options: { poolSize: number; deadlineMs: number; secret: string },
  ): Promise<Database> {
    const writer = await dataSource(url, options.poolSize).initialize();
    try {
      return new Database(writer, url, { ...options, access: await readerAccess(writer, options.secret) });
    } catch (error) {
      await writer.destroy();
      throw error;
    }
  }

  /** How readers reach their roles; `SET ROLE` is weaker and worth a warning. */
  get access(): ReaderAccess {
    return this.options.access;
  }

  reader(clearance: number): Pool {
    let pool = this.#readers.get(clearance);
    if (pool === undefined) {
      pool = this.#openReader(clearance);
      this.#readers.set(clearance, pool);
    }
    return pool;
  }

  #openReader(clearance: number): Pool {
    const { poolSize, deadlineMs, access, secret } = this.options;
    const address = new URL(this.url);
    const level = CLEARANCES[clearance];
    if (!level) throw new Error(`there is no clearance ${clearance}`);
    const role = readerRoleName(decodeURIComponent(address.pathname.slice(1)), level);
    const common = {
      max: poolSize,
      connectionTimeoutMillis: 3_000,
      statement_timeout: deadlineMs,
      idleTimeoutMillis: 30_000,
      options: '-c search_path=public',
    };
    if (access === 'login') {
      address.username = encodeURIComponent(role);
      address.password = encodeURIComponent(readerPassword(secret, role));
      return listening(new Pool({ ...common, connectionString: address.href }));
    }
    return listening(
      new Pool({
        ...common,
        connectionString: this.url,
        onConnect: async (client) => {
          await client.query(`SET ROLE ${quoteName(role)}`);
        },
      }),
    );
  }

  /** A connection of the owner beside the pools, not yet open: for whoever holds a lock or listens. */
  alone(name: string, settings: readonly string[] = []): Client {
    const options = ['search_path=public', ...settings].map((setting) => `-c ${setting}`).join(' ');
    return new Client({
      connectionString: this.url,
      application_name: name,
      options,
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 2_000,
    });
  }

  /** A few connections beside those that write, so that readers of the log and writers do not wait for each other. */
  aside(name: string, size: number): Pool {
    return listening(
      new Pool({
        connectionString: this.url,
        application_name: name,
        max: size,
        connectionTimeoutMillis: 3_000,
        statement_timeout: this.options.deadlineMs,
        options: '-c search_path=public',
      }),
    );
  }

  /** Whether it answers and every migration has run. */
  async isReady(): Promise<boolean> {
    const rows: unknown[] = await this.writer.query('SELECT FROM migrations');
    return rows.length >= migrations.length;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#readers.values()].map((pool) => pool.end()));
    await this.writer.destroy();
  }
}

/** A connection that breaks tells its pool while it is idle, and else whoever has it; unheard, that would end the process. */
function listening(pool: Pool): Pool {
  return pool
    .on('error', () => undefined)
    .on('connect', (client) => {
      client.on('error', () => undefined);
    });
}

export async function migrateUp(url: string, secret: string): Promise<string[]> {
  const db = await dataSource(url, 2).initialize();
  try {
    await ensureRoles(db, secret);
    const ran = await db.runMigrations({ transaction: 'each' });
    await ensureSearch(db);
    return ran.map((migration) => migration.name);
  } finally {
    await db.destroy();
  }
}

export async function migrateDown(url: string): Promise<string | null> {
  const db = await dataSource(url, 2).initialize();
  try {
    const [last]: { name: string }[] = await db.query('SELECT name FROM migrations ORDER BY id DESC LIMIT 1');
    if (last) await db.undoLastMigration({ transaction: 'each' });
    return last?.name ?? null;
  } finally {
    await db.destroy();
  }
}

/** Every migration, and whether it has run. */
export async function migrateStatus(url: string): Promise<{ name: string; hasRun: boolean }[]> {
  const db = await dataSource(url, 2).initialize();
  try {
    const [{ exists }] = await db.query(`SELECT to_regclass('public.migrations') IS NOT NULL AS exists`);
    const done: { name: string }[] = exists ? await db.query('SELECT name FROM migrations') : [];
    const names = new Set(done.map((row) => row.name));
    return db.migrations.map(({ name }) => ({ name: name ?? '', hasRun: names.has(name ?? '') }));
  } finally {
    await db.destroy();
  }
}
