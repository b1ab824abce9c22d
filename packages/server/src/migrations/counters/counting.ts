import { MOST_STATES } from './contributions-by-clearance';

/** A type of record that is counted by one column, or by none. */
export interface PlainCount {
  table: string;
  kind: string | null;
  marking: string;
}

export const KEY =
  'subject, marking, kind, status, level, period, first_year, last_year, is_sure, state_a, state_b';
const OF_CONTRIBUTION = KEY.replace('subject, ', '');

/** Held shared by whoever counts a record anew, and alone by whoever changed what others are counted by. */
const LOCK = "hashtextextended('entente counters', 0)";

/**
 * Which engagements and agreements may count otherwise since these actors, offices and their rows are others: those of an organization
 * with its state, those who act in an office with the office.
 */
export const COUNTED_BEHIND = `
  CREATE FUNCTION counted_behind(causes uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    WITH who AS MATERIALIZED (
      SELECT a.id FROM actor a WHERE a.id = ANY(causes)
      UNION SELECT a.id FROM actor a WHERE a.state_id = ANY(causes)),
    office AS MATERIALIZED (
      SELECT o.id FROM position o WHERE o.id = ANY(causes)
      UNION SELECT o.id FROM who JOIN position o ON o.organization_id = who.id
      UNION SELECT o.id FROM who JOIN position o ON o.state_id = who.id),
    held AS MATERIALIZED (
      SELECT t.id FROM office JOIN tenure t ON t.position_id = office.id
      UNION SELECT t.id FROM who JOIN tenure t ON t.record_id = who.id)
    SELECT p.record_id FROM who JOIN participation p ON p.actor_id = who.id
    UNION SELECT p.record_id FROM who JOIN participation p ON p.on_behalf_of_id = who.id
    UNION SELECT p.record_id FROM held JOIN participation p ON p.tenure_id = held.id
    UNION SELECT p.record_id FROM who JOIN agreement_party p ON p.actor_id = who.id
  $$`;

/**
 * Counts records anew, and appends what came of it. \`records\` were written; \`causes\` are actors and offices by which others count.
 * Rows of \`tally\` are locked before anything is read, and each statement sees what was committed when it began: of two who count one
 * record anew, the later one sees what the earlier one wrote.
 */
export const COUNT_ANEW = `
  CREATE FUNCTION count_anew(records uuid[], causes uuid[]) RETURNS integer LANGUAGE plpgsql SET jit = off SET enable_seqscan = off AS $$
  DECLARE
    changed integer;
  BEGIN
    IF cardinality(causes) > 0 THEN
      PERFORM pg_advisory_xact_lock(${LOCK});
      records := records || ARRAY(SELECT counted_behind(causes));
    ELSE
      PERFORM pg_advisory_xact_lock_shared(${LOCK});
    END IF;
    -- A visit is counted by its meetings: by those it has, and by those it had.
    records := ARRAY(
      SELECT unnest(records)
      UNION SELECT e.parent_id FROM engagement e WHERE e.id = ANY(records) AND e.parent_id IS NOT NULL
      UNION SELECT t.parent_id FROM tally t WHERE t.record_id = ANY(records) AND t.parent_id IS NOT NULL);
    PERFORM FROM tally t WHERE t.record_id = ANY(records) ORDER BY t.record_id FOR UPDATE;

    WITH fresh AS MATERIALIZED (
      SELECT * FROM engagement_contributions(records) UNION ALL SELECT * FROM agreement_contributions(records)),
    former AS MATERIALIZED (
      SELECT t.record_id, t.subject, t.parent_id, t.contributions FROM tally t WHERE t.record_id = ANY(records)),
    other AS MATERIALIZED (
      SELECT coalesce(n.record_id, f.record_id) AS record_id, coalesce(n.subject, f.subject) AS subject, n.parent_id, n.marking, n.states,
             n.record_id IS NULL AS is_gone,
             coalesce(n.contributions, '{}') AS contributions, coalesce(f.contributions, '{}') AS former_contributions
        FROM fresh n FULL JOIN former f ON f.record_id = n.record_id
       WHERE n.record_id IS NULL OR f.record_id IS NULL
          OR n.contributions IS DISTINCT FROM f.contributions OR n.parent_id IS DISTINCT FROM f.parent_id),
    dropped AS (DELETE FROM tally t USING other o WHERE o.is_gone AND t.record_id = o.record_id),
    kept AS (
      INSERT INTO tally (record_id, subject, parent_id, contributions)
      SELECT record_id, subject, parent_id, contributions FROM other WHERE NOT is_gone
      ON CONFLICT (record_id) DO UPDATE SET parent_id = excluded.parent_id, contributions = excluded.contributions),
    thinned AS (
      DELETE FROM counter_crowd w USING other o
       WHERE w.record_id = o.record_id AND (o.is_gone OR o.states <= ${MOST_STATES})),
    crowded AS (
      INSERT INTO counter_crowd (record_id, subject, marking)
      SELECT record_id, subject, marking FROM other WHERE states > ${MOST_STATES}
      ON CONFLICT (record_id) DO UPDATE SET marking = excluded.marking),
    told AS (
      INSERT INTO counter_delta (${KEY}, rows, counted)
      SELECT ${KEY}, sum(rows), sum(counted)
        FROM (SELECT o.subject, c.* FROM other o CROSS JOIN LATERAL unnest(o.contributions) c
              UNION ALL
              SELECT o.subject, ${OF_CONTRIBUTION.split(', ')
                .map((column) => `c.${column}`)
                .join(
                  ', ',
                )}, -c.rows, -c.counted FROM other o CROSS JOIN LATERAL unnest(o.former_contributions) c) d
       GROUP BY ${KEY} HAVING sum(rows) <> 0 OR sum(counted) <> 0)
    SELECT count(*) INTO changed FROM other;
    RETURN changed;
  END $$`;

