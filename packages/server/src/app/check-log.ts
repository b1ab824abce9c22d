import { NUMBER_COLUMNS } from '../features/feed/event-log.query';

const IS_GONE = (roots: readonly string[]) =>
  `(r.expunged_at IS NOT NULL OR EXISTS (${roots.map((table) => `SELECT FROM ${table} t WHERE t.id = r.id AND t.retracted_at IS NOT NULL`).join(' UNION ALL ')}))`;

/** What must hold of the event log, whoever writes and numbers meanwhile. Each answers with what breaks it. */
export function logRules(roots: readonly string[]): [string, string][] {
  return [
    ...NUMBER_COLUMNS.map((column): [string, string] => [
      `${column} of the event log has no holes`,
      `SELECT max(${column}) AS id FROM event_log HAVING count(${column}) <> max(${column}) - min(${column}) + 1`,
    ]),
    ...NUMBER_COLUMNS.map((column, clearance): [string, string] => [
      `the head of the event log is its last ${column}`,
      `SELECT l.last AS id FROM event_head h, (SELECT max(${column}) AS last FROM event_log) l
        WHERE l.last <> (h.numbers || h.seq)[${clearance + 1}]`,
    ]),
    [
      'an entry of the event log tells of a version that is there',
      'SELECT l.version_id AS id FROM event_log l LEFT JOIN record_version v ON v.id = l.version_id WHERE v.id IS NULL',
    ],
    [
      'a version stands in the event log once',
      'SELECT version_id AS id FROM event_log GROUP BY version_id HAVING count(*) > 1',
    ],
    [
      'a version that is younger than the event log stands in it or in the outbox',
      `SELECT v.id FROM record_version v
        WHERE v.at > (SELECT min(published_at) FROM event_log)
          AND NOT EXISTS (SELECT FROM event_log l WHERE l.version_id = v.id)
          AND NOT EXISTS (SELECT FROM event_outbox o WHERE o.version_id = v.id)`,
    ],
    [
      'what was told of a record last is how it stands',
      `SELECT r.id FROM record r LEFT JOIN event_subject s ON s.record_id = r.id
        WHERE NOT EXISTS (SELECT FROM event_outbox o WHERE o.record_id = r.id)
          AND (s.record_id IS NOT NULL OR EXISTS (SELECT FROM event_log l WHERE l.record_id = r.id))
          AND ((s.facets ->> 'marking')::integer IS DISTINCT FROM r.marking
               OR coalesce((s.facets ->> 'isGone')::boolean, FALSE) <> ${IS_GONE(roots)})`,
    ],
  ];
}
