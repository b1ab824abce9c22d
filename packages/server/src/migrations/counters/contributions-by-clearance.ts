/** Engagements and agreements of more states than this are counted by state, and not by pair: see `counter_crowd`. */
export const MOST_STATES = 12;

/** The finest period in which a date lies wholly, whichever of its days it was. */
export const PERIOD_OF = `
  CREATE FUNCTION period_of(earliest date, latest date) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE
      WHEN NOT isfinite(earliest) OR NOT isfinite(latest) THEN NULL
      WHEN date_trunc('month', earliest) = date_trunc('month', latest) THEN to_char(earliest, 'YYYY-MM')
      WHEN date_trunc('quarter', earliest) = date_trunc('quarter', latest) THEN to_char(earliest, 'YYYY-"Q"Q')
      WHEN date_trunc('year', earliest) = date_trunc('year', latest) THEN to_char(earliest, 'YYYY')
    END
  $$`;

/** A plan for the records at hand: of many, rows that were put together are matched by hashing. */
const SETTINGS = 'SET jit = off SET plan_cache_mode = force_custom_plan';

const CONTRIBUTED = 'record_id uuid, contributions contribution[], states integer';

const yearOf = (day: string) => `CASE WHEN isfinite(${day}) THEN extract(year FROM ${day})::smallint END AS`;

export const dated = (date: string) => `
  period_of(${date}_earliest, ${date}_latest) AS period,
  ${yearOf(`${date}_earliest`)} first_year,
  ${yearOf(`${date}_latest`)} last_year,
  coalesce(${date}_edtf !~ '[?~%]|^XXXX', FALSE) AS is_sure`;

export const SIGNING = `'SIGNATURE', 'DEFINITIVE_SIGNATURE', 'EXCHANGE_OF_NOTES'`;

const KEY = 'record_id, kind, status, level, period, first_year, last_year, is_sure, state_a, state_b';

/**
 * From what \`held\` (one row a record and clearance) and \`named\` (one row a record, clearance and state) say: what each counts for, as
 * differences between one clearance and the next lower one at which anything changes.
 */
const DIFFERENCES = `
  crowd AS MATERIALIZED (
    SELECT n.record_id FROM named n GROUP BY n.record_id HAVING count(DISTINCT n.state_id) > ${MOST_STATES}),
  place AS (
    SELECT h.*, NULL::uuid AS state_a, NULL::uuid AS state_b, TRUE AS is_listed, h.is_counted AS counts FROM held h
    UNION ALL
    SELECT h.*, n.state_id, NULL, n.is_listed, n.is_side AND h.is_counted
      FROM held h JOIN named n USING (record_id, clearance)
    UNION ALL
    SELECT h.*, n.state_id, o.state_id, n.is_listed AND o.is_listed, n.is_side AND o.is_side AND h.is_counted
      FROM held h
      JOIN named n USING (record_id, clearance)
      JOIN named o ON o.record_id = n.record_id AND o.clearance = n.clearance AND o.state_id > n.state_id
     WHERE NOT EXISTS (SELECT FROM crowd c WHERE c.record_id = h.record_id)),
  step AS (
    SELECT clearance AS marking, ${KEY}, is_listed::integer AS rows, counts::integer AS counted FROM place
    UNION ALL
    SELECT next_clearance, ${KEY}, -is_listed::integer, -counts::integer FROM place WHERE next_clearance IS NOT NULL)
  SELECT k.record_id,
         array_agg(ROW(marking, kind, status, level, period, first_year, last_year, is_sure, state_a, state_b, rows, counted)::contribution
                   ORDER BY marking, state_a, state_b, kind, status, level, period, first_year, last_year, is_sure),
         count(DISTINCT state_a)::integer
    FROM (SELECT marking, ${KEY}, sum(rows)::integer AS rows, sum(counted)::integer AS counted
            FROM step GROUP BY marking, ${KEY} HAVING sum(rows) <> 0 OR sum(counted) <> 0) k
   GROUP BY k.record_id`;

/** Under which clearances a record's contribution may be another than under the one below. */
const clearances = (...markings: string[]) => `
  clearance AS MATERIALIZED (
    SELECT l.record_id, l.clearance, lead(l.clearance) OVER (PARTITION BY l.record_id ORDER BY l.clearance) AS next_clearance
      FROM (${markings.join('\n            UNION\n            ')}) l
      JOIN standing s ON s.record_id = l.record_id AND s.marking <= l.clearance)`;

const EVERY_CLEARANCE = 'CROSS JOIN generate_series(0, 4) AS c(clearance)';

