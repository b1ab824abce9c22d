import { dated, MOST_STATES, SIGNING } from './contributions-by-clearance';

/**
 * One row a record: what it counts for where all that it is counted by is seen by whoever sees the record itself. Of the few others
 * (`is_varied`) it is put together clearance by clearance. Tables are joined by their keys and nothing else, so that the cost grows with
 * the records, whatever the planner takes their number for.
 */
const contributions = (subject: string, parent: string) => `
  SELECT w.record_id, '${subject}', ${parent}, w.marking,
         coalesce(CASE WHEN w.is_varied THEN v.contributions ELSE u.contributions END, '{}'),
         coalesce(CASE WHEN w.is_varied THEN v.states ELSE cardinality(w.state_ids) END, 0)
    FROM whole w
    LEFT JOIN LATERAL (
      SELECT array_agg(
               ROW(w.marking, w.kind, w.status, w.level, w.period, w.first_year, w.last_year, w.is_sure, p.state_a, p.state_b,
                   1, (w.is_counted AND p.is_between_sides)::integer)::contribution ORDER BY p.state_a, p.state_b) AS contributions
        FROM (SELECT NULL::uuid AS state_a, NULL::uuid AS state_b, TRUE AS is_between_sides
              UNION ALL
              SELECT n.id, NULL, n.is_side FROM unnest(w.state_ids, w.are_sides) n(id, is_side)
              UNION ALL
              SELECT n.id, o.id, n.is_side AND o.is_side
                FROM unnest(w.state_ids, w.are_sides) n(id, is_side), unnest(w.state_ids, w.are_sides) o(id, is_side)
               WHERE o.id > n.id AND cardinality(w.state_ids) <= ${MOST_STATES}) p) u ON w.stands AND NOT w.is_varied
    LEFT JOIN (
      SELECT v.* FROM (SELECT array_agg(record_id) AS ids FROM whole WHERE is_varied) i
       CROSS JOIN LATERAL ${subject}_contributions_by_clearance(i.ids) v) v ON v.record_id = w.record_id`;

const COLUMNS =
  'record_id uuid, subject text, parent_id uuid, marking smallint, contributions contribution[], states integer';

/** Indexes, also of tables that were empty when a connection made its plan. */
const SETTINGS = 'SET jit = off SET enable_seqscan = off SET enable_mergejoin = off';

/** Those of the views of 1795300009000-derive-sides.ts for whoever sees everything. */
export const ENGAGEMENT_CONTRIBUTIONS = `
  CREATE FUNCTION engagement_contributions(ids uuid[]) RETURNS TABLE (${COLUMNS}) LANGUAGE sql STABLE ${SETTINGS} AS $$
  WITH seat AS (
    SELECT i.id AS record_id, NULL::uuid AS state_id, NULL::smallint AS level, NULL::boolean AS is_side, 0 AS marking
      FROM unnest(ids) i(id)
    UNION ALL
    SELECT p.record_id, s.id,
           CASE WHEN p.role NOT IN ('INVITER', 'SENDER') THEN coalesce(p.level, o.level) END,
           p.role NOT IN ('INVITER', 'SENDER')
           AND s.id = coalesce(p.on_behalf_of_id, o.state_id, g.state_id, CASE a.kind WHEN 'STATE' THEN a.id ELSE a.state_id END),
           greatest(p.marking, t.marking, o.marking, g.marking, a.marking, s.marking)
      FROM participation p
      LEFT JOIN tenure t ON t.id = p.tenure_id
      LEFT JOIN position o ON o.id = t.position_id
      LEFT JOIN actor g ON g.id = o.organization_id
      LEFT JOIN actor a ON a.id = p.actor_id
     CROSS JOIN LATERAL (
       VALUES (FALSE, NULL),
              (TRUE, CASE a.kind WHEN 'STATE' THEN a.id END), (TRUE, a.state_id), (TRUE, p.on_behalf_of_id), (TRUE, o.state_id),
              (TRUE, CASE WHEN o.state_id IS NULL THEN g.state_id END), (TRUE, CASE g.kind WHEN 'STATE' THEN g.id END)) n(is_state, id)
      LEFT JOIN actor s ON s.id = n.id AND s.kind = 'STATE'
     WHERE p.record_id = ANY(ids) AND p.retracted_at IS NULL AND (n.id IS NOT NULL OR NOT n.is_state)),
  named AS (
    SELECT record_id, state_id, min(level) AS level, coalesce(bool_or(is_side), FALSE) AS is_side, max(marking) AS marking
      FROM seat GROUP BY record_id, state_id),
  form AS (
    SELECT record_id, min(level) AS level, max(marking) AS marking,
           array_agg(state_id ORDER BY state_id) FILTER (WHERE state_id IS NOT NULL) AS state_ids,
           array_agg(is_side ORDER BY state_id) FILTER (WHERE state_id IS NOT NULL) AS are_sides
      FROM named GROUP BY record_id),
  whole AS MATERIALIZED (
    SELECT e.id AS record_id, e.parent_id, e.marking, e.kind, e.status, f.level, ${dated('e.when')}, f.state_ids, f.are_sides,
           e.retracted_at IS NULL AS stands,
           e.number = 'ONE' AND m.are_counted IS NULL AS is_counted,
           e.retracted_at IS NULL
           AND (f.marking > e.marking OR m.are_varied IS TRUE OR EXISTS (SELECT FROM sameness x WHERE x.record_id = e.id)) AS is_varied
      FROM form f
      JOIN engagement e ON e.id = f.record_id
      LEFT JOIN LATERAL (
        SELECT TRUE AS are_counted, bool_or(c.marking > e.marking OR EXISTS (SELECT FROM sameness x WHERE x.record_id = c.id)) AS are_varied
          FROM engagement c WHERE c.parent_id = e.id AND c.retracted_at IS NULL AND c.number = 'ONE'
        HAVING count(*) > 0) m ON e.kind = 'VISIT')
  ${contributions('engagement', 'w.parent_id')}
  $$`;

