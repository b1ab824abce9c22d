import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { VERSION } from '../platform/dump/dump-format';
import { dumpedTables } from '../platform/dump/tables';
import { type Written, writeDump } from '../platform/dump/write-dump';
import { OperatorError } from '../platform/operator-error';
import type { Config } from './config';
import { FORMAT, KNOWN, logOf, ranMigrations, serverVersion, withExactText } from './dump-connection';
import { DumpProgress, figures } from './dump-progress';
import { CHOICE } from './dumped-tables';
import { interruptible } from './interruption';
import { withDatabase } from './with-database';

const STANDARD_OUTPUT = '-';

/** The operator's command: everything that was recorded, as lines of JSON. */
export async function dump(config: Config, file: string): Promise<string> {
  const from = Date.now();
  const isFile = file !== STANDARD_OUTPUT;
  if (isFile && existsSync(file))
    throw new OperatorError(`${file} is there already: give another name, or remove it.`);
  if (!isFile && process.stdout.isTTY)
    throw new OperatorError('A dump is not for reading: name a file, or pass standard output on.');
  const written = await interruptible('Stopped; no dump was made.', (signal) =>
    withDatabase(config, logOf(config), (url) =>
      withExactText(url, signal, (db) =>
        isFile ? dumpIntoFile(db, file, signal) : dumpInto(db, process.stdout, signal),
      ),
    ),
  );
  const summary = `Dumped ${figures(written, from)}.`;
  if (isFile) return summary;
  process.stderr.write(`${summary}\n`);
  return '';
}

/** Under another name until it is whole, and for its owner alone: it holds what is marked, too. */
async function dumpIntoFile(db: Client, file: string, signal: AbortSignal): Promise<Written> {
  const unfinished = `${file}.unfinished`;
  const out = createWriteStream(unfinished, { mode: 0o600, highWaterMark: 1 << 20, flush: true });
  out.on('error', () => undefined);
  try {
    const written = await dumpInto(db, out, signal);
    out.end();
    await finished(out);
    await rename(unfinished, file);
    return written;
  } catch (error) {
    out.destroy();
    await rm(unfinished, { force: true });
    throw isOfFiles(error) ? new OperatorError(`The dump could not be written: ${error.message}`) : error;
  }
}

const isOfFiles = (error: unknown): error is NodeJS.ErrnoException =>
  typeof (error as NodeJS.ErrnoException).syscall === 'string';

/** One state of the database, while others go on writing. */
export async function dumpInto(db: Client, out: Writable, signal: AbortSignal): Promise<Written> {
  await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const ran = await ranMigrations(db);
  const migration = KNOWN.findLast((name) => ran.includes(name));
  if (migration === undefined || ran.length !== KNOWN.length || ran.some((name) => !KNOWN.includes(name)))
    throw new OperatorError(
      'The database is not at the schema of this version: run migrate up, or dump with the version that migrated it.',
    );
  return dumpOfSchema(db, out, migration, signal);
}

/** Of the schema that this migration made. */
export async function dumpOfSchema(
  db: Client,
  out: Writable,
  migration: string,
  signal: AbortSignal,
): Promise<Written> {
  const tables = await dumpedTables(db, CHOICE);
  const header = {
    format: FORMAT,
    version: VERSION,
    server: serverVersion(),
    migration,
    ...(await placeInLog(db)),
    time: new Date().toISOString(),
    tables: tables.map(({ name }) => name),
  };
  const progress = new DumpProgress('Dumping', await estimate(db, header.tables));
  try {
    const written = await writeDump(db, out, { header, tables }, (at) => {
      signal.throwIfAborted();
      progress.on(at);
    });
    await db.query('COMMIT');
    return written;
  } finally {
    progress.end();
  }
}

async function placeInLog(db: Client) {
  const { rows } = await db.query(
    'SELECT epoch, seq::text AS seq, numbers::text[] AS numbers FROM event_head',
  );
  const { epoch, seq, numbers } = rows[0];
  return { epoch, position: { seq, numbers } };
}

/** What the planner thinks there is; null where it was not counted. */
async function estimate(db: Client, tables: readonly string[]): Promise<number | null> {
  const { rows } = await db.query(
    `SELECT coalesce(sum(greatest(c.reltuples, 0)), 0)::float8 AS rows FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)`,
    [tables],
  );
  return rows[0].rows || null;
}
