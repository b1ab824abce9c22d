const ROOTS = ['actor', 'position', 'place', 'topic', 'engagement', 'agreement', 'context_event', 'source'];

const PARTS = [
  'name', 'group_member', 'tenure', 'participation', 'agenda_item', 'engagement_link', 'context_event_actor',
  'agreement_party', 'agreement_action', 'commitment', 'implementation_report',
];

/** Lists of a record by the name of their field, and the column by which they point at it. */
const LISTS: readonly [field: string, table: string, column: string][] = [
  ['names', 'name', 'record_id'],
  ['members', 'group_member', 'record_id'],
  ['tenures', 'tenure', 'record_id'],
  ['actors', 'context_event_actor', 'record_id'],
  ['participations', 'participation', 'record_id'],
  ['agenda', 'agenda_item', 'record_id'],
  ['links', 'engagement_link', 'record_id'],
  ['children', 'engagement', 'parent_id'],
  ['parties', 'agreement_party', 'record_id'],
  ['actions', 'agreement_action', 'record_id'],
  ['commitments', 'commitment', 'record_id'],
  ['reports', 'implementation_report', 'record_id'],
];

/**
 * Claims on a record's parts count for it, and so does a claim of any sort that proves a spelling of its name.
 * States and topics are reference data, and places are gazetteers': they need none. Sources and claims are evidence themselves.
 */
const isUnsupported = `NOT EXISTS (
  SELECT FROM claim_target s JOIN claim c ON c.id = s.record_id AND c.retracted_at IS NULL
   WHERE s.target_id = t.id AND s.role = 'SUBJECT' AND s.retracted_at IS NULL
     AND (c.predicate = 'SUPPORTS_RECORD' OR s.part_type = 'name'))`;

const noEvidence = (table: string, rest = '') =>
  `SELECT t.id AS record_id, 'NO_EVIDENCE'::text AS code, 'No claim supports it'::text AS message, NULL::text AS field
     FROM ${table} t JOIN record r ON r.id = t.id AND r.recorded_by <> 'reference data'
    WHERE t.retracted_at IS NULL AND r.expunged_at IS NULL ${rest} AND ${isUnsupported}`;

const snake = `lower(regexp_replace(s.field, '([A-Z])', '_\\1', 'g'))`;

const said = `CASE c.gap WHEN 'NONE' THEN 'none' ELSE 'not applicable' END`;

/** A claim that says there is nothing to know, with the field it says it of. */
const gaps = `claim_target s
     JOIN claim c ON c.id = s.record_id AND c.retracted_at IS NULL AND c.predicate = 'SUPPORTS_RECORD'
          AND c.polarity = 'POSITIVE' AND c.gap IN ('NONE', 'NOT_APPLICABLE')`;

/** What a column holds, as far as the reader may know it: what an id points at must be visible. */
const known = `
  SELECT coalesce(nullif(coalesce(v.row ->> f.name, v.row ->> (f.name || '_text'), v.row ->> (f.name || '_edtf')), '[]'),
                  CASE WHEN o.id IS NOT NULL THEN coalesce(a.label, p.label, 'known') WHEN t.id IS NOT NULL THEN 'known' END) AS value
    FROM (SELECT ${snake} AS name) f
    LEFT JOIN record o ON o.id = CASE WHEN v.row ->> (f.name || '_id') ~ '^[0-9a-f-]{36}$' THEN (v.row ->> (f.name || '_id'))::uuid END
    LEFT JOIN actor a ON a.id = o.id
    LEFT JOIN place p ON p.id = o.id
    LEFT JOIN tenure t ON t.id = CASE WHEN f.name = 'tenure' THEN (v.row ->> 'tenure_id')::uuid END`;

export const EVIDENCE_WARNINGS: readonly string[] = [
  ...['engagement', 'agreement', 'context_event', 'position'].map((table) => noEvidence(table)),
  noEvidence('actor', `AND t.kind <> 'STATE'`),

  `SELECT s.target_id AS record_id, 'GAP_ON_KNOWN_VALUE'::text AS code,
          format('%s is said to be %s, and is %s', s.field, ${said}, left(k.value, 200)) AS message, s.field AS field
     FROM ${gaps}
    CROSS JOIN LATERAL (
          ${ROOTS.map((table) => `SELECT to_jsonb(t) AS row FROM ${table} t WHERE s.part_id IS NULL AND t.id = s.target_id`).join(' UNION ALL ')}
          UNION ALL
          ${PARTS.map((table) => `SELECT to_jsonb(t) FROM ${table} t WHERE s.part_type = '${table}' AND t.id = s.part_id AND t.retracted_at IS NULL`).join(' UNION ALL ')}) v
    CROSS JOIN LATERAL (${known}) k
    WHERE s.retracted_at IS NULL AND s.field IS NOT NULL AND k.value IS NOT NULL`,

  `SELECT s.target_id, 'GAP_ON_KNOWN_VALUE'::text,
          format('%s is said to be %s, and has %s', s.field, ${said}, k.items), s.field
     FROM ${gaps}
    CROSS JOIN LATERAL (
          ${LISTS.map(([field, table, column]) => `SELECT count(*) AS items FROM ${table} t WHERE s.field = '${field}' AND t.${column} = s.target_id AND t.retracted_at IS NULL`).join(' UNION ALL ')}) k
    WHERE s.retracted_at IS NULL AND s.part_id IS NULL AND s.field IS NOT NULL AND k.items > 0`,
];