/** An organization of a state is a party for it. The period is that of the first signature. */
export const AGREEMENT_CONTRIBUTIONS = `
  CREATE FUNCTION agreement_contributions(ids uuid[]) RETURNS TABLE (${COLUMNS}) LANGUAGE sql STABLE ${SETTINGS} AS $$
  WITH party AS (
    SELECT i.id AS record_id, NULL::uuid AS state_id, 0 AS marking FROM unnest(ids) i(id)
    UNION ALL
    SELECT p.record_id, s.id, greatest(p.marking, a.marking, s.marking)
      FROM agreement_party p
      JOIN actor a ON a.id = p.actor_id
     CROSS JOIN LATERAL (VALUES (a.id), (a.state_id)) n(id)
      LEFT JOIN actor s ON s.id = n.id AND s.kind = 'STATE'
     WHERE p.record_id = ANY(ids) AND p.retracted_at IS NULL),
  form AS (
    SELECT record_id, max(marking) AS marking,
           array_agg(DISTINCT state_id ORDER BY state_id) FILTER (WHERE state_id IS NOT NULL) AS state_ids
      FROM party GROUP BY record_id),
  whole AS MATERIALIZED (
    SELECT g.id AS record_id, g.marking, g.form AS kind, NULL::text AS status, NULL::smallint AS level, f.state_ids,
           array_fill(TRUE, ARRAY[coalesce(cardinality(f.state_ids), 0)]) AS are_sides,
           d.period, d.first_year, d.last_year, coalesce(d.is_sure, FALSE) AS is_sure,
           g.retracted_at IS NULL AS stands,
           g.number = 'ONE' AS is_counted,
           g.retracted_at IS NULL
           AND (f.marking > g.marking
                OR EXISTS (SELECT FROM agreement_action x WHERE x.record_id = g.id AND x.marking > g.marking)
                OR EXISTS (SELECT FROM sameness x WHERE x.record_id = g.id)) AS is_varied
      FROM form f
      JOIN agreement g ON g.id = f.record_id
      LEFT JOIN LATERAL (
        SELECT ${dated('x.signed')}
          FROM (SELECT x.on_text AS text, x.on_edtf AS signed_edtf, x.on_earliest AS signed_earliest, x.on_latest AS signed_latest
                  FROM agreement_action x
                 WHERE x.record_id = g.id AND x.retracted_at IS NULL AND x.kind IN (${SIGNING}) AND x.on_earliest IS NOT NULL
                UNION ALL
                SELECT x.effective_on_text, x.effective_on_edtf, x.effective_on_earliest, x.effective_on_latest
                  FROM agreement_action x
                 WHERE x.record_id = g.id AND x.retracted_at IS NULL AND x.kind IN (${SIGNING}) AND x.on_earliest IS NULL) x
         ORDER BY coalesce(nullif(x.signed_earliest, '-infinity'), nullif(x.signed_latest, 'infinity')) NULLS LAST,
                  x.signed_latest NULLS LAST, x.text NULLS LAST
         LIMIT 1) d ON TRUE)
  ${contributions('agreement', 'NULL::uuid')}
  $$`;
