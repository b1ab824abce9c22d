/** As the source words a date, else in EDTF. */
const worded = (column: string) => `coalesce(${column}_text, ${column}_edtf)`;

const SIGNED = `('SIGNATURE', 'DEFINITIVE_SIGNATURE', 'EXCHANGE_OF_NOTES')`;

/** One SELECT a rule: record, code, message, field. Each begins at the record, so that it is found by its index. */
export const AGREEMENT_WARNINGS: readonly string[] = [
  // Of several signatures the first counts, and one without a date may be the first.
  `SELECT a.id AS record_id, 'IN_FORCE_BEFORE_SIGNATURE'::text AS code,
          format('In force %s, before it was first signed, %s',
                 coalesce(${worded('f.effective_on')}, ${worded('f.on')}), ${worded('s.on')}) AS message,
          'actions'::text AS field
     FROM agreement a
     JOIN agreement_action f ON f.record_id = a.id AND f.kind = 'ENTRY_INTO_FORCE' AND f.retracted_at IS NULL
    CROSS JOIN LATERAL (
          SELECT g.on_text, g.on_edtf, g.on_earliest FROM agreement_action g
           WHERE g.record_id = a.id AND g.kind IN ${SIGNED} AND g.retracted_at IS NULL
           ORDER BY coalesce(g.on_earliest, '-infinity'), g.id LIMIT 1) s
    WHERE a.retracted_at IS NULL AND s.on_earliest > coalesce(f.effective_on_latest, f.on_latest)`,

  // A successor may have signed as its predecessor. What is signed jointly, without a party, is signed by all.
  `SELECT a.id, 'RATIFIED_WITHOUT_SIGNING'::text,
          format('%s ratified it%s without having signed', coalesce(p.label, 'A party'), ', ' || ${worded('r.on')} || ','),
          'actions'::text
     FROM agreement a
     JOIN agreement_action r ON r.record_id = a.id AND r.kind = 'RATIFICATION' AND r.retracted_at IS NULL
     LEFT JOIN actor p ON p.id = r.party_id
    WHERE a.retracted_at IS NULL
      AND NOT EXISTS (
          SELECT FROM agreement_action s
           WHERE s.record_id = a.id AND (s.kind IN ${SIGNED} OR s.kind = 'SUCCESSION') AND s.retracted_at IS NULL
             AND (s.party_id = r.party_id OR s.party_id IS NULL OR r.party_id IS NULL)
             AND (s.on_earliest > r.on_latest) IS NOT TRUE)`,

  `SELECT a.id, 'NOT_TWO_SIDES'::text,
          CASE p.sides WHEN 0 THEN 'Bilateral, and no side is named'
                       WHEN 1 THEN format('Bilateral, with one side: %s', p.labels)
                       ELSE format('Bilateral, with %s sides: %s', p.sides, p.labels) END,
          'parties'::text
     FROM agreement a
    CROSS JOIN LATERAL (
          SELECT count(DISTINCT coalesce(nullif(q.side, ''), q.actor_id::text)) AS sides,
                 string_agg(coalesce(x.label, 'somebody'), ', ' ORDER BY q.ordinal, q.id) AS labels
            FROM agreement_party q LEFT JOIN actor x ON x.id = q.actor_id
           WHERE q.record_id = a.id AND q.retracted_at IS NULL) p
    WHERE a.retracted_at IS NULL AND a.ambit = 'BILATERAL' AND p.sides <> 2`,

  ...['agreement', 'engagement', 'source'].map(
    (
      table,
    ) => `SELECT t.id, 'LONG_TITLE'::text, format('Its title has %s characters', length(t.title)), 'title'::text
     FROM ${table} t WHERE t.retracted_at IS NULL AND length(t.title) >= 2000`,
  ),
];
