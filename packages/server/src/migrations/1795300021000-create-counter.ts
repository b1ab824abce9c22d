import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLEARANCES, readerRole } from '../platform/postgres/roles';
import { AGREEMENT_CONTRIBUTIONS, ENGAGEMENT_CONTRIBUTIONS } from './counters/contributions';
import {
  AGREEMENT_CONTRIBUTIONS_BY_CLEARANCE,
  ENGAGEMENT_CONTRIBUTIONS_BY_CLEARANCE,
  PERIOD_OF,
} from './counters/contributions-by-clearance';
import {
  COUNT_ANEW,
  COUNTED_BEHIND,
  countByTrigger,
  KEY,
  type PlainCount,
  REBUILD_COUNTERS,
} from './counters/counting';

/** Roots that are counted by themselves: a claim is told of to whoever has its clearance. */
const PLAIN: readonly PlainCount[] = [
  { table: 'actor', kind: 'kind', marking: 'marking' },
  { table: 'position', kind: null, marking: 'marking' },
  { table: 'place', kind: null, marking: 'marking' },
  { table: 'topic', kind: null, marking: 'marking' },
  { table: 'source', kind: 'kind', marking: 'marking' },
  { table: 'claim', kind: 'predicate', marking: 'clearance' },
  { table: 'context_event', kind: 'kind', marking: 'marking' },
];

const WHAT = `
  marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
  kind text, status text, level smallint,
  period text, first_year smallint, last_year smallint, is_sure boolean NOT NULL,
  state_a uuid, state_b uuid CHECK (state_b > state_a)`;

/** What is told apart where nobody asks for time or level. */
const TOTAL = 'subject, marking, kind, status, state_a';

/** One process sums what was appended: nothing is added up in the transactions that write, where all would wait for one row. */
const FOLD_COUNTERS = `
  CREATE FUNCTION fold_counters(most integer) RETURNS integer LANGUAGE sql AS $$
    WITH gone AS (
      DELETE FROM counter_delta WHERE ctid = ANY (ARRAY(SELECT ctid FROM counter_delta LIMIT most)) RETURNING *),
    summed AS (
      SELECT ${KEY}, sum(rows) AS rows, sum(counted) AS counted FROM gone
       GROUP BY ${KEY} HAVING sum(rows) <> 0 OR sum(counted) <> 0 ORDER BY ${KEY}),
    added AS (
      INSERT INTO counter AS c (${KEY}, rows, counted) SELECT ${KEY}, rows, counted FROM summed
      ON CONFLICT (${KEY}) DO UPDATE SET rows = c.rows + excluded.rows, counted = c.counted + excluded.counted),
    totalled AS (
      INSERT INTO counter_total AS c (${TOTAL}, rows, counted)
      SELECT ${TOTAL}, sum(rows), sum(counted) FROM gone WHERE state_b IS NULL
       GROUP BY ${TOTAL} HAVING sum(rows) <> 0 OR sum(counted) <> 0 ORDER BY ${TOTAL}
      ON CONFLICT (${TOTAL}) DO UPDATE SET rows = c.rows + excluded.rows, counted = c.counted + excluded.counted)
    SELECT count(*)::integer FROM gone
  $$`;

export class CreateCounter1795300021000 implements MigrationInterface {
  name = 'CreateCounter1795300021000';

