import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Client } from 'pg';
import { renewEpoch } from '../features/feed/epoch.job';
import { LEADER_LOCK } from '../features/feed/leader.job';
import { LogPartitions } from '../features/feed/log-partitions.job';
import { SmallMemory } from '../features/import/memory.job';
import { loadDump } from '../platform/dump/load-dump';
import { dumpedTables } from '../platform/dump/tables';
import { readDump, type Verified } from '../platform/dump/verify-dump';
import { OperatorError } from '../platform/operator-error';
import type { Config } from './config';
import { migrateDown, migrateUp } from './database';
import { FORMAT, KNOWN, logOf, ranMigrations, withExactText } from './dump-connection';
import { withDumpFile } from './dump-file';
import { DumpProgress, figures } from './dump-progress';
import { CHOICE, DERIVED, rebuildDerived } from './dumped-tables';
import { readInstallation } from './installation';
import { interruptible } from './interruption';
import { refuseUsed } from './unused-database';
import { withDatabase } from './with-database';

/** The operator's command: what a dump holds, in a database that holds nothing yet. */
export function restore(config: Config, file: string): Promise<string> {
  const from = Date.now();
  return interruptible('Stopped; nothing was restored.', (signal) =>
    withDumpFile(file, async (path) => {
      const verified = await verify(path, signal);
      await withDatabase(config, logOf(config), (url) =>
        restoreInto(url, { path, verified, secret: readInstallation(config).secret, signal }),
      );
      const rows = Object.values(verified.rows).reduce((sum, count) => sum + count, 0);
      return [
        `Restored ${figures({ rows, bytes: verified.bytes }, from)}.`,
        'The event stream begins a new epoch: whoever resumes with a cursor of before is answered EPOCH_CHANGED.',
        'Run `entente check` to have everything recounted.',
      ].join('\n');
    }),
  );
}

/** Every byte is looked at before a database is. */
export async function verify(path: string, signal: AbortSignal): Promise<Verified> {
  const progress = new DumpProgress('Verifying');
  try {
    const verified = await readDump(contentOf(path), FORMAT, (at) => {
      signal.throwIfAborted();
      progress.on(at);
    });
    const { migration, server } = verified.header;
    if (!KNOWN.includes(String(migration)))
      throw new OperatorError(
        `This dump is of a schema that this version does not know (${migration}, made by version ${server}): restore it with that version or a later one.`,
      );
    return verified;
  } finally {
    progress.end();
  }
}

const contentOf = (path: string): AsyncIterable<Buffer> => createReadStream(path, { highWaterMark: 1 << 20 });

export interface Restoration {
  path: string;
  verified: Verified;
  secret: string;
  signal: AbortSignal;
}

/** A dump of an earlier schema is put into that schema, and then migrated as its own database would have been. */
export async function restoreInto(url: string, restoration: Restoration): Promise<void> {
  const { verified, secret, signal } = restoration;
  const isMade = await withExactText(url, signal, async (db) => {
    const ran = await ranMigrations(db);
    if (ran.length === 0) return false;
    if (ran.length !== KNOWN.length || ran.some((name) => !KNOWN.includes(name)))
      throw new OperatorError(
        'The database is not at the schema of this version: run migrate up first, or take an empty one.',
      );
    await refuseUsed(db);
    return true;
  });
  if (!isMade) await migrateUp(url, secret);
  const earlier = KNOWN.length - 1 - KNOWN.indexOf(String(verified.header.migration));
  try {
    for (let steps = 0; steps < earlier; steps += 1) await migrateDown(url);
    await withExactText(url, signal, (db) => load(db, restoration, earlier === 0));
  } finally {
    if (earlier > 0) await migrateUp(url, secret);
  }
  if (earlier > 0) await withExactText(url, signal, (db) => inTransaction(db, () => rebuildDerived(db)));
}

/** All or nothing. */
async function load(db: Client, restoration: Restoration, isPresentSchema: boolean): Promise<void> {
  await refuseServed(db);
  await inTransaction(db, async () => {
    if (isPresentSchema) await refuseUsed(db);
    await refuseOtherTables(db, restoration.verified);
    await loadRows(db, restoration, isPresentSchema);
    restoration.signal.throwIfAborted();
  });
}

async function loadRows(
  db: Client,
  { path, verified, signal }: Restoration,
  isPresentSchema: boolean,
): Promise<void> {
  const total = Object.values(verified.rows).reduce((sum, count) => sum + count, 0);
  const progress = new DumpProgress('Restoring', total);
  const memory = new SmallMemory();
  const onStep = (step: string) => {
    signal.throwIfAborted();
    progress.step(step);
  };
  try {
    const { seq } = verified.header.position as { seq: string };
    await new LogPartitions(db).reach(Number(seq));
    await loadDump(db, {
      verified,
      format: FORMAT,
      source: contentOf(path),
      derived: isPresentSchema ? DERIVED : [],
      given: { event_head: { epoch: randomBytes(8).toString('hex') } },
      onProgress: (at) => {
        signal.throwIfAborted();
        memory.keep();
        progress.on(at);
      },
      onStep,
    });
    onStep('what is derived');
    if (isPresentSchema) await rebuildDerived(db);
    await renewEpoch(db);
  } finally {
    progress.end();
  }
}

async function inTransaction(db: Client, work: () => Promise<void>): Promise<void> {
  await db.query('BEGIN');
  try {
    await work();
    await db.query('COMMIT');
  } catch (error) {
    await db.query('ROLLBACK').catch(() => undefined);
    throw told(error);
  }
}

/** A row that the database refuses is the dump's fault, and is named; a connection that broke is not. */
function told(error: unknown): unknown {
  const { code, detail, where, message } = error as Error & { [field: string]: string | undefined };
  if (!/^2[23]/.test(code ?? '')) return error;
  const place = where ?? detail ?? '';
  return new OperatorError(`The database refuses this dump: ${message}. ${place} Nothing was restored.`);
}

/** Whoever serves a database holds its events in memory. The lock is this connection's until it ends. */
async function refuseServed(db: Client): Promise<void> {
  const { rows } = await db.query('SELECT pg_try_advisory_lock($1::bigint) AS is_ours', [LEADER_LOCK]);
  if (!rows[0].is_ours) throw new OperatorError('A server runs on this database: stop it, then restore.');
}

async function refuseOtherTables(db: Client, { sections }: Verified): Promise<void> {
  const present = await dumpedTables(db, CHOICE);
  const told = sections.map(({ table, columns }) => `${table} ${columns.join(' ')}`);
  const expected = present.map(({ name, columns }) => `${name} ${columns.join(' ')}`);
  const other = [
    ...told.filter((table) => !expected.includes(table)),
    ...expected.filter((table) => !told.includes(table)),
  ];
  if (other.length > 0)
    throw new OperatorError(
      `This dump has other tables or columns than the database, first ${other[0]}: restore it with the version that made it.`,
    );
}
