import { randomBytes } from 'node:crypto';
import type { OwnConnection } from './own-connection.query';

/** Asked apart: a statement with a function that may not be called fails, whether or not it comes to call it. */
const MAY_ASK = `
  SELECT has_function_privilege('pg_control_system()', 'EXECUTE') AS system,
         has_function_privilege('pg_current_wal_insert_lsn()', 'EXECUTE') AND has_function_privilege('pg_walfile_name(pg_lsn)', 'EXECUTE') AS timeline`;

const DATABASE = '(SELECT oid FROM pg_database WHERE datname = current_database())';
const SYSTEM = '(SELECT system_identifier FROM pg_control_system())';
/** Of its log: a server that took over for another, or was set back in time, writes another one. */
const TIMELINE = 'left(pg_walfile_name(pg_current_wal_insert_lsn()), 8)';

/** What tells this database from one that was made of its backup, as far as it may be asked. */
async function presentPlace(db: OwnConnection): Promise<string> {
  const { rows: may } = await db.query({ text: MAY_ASK });
  const parts = [may[0].system ? SYSTEM : `'-'`, DATABASE, may[0].timeline ? TIMELINE : `'-'`];
  const { rows } = await db.query({ text: `SELECT concat_ws('/', ${parts.join(', ')}) AS place` });
  return rows[0].place;
}

/** From here on numbers mean something else: cursors of before are refused. Answers with the new epoch. */
export async function renewEpoch(db: OwnConnection): Promise<string> {
  const epoch = randomBytes(8).toString('hex');
  await db.query({
    text: 'UPDATE event_head SET epoch = $1, written_in = $2',
    values: [epoch, await presentPlace(db)],
  });
  return epoch;
}

/**
 * A new leader's first question: whether the database is another one than the log was written in. Answers with the new epoch, if so. A
 * backup that was put back into the very same database is not recognised: there the operator has to say so.
 */
export async function renewEpochIfElsewhere(db: OwnConnection): Promise<string | null> {
  const place = await presentPlace(db);
  const { rows } = await db.query({ text: 'SELECT written_in FROM event_head' });
  const [{ written_in: before }] = rows;
  if (before === place) return null;
  if (before !== null) return renewEpoch(db);
  await db.query({ text: 'UPDATE event_head SET written_in = $1', values: [place] });
  return null;
}
