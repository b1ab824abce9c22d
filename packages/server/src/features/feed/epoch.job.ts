import { randomBytes } from 'node:crypto';
import type { OwnConnection } from './facets.query';

/** Of the history that is being written; a server that took over for another writes another one. Null where it may not be asked. */
const TIMELINE = `
  CASE WHEN has_function_privilege('pg_current_wal_insert_lsn()', 'EXECUTE') AND has_function_privilege('pg_walfile_name(pg_lsn)', 'EXECUTE')
       THEN ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::integer END`;

/** From here on numbers mean something else: cursors of before are refused. Answers with the new epoch. */
export async function renewEpoch(db: OwnConnection): Promise<string> {
  const epoch = randomBytes(8).toString('hex');
  await db.query({ text: `UPDATE event_head SET epoch = $1, timeline = ${TIMELINE}`, values: [epoch] });
  return epoch;
}

/** A new leader's first question: whether the database is another one than the log was written in. Answers with the new epoch, if so. */
export async function renewEpochIfElsewhere(db: OwnConnection): Promise<string | null> {
  const { rows } = await db.query({ text: `SELECT timeline, ${TIMELINE} AS present FROM event_head` });
  const { timeline, present } = rows[0];
  if (present === null || timeline === present) return null;
  if (timeline !== null) return renewEpoch(db);
  await db.query({ text: 'UPDATE event_head SET timeline = $1', values: [present] });
  return null;
}
