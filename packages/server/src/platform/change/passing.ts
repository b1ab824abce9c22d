import sql, { type Sql } from 'sql-template-tag';
import type { DataSource } from 'typeorm';
import { newId } from '../type-id';
import type { Surroundings } from './change';

/** What time brought about: nobody wrote anything, and yet something is to be told of a record. */
export interface Passing {
  recordId: string;
  change: 'DATE_PASSED' | 'STATUS_CHANGED';
  /** Who may be told; at least who may see the record. */
  marking: number;
  /** The field of the record, or the part and its field. */
  field: string;
  before: unknown;
  after: unknown;
}

/** Finds what is to be told of these records, by statements of the transaction that holds them. */
export type Finding = (rows: <R>(statement: Sql) => Promise<R[]>) => Promise<readonly Passing[]>;

const BY = 'calendar';

/**
 * The door for time: entries of their own, which raise no version, since nothing that was recorded changed. The records are locked
 * before it is found out what there is to tell, so that each thing is told once whoever asks, and in the order of their changes.
 */
export async function tellOfTime(
  database: DataSource,
  records: readonly string[],
  find: Finding,
  { clock, committed }: Surroundings = {},
): Promise<number> {
  if (records.length === 0) return 0;
  const count = await database.transaction(async (manager) => {
    const rows = <R>(statement: Sql): Promise<R[]> => manager.query(statement.text, statement.values);
    const locked = await rows<{ id: string; type: string; version: number; changed_at: Date }>(
      sql`SELECT id, type, version, changed_at FROM record WHERE id = ANY(${records}::uuid[]) AND expunged_at IS NULL ORDER BY id FOR UPDATE`,
    );
    const held = new Map(locked.map((row) => [row.id, row]));
    const passing = (await find(rows)).filter(({ recordId }) => held.has(recordId));
    if (passing.length === 0) return 0;
    const [now] = clock
      ? [{ at: clock() }]
      : await rows<{ at: Date }>(sql`SELECT date_trunc('milliseconds', clock_timestamp()) AS at`);
    const at = Math.max(...locked.map((row) => row.changed_at.getTime() + 1), now?.at.getTime() ?? 0);
    const versions = passing.map(({ recordId, change, marking, field, before, after }) => ({
      id: newId(),
      record_id: recordId,
      record_type: held.get(recordId)?.type,
      version: held.get(recordId)?.version,
      marking,
      change,
      changed: [field],
      before: { [field]: before },
      after: { [field]: after },
      at: new Date(at),
      by: BY,
    }));
    await rows(
      sql`INSERT INTO record_version SELECT * FROM jsonb_populate_recordset(NULL::record_version, ${JSON.stringify(versions)}::jsonb)`,
    );
    await rows(
      sql`INSERT INTO event_outbox (version_id, record_id)
          SELECT * FROM unnest(${versions.map(({ id }) => id)}::uuid[], ${versions.map(({ record_id }) => record_id)}::uuid[])`,
    );
    return versions.length;
  });
  if (count > 0) committed?.();
  return count;
}
