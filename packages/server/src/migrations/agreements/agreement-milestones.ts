const COLUMNS = ['text', 'edtf', 'earliest', 'latest'];

export const datesOf = (date: string) => COLUMNS.map((column) => `${date}_${column}`).join(', ');

/** When it took effect if that can be resolved, else when it was done, else what is said of its effect. */
export const effectOf = COLUMNS.map(
  (column) =>
    `CASE WHEN x.effective_on_edtf IS NOT NULL OR x.on_earliest IS NULL THEN x.effective_on_${column} ELSE x.on_${column} END`,
).join(', ');

const doneOf = COLUMNS.map(
  (column) => `CASE WHEN x.on_earliest IS NOT NULL THEN x.on_${column} ELSE x.effective_on_${column} END`,
).join(', ');

export const COUNTS = `coalesce(d.counts_from, '-infinity') <= on_day`;

export const HAS_NO_ENTRY = (agreement: string) =>
  `NOT EXISTS (SELECT FROM agreement_deed e WHERE e.agreement_id = ${agreement} AND e.kind = 'ENTRY_INTO_FORCE')`;

/** Agreement, milestone and the date's four columns: every time at which it may have been reached. */
export const CANDIDATES: readonly string[] = [
  `SELECT g.id, 'FIRST_MENTION', ${datesOf('s.published')}
     FROM agreement g
     JOIN claim_target t ON t.target_id = g.id AND t.retracted_at IS NULL
     JOIN claim c ON c.id = t.record_id AND c.retracted_at IS NULL
     JOIN source s ON s.id = c.source_id AND s.retracted_at IS NULL
    WHERE coalesce(s.published_earliest, '-infinity') <= on_day`,

  `SELECT i.agreement_id, 'FIRST_ENGAGEMENT', ${datesOf('e.when')}
     FROM agenda_item i
     JOIN engagement e ON e.id = i.record_id AND e.retracted_at IS NULL AND e.status IN ('UNDER_WAY', 'HELD')
    WHERE i.agreement_id IS NOT NULL AND i.retracted_at IS NULL AND coalesce(e.when_earliest, '-infinity') <= on_day`,

  `SELECT x.record_id, 'FIRST_ENGAGEMENT', ${datesOf('e.when')}
     FROM agreement_action x
     JOIN engagement e ON e.id = x.engagement_id AND e.retracted_at IS NULL
    WHERE x.retracted_at IS NULL AND coalesce(e.when_earliest, '-infinity') <= on_day`,

  `SELECT d.agreement_id,
          CASE WHEN d.is_signature THEN 'SIGNATURE' WHEN d.kind = 'NEGOTIATION_OPENED' THEN 'NEGOTIATION_OPENED'
               WHEN d.kind = 'ABANDONMENT' THEN 'TERMINATION' ELSE 'TEXT_AGREED' END, ${doneOf}
     FROM agreement_deed d JOIN agreement_action x ON x.id = d.action_id
    WHERE ${COUNTS} AND (d.is_signature OR d.kind IN ('NEGOTIATION_OPENED', 'TEXT_AGREED', 'INITIALLED', 'ADOPTION', 'ABANDONMENT'))`,

  `SELECT d.agreement_id, CASE d.kind WHEN 'ENTRY_INTO_FORCE' THEN 'ENTRY_INTO_FORCE' ELSE 'TERMINATION' END, ${effectOf}
     FROM agreement_deed d JOIN agreement_action x ON x.id = d.action_id
    WHERE ${COUNTS} AND d.kind IN ('ENTRY_INTO_FORCE', 'TERMINATION', 'EXPIRY')`,

  // Not binding in law: operative from the first signature.
  `SELECT d.agreement_id, 'ENTRY_INTO_FORCE', ${doneOf}
     FROM agreement_deed d
     JOIN agreement g ON g.id = d.agreement_id AND g.is_binding IS FALSE
     JOIN agreement_action x ON x.id = d.action_id
    WHERE ${COUNTS} AND d.is_signature AND ${HAS_NO_ENTRY('d.agreement_id')}`,
];

/** The same, of those for which it has to be known who did what. */
const CANDIDATES_OF_ALL_PARTIES: readonly string[] = [
  // Bound by signature alone: in force when the last of the parties had signed.
  `SELECT last.agreement_id, 'ENTRY_INTO_FORCE', ${effectOf}
     FROM (
       SELECT DISTINCT ON (first.agreement_id) first.agreement_id, first.action_id
         FROM (
           SELECT DISTINCT ON (c.agreement_id, c.actor_id) c.agreement_id, c.action_id, c.in_effect_from
             FROM agreement_conduct c JOIN agreement_roster r ON r.agreement_id = c.agreement_id AND r.actor_id = c.actor_id
            WHERE c.is_binding_by_itself
            ORDER BY c.agreement_id, c.actor_id, c.in_effect_from NULLS FIRST
         ) first
        ORDER BY first.agreement_id, first.in_effect_from DESC NULLS LAST
     ) last
     JOIN agreement_action x ON x.id = last.action_id
     JOIN (SELECT s.agreement_id FROM agreement_standing(on_day) s WHERE s.is_listed
            GROUP BY s.agreement_id HAVING bool_and(s.is_bound_by_signing)) bound ON bound.agreement_id = last.agreement_id
    WHERE ${HAS_NO_ENTRY('last.agreement_id')}`,

  // The withdrawal that left fewer than two parties.
  `SELECT gone.agreement_id, 'TERMINATION', ${effectOf}
     FROM (
       SELECT d.agreement_id, d.action_id, d.party_id,
              row_number() OVER (PARTITION BY d.agreement_id ORDER BY d.counts_from NULLS FIRST, d.action_id) AS nth
         FROM agreement_deed d WHERE d.kind = 'WITHDRAWAL' AND ${COUNTS}
     ) gone
     JOIN agreement_statuses(on_day) a ON a.agreement_id = gone.agreement_id AND a.status = 'TERMINATED'
     JOIN agreement_action x ON x.id = gone.action_id
    WHERE gone.party_id IS NULL
       OR (SELECT count(DISTINCT r.actor_id) FROM agreement_roster r WHERE r.agreement_id = gone.agreement_id) - gone.nth < 2`,
];

/** When each agreement reached each milestone by a day: first by date, an unknown one last. */
export const milestonesFrom = (candidates: readonly string[]) => `
  CREATE OR REPLACE FUNCTION agreement_milestones_reached(on_day date)
  RETURNS TABLE (agreement_id uuid, milestone text, date_text text, date_edtf text, date_earliest date, date_latest date)
  LANGUAGE sql STABLE AS $$
    SELECT DISTINCT ON (m.agreement_id, m.milestone) m.agreement_id, m.milestone, m.date_text, m.date_edtf, m.date_earliest, m.date_latest
      FROM (${candidates.join('\n        UNION ALL\n        ')}
      ) m(agreement_id, milestone, date_text, date_edtf, date_earliest, date_latest)
     ORDER BY m.agreement_id, m.milestone,
              coalesce(nullif(m.date_earliest, '-infinity'), nullif(m.date_latest, 'infinity')) NULLS LAST,
              m.date_latest NULLS LAST, m.date_text NULLS LAST
  $$`;

export const AGREEMENT_MILESTONES = milestonesFrom([...CANDIDATES, ...CANDIDATES_OF_ALL_PARTIES]);
