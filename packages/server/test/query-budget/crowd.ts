import type { EntityManager } from 'typeorm';
import type { Api } from '../harness/api';

/** What is copied how many times: records beside those of the demo, joined to each other as these are, and to its actors and topics. */
const COPIES: readonly [copies: number, tables: readonly string[]][] = [
  [
    430,
    [
      'engagement',
      'participation',
      'agenda_item',
      'engagement_link',
      'agreement',
      'agreement_party',
      'context_event',
      'context_event_actor',
    ],
  ],
  [
    20,
    [
      'source',
      'source_citation',
      'passage',
      'claim',
      'claim_target',
      'claim_passage',
      'attribution',
      'claim_relation',
    ],
  ],
];
const ROOTS = ['engagement', 'agreement', 'context_event', 'source', 'claim'];
/** Every tenth copy is for nobody but the highest clearance. */
const MARKING = 'CASE WHEN n % 10 = 0 THEN 4 ELSE marking END';

/** Thousands of engagements and claims, planted past the door for writing. */
export async function plantCrowd({ database }: Api): Promise<void> {
  await database.writer.transaction(async (db) => {
    // No history, no events, no foreign keys to check in order.
    await db.query('SET LOCAL session_replication_role = replica');
    await db.query(`
      CREATE FUNCTION pg_temp.copy_of(id uuid, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
        SELECT overlay(overlay(md5(id::text || n) PLACING '7' FROM 13) PLACING '8' FROM 17)::uuid $$`);
    await db.query('CREATE TEMP TABLE copied (id uuid PRIMARY KEY) ON COMMIT DROP');
    for (const table of COPIES.flatMap(([, tables]) => tables))
      await db.query(`INSERT INTO copied SELECT id FROM ${table}`);
    for (const [copies, tables] of COPIES) for (const table of tables) await copyRows(db, table, copies);
  });
  await database.writer.query('ANALYZE');
}

async function copyRows(db: EntityManager, table: string, copies: number): Promise<void> {
  const columns: { name: string; type: string }[] = await db.query(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  const copied = ({ name, type }: { name: string; type: string }) => {
    if (name === 'marking' || name === 'clearance') return MARKING;
    if (type !== 'uuid') return `"${name}"`;
    return `CASE WHEN "${name}" IN (SELECT id FROM copied) THEN pg_temp.copy_of("${name}", n) ELSE "${name}" END`;
  };
  const from = `(SELECT * FROM ${table} WHERE id IN (SELECT id FROM copied)) original, generate_series(1, ${copies}) n`;
  if (ROOTS.includes(table))
    await db.query(`
      INSERT INTO record (id, type, marking, version, recorded_at, recorded_by, changed_at, recorded_from)
      SELECT pg_temp.copy_of(id, n), '${table}', ${MARKING}, 1, recorded_from, 'crowd', recorded_from, recorded_from FROM ${from}`);
  await db.query(
    `INSERT INTO ${table} (${columns.map(({ name }) => `"${name}"`).join(', ')}) SELECT ${columns.map(copied).join(', ')} FROM ${from}`,
  );
}