/** What the views of 1795300009000-derive-sides.ts say of these engagements to each clearance, without its role. */
export const ENGAGEMENT_CONTRIBUTIONS_BY_CLEARANCE = `
  CREATE FUNCTION engagement_contributions_by_clearance(ids uuid[]) RETURNS TABLE (${CONTRIBUTED}) LANGUAGE sql STABLE STRICT ${SETTINGS} AS $$
  WITH standing AS MATERIALIZED (
    SELECT e.id AS record_id, e.marking, e.kind, e.status, e.number, ${dated('e.when')}
      FROM engagement e WHERE e.id = ANY(ids) AND e.retracted_at IS NULL),
  seat AS MATERIALIZED (
    SELECT p.record_id, p.marking, p.role NOT IN ('INVITER', 'SENDER') AS is_present, p.level, p.actor_id, p.on_behalf_of_id,
           greatest(t.marking, o.marking) AS office_marking, o.level AS office_level, o.organization_id, o.state_id AS office_state_id,
           g.marking AS organization_marking, g.state_id AS organization_state_id,
           a.marking AS actor_marking, a.state_id AS belongs_to_id, CASE a.kind WHEN 'STATE' THEN a.id ELSE a.state_id END AS actor_state_id
      FROM participation p
      LEFT JOIN tenure t ON t.id = p.tenure_id
      LEFT JOIN position o ON o.id = t.position_id
      LEFT JOIN actor g ON g.id = o.organization_id
      LEFT JOIN actor a ON a.id = p.actor_id
     WHERE p.record_id = ANY(ids) AND p.retracted_at IS NULL),
  state AS MATERIALIZED (
    SELECT DISTINCT seat.record_id, s.id, s.marking
      FROM seat
     CROSS JOIN LATERAL (VALUES (actor_id), (on_behalf_of_id), (organization_id), (office_state_id), (organization_state_id), (belongs_to_id)) n(id)
      JOIN actor s ON s.id = n.id AND s.kind = 'STATE'),
  meeting AS MATERIALIZED (
    SELECT c.parent_id AS record_id, c.id, c.marking
      FROM standing s JOIN engagement c ON c.parent_id = s.record_id
     WHERE s.kind = 'VISIT' AND c.retracted_at IS NULL AND c.number = 'ONE'),
  ${clearances(
    'SELECT record_id, marking AS clearance FROM standing',
    'SELECT record_id, marking FROM seat',
    'SELECT record_id, office_marking FROM seat',
    'SELECT record_id, organization_marking FROM seat',
    'SELECT record_id, actor_marking FROM seat',
    'SELECT record_id, marking FROM state',
    'SELECT record_id, marking FROM meeting',
    `SELECT x.record_id, c.clearance::smallint FROM sameness x ${EVERY_CLEARANCE} WHERE x.record_id = ANY(ids)`,
    `SELECT m.record_id, c.clearance::smallint FROM meeting m JOIN sameness x ON x.record_id = m.id ${EVERY_CLEARANCE}`,
  )},
  seen AS MATERIALIZED (
    SELECT c.record_id, c.clearance, p.is_present, p.actor_id, p.on_behalf_of_id, p.belongs_to_id, p.actor_marking <= c.clearance AS sees_actor,
           coalesce(p.level, CASE WHEN p.office_marking <= c.clearance THEN p.office_level END) AS level,
           CASE WHEN p.office_marking <= c.clearance THEN p.organization_id END AS organization_id,
           CASE WHEN p.office_marking <= c.clearance THEN
             CASE WHEN p.office_state_id IS NOT NULL THEN p.office_state_id
                  WHEN p.organization_marking <= c.clearance THEN p.organization_state_id END END AS office_state_id,
           CASE WHEN p.actor_marking <= c.clearance THEN p.actor_state_id END AS actor_state_id
      FROM clearance c JOIN seat p ON p.record_id = c.record_id AND p.marking <= c.clearance),
  named AS MATERIALIZED (
    SELECT v.record_id, v.clearance, s.id AS state_id,
           bool_or(s.id IN (v.actor_id, v.on_behalf_of_id, v.organization_id, v.office_state_id)
                   OR (v.sees_actor AND s.id = v.belongs_to_id)) AS is_listed,
           coalesce(bool_or(v.is_present AND s.id = coalesce(v.on_behalf_of_id, v.office_state_id, v.actor_state_id)), FALSE) AS is_side
      FROM seen v JOIN state s ON s.record_id = v.record_id AND s.marking <= v.clearance
     GROUP BY v.record_id, v.clearance, s.id
    HAVING bool_or(s.id IN (v.actor_id, v.on_behalf_of_id, v.organization_id, v.office_state_id)
                   OR (v.sees_actor AND s.id = v.belongs_to_id))),
  highest AS MATERIALIZED (
    SELECT v.record_id, v.clearance, min(v.level) AS level FROM seen v WHERE v.is_present GROUP BY v.record_id, v.clearance),
  held AS MATERIALIZED (
    SELECT s.record_id, c.clearance, c.next_clearance, s.kind, s.status, s.period, s.first_year, s.last_year, s.is_sure, h.level,
           s.number = 'ONE'
           AND NOT EXISTS (SELECT FROM sameness x WHERE x.record_id = c.record_id AND x.clearance = c.clearance)
           -- A visit with meetings that are counted is told by them.
           AND NOT EXISTS (
             SELECT FROM meeting m WHERE m.record_id = c.record_id AND m.marking <= c.clearance
                AND NOT EXISTS (SELECT FROM sameness x WHERE x.record_id = m.id AND x.clearance = c.clearance)) AS is_counted
      FROM clearance c
      JOIN standing s ON s.record_id = c.record_id
      LEFT JOIN highest h ON h.record_id = c.record_id AND h.clearance = c.clearance),
  ${DIFFERENCES}
  $$`;