  async up(db: QueryRunner): Promise<void> {
    // How many there are, by marking: what a record counts for with each clearance, as differences between one and the next lower one.
    // A sum over the rows up to a clearance is the figure for it.
    await db.query(`
      CREATE TABLE counter (
        subject text NOT NULL, ${WHAT}, rows bigint NOT NULL, counted bigint NOT NULL,
        CONSTRAINT counter_is_one UNIQUE NULLS NOT DISTINCT (subject, state_a, state_b, marking, kind, status, level, period, first_year, last_year, is_sure)
      ) WITH (fillfactor = 80)`);
    await db.query(
      'CREATE INDEX counter_by_second ON counter (subject, state_b, state_a) WHERE state_b IS NOT NULL',
    );
    // What is not yet in it. Rows come and go by the second: see the job that folds them.
    await db.query(`
      CREATE TABLE counter_delta (subject text NOT NULL, ${WHAT}, rows integer NOT NULL, counted integer NOT NULL)
        WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, vacuum_truncate = off)`);
    await db.query('CREATE INDEX counter_delta_by_state ON counter_delta (subject, state_a, state_b)');
    await db.query(`
      CREATE VIEW counted WITH (security_invoker = true) AS
        SELECT ${KEY}, rows, counted FROM counter
        UNION ALL
        SELECT ${KEY}, rows, counted FROM counter_delta`);

    // The same without time and level, for sums that would else be of thousands of rows: a count of everything.
    await db.query(`
      CREATE TABLE counter_total (
        subject text NOT NULL,
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
        kind text, status text, state_a uuid, rows bigint NOT NULL, counted bigint NOT NULL,
        CONSTRAINT counter_total_is_one UNIQUE NULLS NOT DISTINCT (subject, state_a, marking, kind, status)
      ) WITH (fillfactor = 80)`);
    await db.query(`
      CREATE VIEW counted_total WITH (security_invoker = true) AS
        SELECT ${TOTAL}, rows, counted FROM counter_total
        UNION ALL
        SELECT ${TOTAL}, rows, counted FROM counter_delta WHERE state_b IS NULL`);

    // What each record contributes now, so that the next change of it can take that back.
    await db.query(`CREATE TYPE contribution AS (
      marking smallint, kind text, status text, level smallint, period text, first_year smallint, last_year smallint, is_sure boolean,
      state_a uuid, state_b uuid, rows integer, counted integer)`);
    await db.query(`
      CREATE TABLE tally (
        record_id uuid PRIMARY KEY,
        subject text NOT NULL,
        parent_id uuid,
        contributions contribution[] NOT NULL
      )`);
    // Records of so many states that pairs of them are not counted: whoever wants pairs looks these up.
    await db.query(`
      CREATE TABLE counter_crowd (
        record_id uuid PRIMARY KEY,
        subject text NOT NULL,
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4)
      )`);

    for (const table of ['counter', 'counter_total', 'counter_delta', 'counter_crowd']) {
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      for (const level of CLEARANCES) {
        const role = await readerRole(db, level);
        await db.query(
          `CREATE POLICY reads_${level.name} ON ${table} FOR SELECT TO ${role} USING (marking <= ${level.value})`,
        );
        await db.query(`GRANT SELECT ON ${table} TO ${role}`);
      }
    }
    for (const level of CLEARANCES)
      await db.query(`GRANT SELECT ON counted, counted_total TO ${await readerRole(db, level)}`);

    for (const definition of [
      PERIOD_OF,
      ENGAGEMENT_CONTRIBUTIONS_BY_CLEARANCE,
      AGREEMENT_CONTRIBUTIONS_BY_CLEARANCE,
      ENGAGEMENT_CONTRIBUTIONS,
      AGREEMENT_CONTRIBUTIONS,
      COUNTED_BEHIND,
      COUNT_ANEW,
      FOLD_COUNTERS,
      REBUILD_COUNTERS(PLAIN),
    ])
      await db.query(definition);
    for (const plain of PLAIN) for (const definition of countByTrigger(plain)) await db.query(definition);
    await db.query('SELECT rebuild_counters()');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const { table } of PLAIN) {
      for (const event of ['inserted', 'updated', 'deleted'])
        await db.query(`DROP TRIGGER count_${event} ON ${table}`);
      await db.query(`DROP FUNCTION count_${table}()`);
    }
    for (const signature of [
      'rebuild_counters()',
      'fold_counters(integer)',
      'count_anew(uuid[], uuid[])',
      'counted_behind(uuid[])',
      'agreement_contributions(uuid[])',
      'engagement_contributions(uuid[])',
      'agreement_contributions_by_clearance(uuid[])',
      'engagement_contributions_by_clearance(uuid[])',
      'period_of(date, date)',
    ])
      await db.query(`DROP FUNCTION ${signature}`);
    for (const view of ['counted_total', 'counted']) await db.query(`DROP VIEW ${view}`);
    for (const table of ['counter_crowd', 'tally', 'counter_delta', 'counter_total', 'counter'])
      await db.query(`DROP TABLE ${table}`);
    await db.query('DROP TYPE contribution');
  }
}
