import sql, { type Sql } from 'sql-template-tag';

/** What has not come to be signed or otherwise concluded. */
const AWAITED = ['ANTICIPATED', 'UNDER_NEGOTIATION', 'TEXT_AGREED'];

/** Agreements that were expected by a day that is over, and are not concluded as far as who may see them can know. */
export function dueAgreements(today: string): Sql {
  return sql`SELECT r.id AS record_id, r.changed_at, g.marking, 'expectedBy' AS field, NULL::uuid AS part_id, g.expected_by_text AS text, g.expected_by_edtf AS edtf
    FROM agreement g JOIN record r ON r.id = g.id
   WHERE g.retracted_at IS NULL AND g.expected_by_latest < ${today} AND g.expected_by_latest >= (r.recorded_at AT TIME ZONE 'UTC')::date
     AND coalesce((SELECT s.facets -> 'statuses' ->> g.marking::integer FROM event_subject s WHERE s.record_id = g.id),
                  agreement_status(g.id, ${today}::date)) = ANY(${AWAITED})`;
}

/** Commitments that were due by a day that is over, and that no report has complete. */
export function dueCommitments(today: string): Sql {
  return sql`SELECT r.id AS record_id, r.changed_at, c.marking, 'due' AS field, c.id AS part_id, c.due_text AS text, c.due_edtf AS edtf
    FROM commitment c JOIN record r ON r.id = c.record_id AND r.expunged_at IS NULL
   WHERE c.retracted_at IS NULL AND c.due_latest < ${today}
     AND c.due_latest >= (coalesce((SELECT min(h.recorded_from) FROM commitment_history h WHERE h.id = c.id), c.recorded_from) AT TIME ZONE 'UTC')::date
     AND NOT EXISTS (SELECT FROM implementation_report i WHERE i.commitment_id = c.id AND i.status = 'COMPLETE'
                      AND i.retracted_at IS NULL AND i.marking <= c.marking)`;
}