/** Who has signed may act for a state; an organization of a state is a party for it. The period is that of the first signature. */
export const AGREEMENT_CONTRIBUTIONS_BY_CLEARANCE = `
  CREATE FUNCTION agreement_contributions_by_clearance(ids uuid[]) RETURNS TABLE (${CONTRIBUTED}) LANGUAGE sql STABLE STRICT ${SETTINGS} AS $$
  WITH standing AS MATERIALIZED (
    SELECT g.id AS record_id, g.marking, g.form, g.number FROM agreement g WHERE g.id = ANY(ids) AND g.retracted_at IS NULL),
  party AS MATERIALIZED (
    SELECT p.record_id, p.marking, p.actor_id, o.marking AS actor_marking, o.state_id AS belongs_to_id
      FROM agreement_party p JOIN actor o ON o.id = p.actor_id
     WHERE p.record_id = ANY(ids) AND p.retracted_at IS NULL),
  state AS MATERIALIZED (
    SELECT DISTINCT party.record_id, s.id, s.marking
      FROM party CROSS JOIN LATERAL (VALUES (actor_id), (belongs_to_id)) n(id) JOIN actor s ON s.id = n.id AND s.kind = 'STATE'),
  signature AS MATERIALIZED (
    SELECT x.record_id, x.marking,
           CASE WHEN x.on_earliest IS NOT NULL THEN x.on_text ELSE x.effective_on_text END AS text,
           CASE WHEN x.on_earliest IS NOT NULL THEN x.on_edtf ELSE x.effective_on_edtf END AS signed_edtf,
           CASE WHEN x.on_earliest IS NOT NULL THEN x.on_earliest ELSE x.effective_on_earliest END AS signed_earliest,
           CASE WHEN x.on_earliest IS NOT NULL THEN x.on_latest ELSE x.effective_on_latest END AS signed_latest
      FROM agreement_action x
     WHERE x.record_id = ANY(ids) AND x.retracted_at IS NULL AND x.kind IN (${SIGNING})),
  ${clearances(
    'SELECT record_id, marking AS clearance FROM standing',
    'SELECT record_id, marking FROM party',
    'SELECT record_id, actor_marking FROM party',
    'SELECT record_id, marking FROM state',
    'SELECT record_id, marking FROM signature',
    `SELECT x.record_id, c.clearance::smallint FROM sameness x ${EVERY_CLEARANCE} WHERE x.record_id = ANY(ids)`,
  )},
  named AS MATERIALIZED (
    SELECT c.record_id, c.clearance, s.id AS state_id, TRUE AS is_listed, TRUE AS is_side
      FROM clearance c
      JOIN state s ON s.record_id = c.record_id AND s.marking <= c.clearance
     WHERE EXISTS (SELECT FROM party p WHERE p.record_id = c.record_id AND p.marking <= c.clearance
                      AND (p.actor_id = s.id OR (p.belongs_to_id = s.id AND p.actor_marking <= c.clearance)))),
  held AS MATERIALIZED (
    SELECT s.record_id, c.clearance, c.next_clearance, s.form AS kind, NULL::text AS status, f.period, f.first_year, f.last_year,
           coalesce(f.is_sure, FALSE) AS is_sure, NULL::smallint AS level,
           s.number = 'ONE'
           AND NOT EXISTS (SELECT FROM sameness x WHERE x.record_id = c.record_id AND x.clearance = c.clearance) AS is_counted
      FROM clearance c
      JOIN standing s ON s.record_id = c.record_id
      LEFT JOIN LATERAL (
        SELECT ${dated('x.signed')}
          FROM signature x WHERE x.record_id = c.record_id AND x.marking <= c.clearance
         ORDER BY coalesce(nullif(x.signed_earliest, '-infinity'), nullif(x.signed_latest, 'infinity')) NULLS LAST,
                  x.signed_latest NULLS LAST, x.text NULLS LAST
         LIMIT 1) f ON TRUE),
  ${DIFFERENCES}
  $$`;
