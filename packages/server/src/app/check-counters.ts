/** How a finding names a counter. */
const NAME = `concat_ws(' ', subject, kind, status, 'level ' || level, coalesce(period, 'without period'), state_a, state_b, 'from marking ' || marking || ' on')`;

const KEY = 'subject, marking, kind, status, level, period, first_year, last_year, is_sure, state_a, state_b';

const PLAIN: readonly [table: string, kind: string, marking: string][] = [
  ['actor', 'kind', 'marking'],
  ['claim', 'predicate', 'clearance'],
  ['context_event', 'kind', 'marking'],
  ['place', 'NULL', 'marking'],
  ['position', 'NULL', 'marking'],
  ['source', 'kind', 'marking'],
  ['topic', 'NULL', 'marking'],
];

/** Clearance by clearance, which is not how the door counts. In portions, so that no more is held than what a portion takes. */
const contributesWrongly = (table: string) => `
  SELECT wrong.id
    FROM (SELECT array_agg(id) AS ids FROM (SELECT id, row_number() OVER (ORDER BY id) / 1000 AS portion FROM ${table}) n GROUP BY portion) p
   CROSS JOIN LATERAL (
     SELECT i.id FROM unnest(p.ids) i(id)
       LEFT JOIN ${table}_contributions_by_clearance(p.ids) c ON c.record_id = i.id
       LEFT JOIN tally t ON t.record_id = i.id
      WHERE t.contributions IS DISTINCT FROM coalesce(c.contributions, '{}')) wrong`;

const differs = (recount: string, subjects: string) => `
  SELECT ${NAME} AS id
    FROM (SELECT ${KEY}, rows, counted FROM counted WHERE subject IN (${subjects})
          UNION ALL
          SELECT ${KEY}, -rows, -counted FROM (${recount}) r) s
   GROUP BY ${KEY} HAVING sum(rows) <> 0 OR sum(counted) <> 0`;

/** What must hold of the counters, whoever writes and folds meanwhile: each is looked at in one statement. */
export const COUNTER_RULES: [string, string][] = [
  ...['engagement', 'agreement'].map((table): [string, string] => [
    `what ${table} contributes to the counters is that of a recount`,
    contributesWrongly(table),
  ]),
  [
    'only records that are there contribute to the counters',
    `SELECT t.record_id AS id FROM tally t
      WHERE NOT EXISTS (SELECT FROM engagement e WHERE e.id = t.record_id) AND NOT EXISTS (SELECT FROM agreement g WHERE g.id = t.record_id)`,
  ],
  [
    'the counters are the sum of what records contribute',
    differs(
      `SELECT t.subject, c.* FROM tally t CROSS JOIN LATERAL unnest(t.contributions) c`,
      `'engagement', 'agreement'`,
    ),
  ],
  [
    'totals are the sum of the counters',
    `SELECT concat_ws(' ', subject, kind, status, state_a, 'from marking ' || marking || ' on') AS id
       FROM (SELECT subject, marking, kind, status, state_a, rows, counted FROM counter_total
             UNION ALL SELECT subject, marking, kind, status, state_a, -rows, -counted FROM counter WHERE state_b IS NULL) s
      GROUP BY subject, marking, kind, status, state_a HAVING sum(rows) <> 0 OR sum(counted) <> 0`,
  ],
  ...PLAIN.map(([table, kind, marking]): [string, string] => [
    `the counters of ${table} are those of a recount`,
    differs(
      `SELECT '${table}' AS subject, ${marking} AS marking, ${kind}::text AS kind, NULL::text AS status, NULL::smallint AS level, NULL::text AS period,
              NULL::smallint AS first_year, NULL::smallint AS last_year, FALSE AS is_sure, NULL::uuid AS state_a, NULL::uuid AS state_b, 1 AS rows, 1 AS counted
         FROM ${table} WHERE retracted_at IS NULL`,
      `'${table}'`,
    ),
  ]),
  [
    'a record of many states is known as such',
    `SELECT coalesce(w.record_id, t.record_id) AS id
       FROM counter_crowd w
       FULL JOIN (
         SELECT t.record_id FROM tally t
          WHERE (SELECT count(DISTINCT c.state_a) FROM unnest(t.contributions) c) > 12) t ON t.record_id = w.record_id
      WHERE w.record_id IS NULL OR t.record_id IS NULL`,
  ],
];
