import type { Database } from '../../src/app/database';

const KEY = 'subject, kind, status, level, period, first_year, last_year, is_sure, state_a, state_b';

/** The last day of a year of unknown length is none. */
const dated = (date: string) => `
  period_of(${date}_earliest, ${date}_latest) AS period,
  CASE WHEN isfinite(${date}_earliest) THEN extract(year FROM ${date}_earliest)::integer END AS first_year,
  CASE WHEN isfinite(${date}_latest) THEN extract(year FROM ${date}_latest)::integer END AS last_year,
  coalesce(${date}_edtf !~ '[?~%]|^XXXX', FALSE) AS is_sure`;

const ONCE = (alias: string) =>
  `${alias}.number = 'ONE' AND NOT EXISTS (SELECT FROM sameness x WHERE x.record_id = ${alias}.id)`;

/** Counted from the records that a role sees, by the views that lists are made of. */
const RECOUNT = `
  WITH held AS MATERIALIZED (
    SELECT 'engagement' AS subject, e.id, e.kind, e.status,
           (SELECT f.highest_level FROM engagement_form f WHERE f.engagement_id = e.id) AS level, ${dated('e.when')},
           (${ONCE('e')} AND NOT (e.kind = 'VISIT' AND EXISTS (
             SELECT FROM engagement m WHERE m.parent_id = e.id AND m.retracted_at IS NULL AND ${ONCE('m')})))::integer AS counted
      FROM engagement e WHERE e.retracted_at IS NULL
    UNION ALL
    SELECT 'agreement', g.id, g.form, NULL, NULL, s.period, s.first_year, s.last_year, coalesce(s.is_sure, FALSE), (${ONCE('g')})::integer
      FROM agreement g
      LEFT JOIN LATERAL (SELECT ${dated('m.date')} FROM agreement_milestones(g.id) m WHERE m.milestone = 'SIGNATURE') s ON TRUE
     WHERE g.retracted_at IS NULL),
  named AS MATERIALIZED (
    SELECT h.id, s.id AS state_id, EXISTS (SELECT FROM engagement_side d WHERE d.engagement_id = h.id AND d.state_id = s.id) AS is_side
      FROM held h JOIN actor s ON s.kind = 'STATE'
     WHERE h.subject = 'engagement' AND h.id IN (SELECT a.engagement_id FROM engagement_actor a WHERE a.actor_id = s.id)
    UNION ALL
    SELECT h.id, s.id, TRUE
      FROM held h JOIN actor s ON s.kind = 'STATE'
     WHERE h.subject = 'agreement' AND h.id IN (
       SELECT p.record_id FROM agreement_party p WHERE p.retracted_at IS NULL AND p.actor_id IN (
         SELECT s.id UNION SELECT o.id FROM actor o WHERE o.state_id = s.id))),
  seen AS (
    SELECT h.*, NULL::uuid AS state_a, NULL::uuid AS state_b, counted AS counts FROM held h
    UNION ALL
    SELECT h.*, n.state_id, NULL, counted * n.is_side::integer FROM held h JOIN named n USING (id)
    UNION ALL
    SELECT h.*, n.state_id, o.state_id, counted * (n.is_side AND o.is_side)::integer
      FROM held h JOIN named n USING (id) JOIN named o ON o.id = n.id AND o.state_id > n.state_id
     WHERE h.id NOT IN (SELECT record_id FROM counter_crowd))
  SELECT ${KEY}, count(*)::integer AS rows, sum(counts)::integer AS counted FROM seen GROUP BY ${KEY}
  UNION ALL SELECT 'actor', kind, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, NULL, count(*), count(*) FROM actor WHERE retracted_at IS NULL GROUP BY kind
  UNION ALL SELECT 'source', kind, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, NULL, count(*), count(*) FROM source WHERE retracted_at IS NULL GROUP BY kind
  UNION ALL SELECT 'claim', predicate, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, NULL, count(*), count(*) FROM claim WHERE retracted_at IS NULL GROUP BY predicate
  UNION ALL SELECT 'context_event', kind, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, NULL, count(*), count(*) FROM context_event WHERE retracted_at IS NULL GROUP BY kind
  UNION ALL ${['position', 'place', 'topic']
    .map(
      (table) =>
        `SELECT '${table}', NULL, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, NULL, count(*), count(*) FROM ${table} WHERE retracted_at IS NULL HAVING count(*) > 0`,
    )
    .join(' UNION ALL ')}`;

const COUNTED = `
  SELECT ${KEY}, sum(rows)::integer AS rows, sum(counted)::integer AS counted
    FROM counted GROUP BY ${KEY} HAVING sum(rows) <> 0 OR sum(counted) <> 0`;

/** What the counters say to a clearance and a recount does not, and the reverse: in one statement, so that nobody writes between. */
export async function miscounted(database: Database, clearance: number): Promise<unknown[]> {
  const { rows } = await database.reader(clearance).query(`
    WITH recount AS (${RECOUNT}), counters AS (${COUNTED})
    SELECT 'counted' AS by, x.* FROM (SELECT * FROM counters EXCEPT SELECT * FROM recount) x
    UNION ALL
    SELECT 'recounted', x.* FROM (SELECT * FROM recount EXCEPT SELECT * FROM counters) x`);
  return rows;
}