/** Everything anew from what stands, for a database that has not been counted, or whose counters came from elsewhere. */
export const REBUILD_COUNTERS = (plain: readonly PlainCount[]) => `
  CREATE FUNCTION rebuild_counters() RETURNS void LANGUAGE plpgsql SET jit = off AS $$
  DECLARE
    batch uuid[];
    last uuid := '00000000-0000-0000-0000-000000000000';
  BEGIN
    PERFORM pg_advisory_xact_lock(${LOCK});
    LOCK TABLE ${plain.map(({ table }) => table).join(', ')} IN SHARE MODE;
    DELETE FROM counter_delta;
    DELETE FROM counter;
    DELETE FROM counter_total;
    DELETE FROM counter_crowd;
    DELETE FROM tally;
    LOOP
      batch := ARRAY(SELECT r.id FROM record r WHERE r.id > last AND r.type IN ('engagement', 'agreement') ORDER BY r.id LIMIT 2000);
      EXIT WHEN cardinality(batch) = 0;
      PERFORM count_anew(batch, '{}');
      last := batch[cardinality(batch)];
    END LOOP;
    INSERT INTO counter_delta (subject, marking, kind, is_sure, rows, counted)
    ${plain.map(plainCount).join(' UNION ALL ')};
    WHILE fold_counters(100000) > 0 LOOP END LOOP;
  END $$`;

const plainCount = ({ table, kind, marking }: PlainCount) =>
  `SELECT '${table}', ${marking}, ${kind ?? 'NULL'}, FALSE, count(*), count(*) FROM ${table} WHERE retracted_at IS NULL GROUP BY ${marking}${kind ? `, ${kind}` : ''}`;

/** A trigger a statement, so that no path can forget it, and many rows cost as little as one. */
export function countByTrigger({ table, kind, marking }: PlainCount): string[] {
  const rows = (from: string, sign: string) =>
    `SELECT ${marking} AS marking, ${kind ?? 'NULL::text'} AS kind, ${sign}1 AS n FROM ${from} WHERE retracted_at IS NULL`;
  const told = (from: string) => `
    INSERT INTO counter_delta (subject, marking, kind, is_sure, rows, counted)
    SELECT '${table}', marking, kind, FALSE, sum(n), sum(n) FROM (${from}) d GROUP BY marking, kind HAVING sum(n) <> 0`;
  return [
    `CREATE FUNCTION count_${table}() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'INSERT' THEN ${told(rows('written', ''))};
       ELSIF TG_OP = 'UPDATE' THEN ${told(`${rows('written', '')} UNION ALL ${rows('former', '-')}`)};
       ELSE ${told(rows('former', '-'))};
       END IF;
       RETURN NULL;
     END $$`,
    `CREATE TRIGGER count_inserted AFTER INSERT ON ${table} REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_${table}()`,
    `CREATE TRIGGER count_updated AFTER UPDATE ON ${table} REFERENCING NEW TABLE AS written OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION count_${table}()`,
    `CREATE TRIGGER count_deleted AFTER DELETE ON ${table} REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION count_${table}()`,
  ];
}
