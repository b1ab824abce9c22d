import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { destination } from 'pino';
import { migrations } from '../migrations';
import { EXACT_TEXT, type Rows } from '../platform/dump/tables';
import { createLog } from '../platform/log';
import type { Config } from './config';

export const FORMAT = 'entente-dump';

/** The names of all migrations, the first one first. */
export const KNOWN = migrations.map((each) => new each().name);

export function serverVersion(): string {
  return JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).version;
}

/** On standard error, since standard output may be the dump. */
export const logOf = ({ logLevel }: Config) =>
  createLog({ level: logLevel, to: destination({ dest: 2, sync: true }) });

/** A connection on which a value is the same text everywhere. When it is to stop, what runs on it is broken off. */
export async function withExactText<T>(
  url: string,
  signal: AbortSignal,
  work: (db: Client) => Promise<T>,
): Promise<T> {
  const db = new Client({ connectionString: url, application_name: 'entente dump and restore' });
  // A connection that breaks fails what is under way on it.
  db.on('error', () => undefined);
  await db.connect();
  try {
    await db.query(EXACT_TEXT);
    const { rows } = await db.query('SELECT pg_backend_pid() AS process');
    const stop = () => void cancel(url, rows[0].process).catch(() => undefined);
    signal.addEventListener('abort', stop);
    try {
      return await work(db);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  } finally {
    await db.end();
  }
}

async function cancel(url: string, backend: number): Promise<void> {
  const db = new Client({ connectionString: url });
  await db.connect();
  await db.query('SELECT pg_cancel_backend($1)', [backend]).finally(() => db.end());
}

/** Names of the migrations that ran; none in a database that was never migrated. */
export async function ranMigrations(db: Rows): Promise<string[]> {
  const { rows } = await db.query(`SELECT to_regclass('public.migrations') IS NOT NULL AS exists`);
  if (!rows[0].exists) return [];
  const { rows: ran } = await db.query('SELECT name FROM public.migrations ORDER BY id');
  return ran.map(({ name }: { name: string }) => name);
}
