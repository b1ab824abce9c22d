/**
 * Claims on a record's parts count for it, of whatever sort: a motive that is told may prove a spelling. A denial proves nothing.
 * States and topics are reference data, and places are gazetteers': they need none. Sources and claims are evidence themselves.
 */
const isUnsupported = `NOT EXISTS (
  SELECT FROM claim_target s JOIN claim c ON c.id = s.record_id AND c.retracted_at IS NULL
   WHERE s.target_id = t.id AND s.role = 'SUBJECT' AND s.retracted_at IS NULL
     AND c.polarity = 'POSITIVE' AND (c.predicate = 'SUPPORTS_RECORD' OR s.part_id IS NOT NULL))`;

const noEvidence = (table: string, rest = '') =>
  `SELECT t.id AS record_id, 'NO_EVIDENCE'::text AS code, 'No claim supports it'::text AS message, NULL::text AS field
     FROM ${table} t JOIN record r ON r.id = t.id AND r.recorded_by <> 'reference data'
    WHERE t.retracted_at IS NULL AND r.expunged_at IS NULL ${rest} AND ${isUnsupported}`;

const said = `CASE c.gap WHEN 'NONE' THEN 'none' ELSE 'not applicable' END`;

export const EVIDENCE_WARNINGS: readonly string[] = [
  ...['engagement', 'agreement', 'context_event', 'position'].map((table) => noEvidence(table)),
  noEvidence('actor', `AND t.kind <> 'STATE'`),

  `SELECT s.target_id AS record_id, 'GAP_ON_KNOWN_VALUE'::text AS code,
          format('%s is said to be %s, and is %s', s.field, ${said}, left(k.value, 200)) AS message, s.field AS field
     FROM claim_target s
     JOIN claim c ON c.id = s.record_id AND c.retracted_at IS NULL AND c.predicate = 'SUPPORTS_RECORD'
          AND c.polarity = 'POSITIVE' AND c.gap IN ('NONE', 'NOT_APPLICABLE')
     JOIN record r ON r.id = s.target_id
    CROSS JOIN LATERAL (SELECT known_value(coalesce(s.part_type, r.type), coalesce(s.part_id, s.target_id), s.field) AS value) k
    WHERE s.retracted_at IS NULL AND s.field IS NOT NULL AND k.value IS NOT NULL`,
];

/** Lists of a record by the name of their field, with the column by which their rows point at it. */
const LISTS = [
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
 * What a field of a row holds, in words and as far as the reader may know it: what an id points at must be visible. Null if nothing.
 * The statement depends on the table, so it is made when it runs, and finds the tables of the present or of the past.
 */
export const KNOWN_VALUE = `
  CREATE FUNCTION known_value(type text, id uuid, field text) RETURNS text LANGUAGE plpgsql STABLE AS $$
  DECLARE
    name text := lower(regexp_replace(field, '([A-Z])', '_\\1', 'g'));
    held jsonb;
    answer text;
    list record;
  BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM %I t WHERE t.id = $1 AND t.retracted_at IS NULL', type) INTO held USING id;
    answer := nullif(coalesce(held ->> name, held ->> (name || '_text'), held ->> (name || '_edtf')), '[]');
    IF answer IS NULL AND held ->> (name || '_id') ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN
      EXECUTE 'SELECT coalesce(a.label, p.label, ''known'') FROM record r LEFT JOIN actor a ON a.id = r.id
                 LEFT JOIN place p ON p.id = r.id WHERE r.id = $1
               UNION ALL SELECT ''known'' FROM tenure t WHERE t.id = $1'
         INTO answer USING (held ->> (name || '_id'))::uuid;
    END IF;
    FOR list IN SELECT l.* FROM (VALUES ${LISTS.map((list) => `(${list.map((word) => `'${word}'`).join(', ')})`).join(', ')})
                  AS l(of_field, of_table, of_column) WHERE l.of_field = field AND held IS NOT NULL LOOP
      EXECUTE format('SELECT nullif(count(*), 0)::text FROM %I t WHERE t.%I = $1 AND t.retracted_at IS NULL', list.of_table, list.of_column)
         INTO answer USING id;
    END LOOP;
    RETURN answer;
  END $$`;
