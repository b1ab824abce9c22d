import sql, { type Sql } from 'sql-template-tag';
import { overdueCondition } from './engagement-overdue.rule';

/**
 * Engagements that are awaited though the last day they may have been meant for is over; not those that were recorded after that day.
 * Rows of a record `r`.
 */
export function dueEngagements(today: string): Sql {
  return sql`SELECT r.id AS record_id, r.changed_at, e.marking, 'when' AS field, NULL::uuid AS part_id, e.when_text AS text, e.when_edtf AS edtf
    FROM engagement e JOIN record r ON r.id = e.id
   WHERE e.retracted_at IS NULL AND ${overdueCondition(today)} AND e.when_latest >= (r.recorded_at AT TIME ZONE 'UTC')::date`;
}
