import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDerived, dropDerived } from './support/versioned';

/** Views and functions for what claims rest on, over what the reader may see. */
const VIEWS: readonly [string, string][] = [
  [
    // What is held of an outlet today: of each aspect the latest assessment.
    'outlet_standing',
    `SELECT record_id AS organization_id,
            (array_agg(reliability ORDER BY since DESC, ordinal DESC, id DESC) FILTER (WHERE reliability IS NOT NULL))[1] AS reliability,
            (array_agg(affiliation ORDER BY since DESC, ordinal DESC, id DESC) FILTER (WHERE affiliation IS NOT NULL))[1] AS affiliation
       FROM outlet_assessment WHERE retracted_at IS NULL AND since <= CURRENT_DATE GROUP BY record_id`,
  ],
  [
    // A source is cited by those that repeat it and by those whose claims refer to it.
    'source_citing',
    `SELECT c.cites_id AS cited_id, c.record_id AS citing_id
       FROM source_citation c JOIN source s ON s.id = c.record_id AND s.retracted_at IS NULL WHERE c.retracted_at IS NULL
     UNION
     SELECT a.referenced_source_id, c.source_id
       FROM attribution a JOIN claim c ON c.id = a.record_id AND c.retracted_at IS NULL
       JOIN source s ON s.id = c.source_id AND s.retracted_at IS NULL
      WHERE a.retracted_at IS NULL AND a.referenced_source_id IS NOT NULL AND a.referenced_source_id <> c.source_id`,
  ],
  [
    // Live claims on the rows and fields they are about. The best of several is the one of least rank: standing first, our own
    // readings last.
    'claim_evidence',
    `SELECT t.target_id AS record_id, t.part_id, t.part_type, t.field, t.marking, c.id AS claim_id, c.predicate, c.modality, c.polarity,
            c.standing, c.gap, c.value,
            array_position(ARRAY['PREFERRED', 'NORMAL', 'DEPRECATED'], c.standing) * 100
              + array_position(ARRAY['ASSERTED', 'LIKELY', 'POSSIBLE', 'EXPECTED', 'HYPOTHETICAL', 'REPORTED', 'ALLEGED', 'INFERRED'], c.modality) AS rank
       FROM claim_target t JOIN claim c ON c.id = t.record_id
      WHERE t.role = 'SUBJECT' AND t.target_id IS NOT NULL AND t.retracted_at IS NULL AND c.retracted_at IS NULL`,
  ],
  [
    // What supports a record, a part or a field of it. A denial does not.
    'record_support',
    `SELECT record_id, part_id, field, claim_id, modality, gap, value, rank
       FROM claim_evidence WHERE predicate = 'SUPPORTS_RECORD' AND polarity = 'POSITIVE'`,
  ],
];

/** Claims, and those that they support, by whatever way. */
function withSupported(claims: string): string {
  return `WITH RECURSIVE resting(id) AS (
       (${claims})
       UNION
       SELECT r.to_id FROM resting JOIN claim c ON c.id = resting.id AND c.retracted_at IS NULL
         JOIN claim_relation r ON r.record_id = c.id AND r.kind = 'SUPPORTS' AND r.retracted_at IS NULL)
     SELECT id FROM resting`;
}

const FUNCTIONS: readonly [string, string][] = [
  [
    // A source and all that it wholly repeats, by whatever way.
    'source_chain(of_source uuid) RETURNS SETOF uuid',
    `WITH RECURSIVE up(id) AS (
       SELECT of_source
       UNION
       SELECT c.cites_id FROM up JOIN source_citation c ON c.record_id = up.id AND c.retracted_at IS NULL
         JOIN source s ON s.id = c.cites_id AND s.retracted_at IS NULL)
     SELECT id FROM up`,
  ],
  [
    'source_roots(of_source uuid) RETURNS SETOF uuid',
    `SELECT up.id FROM source_chain(of_source) AS up(id)
      WHERE NOT EXISTS (SELECT FROM source_citation c JOIN source s ON s.id = c.cites_id AND s.retracted_at IS NULL
                         WHERE c.record_id = up.id AND c.retracted_at IS NULL)`,
  ],
  [
    // A claim and the live claims that support it, by whatever way.
    'claim_supporters(of_claim uuid) RETURNS SETOF uuid',
    `WITH RECURSIVE ground(id) AS (
       SELECT of_claim
       UNION
       SELECT r.record_id FROM ground g JOIN claim_relation r ON r.to_id = g.id AND r.kind = 'SUPPORTS' AND r.retracted_at IS NULL
         JOIN claim c ON c.id = r.record_id AND c.retracted_at IS NULL)
     SELECT id FROM ground`,
  ],
  [
    // Claims made in one of these sources, in one that repeats them, or with reference to either.
    'claims_made_from(sources uuid[]) RETURNS SETOF uuid',
    `WITH RECURSIVE carrier(id) AS (
       SELECT s.id FROM source s WHERE s.id = ANY(sources)
       UNION
       SELECT c.record_id FROM carrier JOIN source_citation c ON c.cites_id = carrier.id AND c.retracted_at IS NULL)
     SELECT c.id FROM claim c JOIN carrier ON carrier.id = c.source_id
     UNION
     SELECT a.record_id FROM attribution a JOIN carrier ON carrier.id = a.referenced_source_id WHERE a.retracted_at IS NULL`,
  ],
  [
    // These, and the claims that they support by whatever way.
    'claims_resting_on(sources uuid[]) RETURNS SETOF uuid',
    withSupported('SELECT m FROM claims_made_from(sources) AS m'),
  ],
  [
    // Claims made in what one of these published, or attributed to it, and the claims that they support.
    'claims_heard_from(speakers uuid[]) RETURNS SETOF uuid',
    withSupported(`SELECT m FROM claims_made_from(ARRAY(SELECT s.id FROM source s WHERE s.publisher_id = ANY(speakers))) AS m
                   UNION SELECT a.record_id FROM attribution a WHERE a.speaker_id = ANY(speakers) AND a.retracted_at IS NULL`),
  ],
];

/** Who is heard in the end: the last step of attribution that may be seen, else the source itself, each followed to its root. */
const CLAIM_VOICE = `
  SELECT c.id AS claim_id, coalesce(p.id, v.speaker_id) AS speaker_id, r.root AS source_id
    FROM claim c
   CROSS JOIN LATERAL (
         SELECT NULL::uuid AS speaker_id, c.source_id AS text_id
          WHERE NOT EXISTS (SELECT FROM attribution a WHERE a.record_id = c.id AND a.retracted_at IS NULL)
         UNION ALL
         SELECT s.id, x.id
           FROM attribution a LEFT JOIN actor s ON s.id = a.speaker_id LEFT JOIN source x ON x.id = a.referenced_source_id
          WHERE a.record_id = c.id AND a.retracted_at IS NULL
            AND a.step = (SELECT max(b.step) FROM attribution b WHERE b.record_id = c.id AND b.retracted_at IS NULL)) v
    LEFT JOIN LATERAL source_roots(v.text_id) AS r(root) ON v.text_id IS NOT NULL
    LEFT JOIN source t ON t.id = r.root
    LEFT JOIN actor p ON p.id = t.publisher_id
   WHERE c.retracted_at IS NULL AND c.modality <> 'INFERRED' AND (v.speaker_id IS NOT NULL OR r.root IS NOT NULL)`;

const ORIGIN = 'TABLE (speaker_id uuid, source_id uuid, via uuid[])';

/**
 * Two claims have one origin if they share a speaker or a text; so have all that hang together by such pairs. Those who speak jointly
 * are one. Each function has the whole text: PostgreSQL then plans it as part of the statement, not anew for each row.
 */
const originsOf = (claims: string) => `
  WITH RECURSIVE
    ground AS (${claims}),
    voice AS MATERIALIZED (SELECT v.* FROM ground JOIN claim_voice v ON v.claim_id = ground.id),
    said AS (
      SELECT v.claim_id, array_agg(DISTINCT k.id) AS heard
        FROM voice v CROSS JOIN LATERAL (VALUES (v.speaker_id), (v.source_id)) AS k(id) WHERE k.id IS NOT NULL GROUP BY v.claim_id),
    voices AS (SELECT DISTINCT heard FROM said),
    kin(heard, other) AS (
      SELECT heard, heard FROM voices
      UNION
      SELECT k.heard, o.heard FROM kin k JOIN voices o ON o.heard && k.other),
    origin AS (SELECT heard, min(other) AS origin FROM kin GROUP BY heard),
    told AS (
      SELECT o.origin, (array_agg(DISTINCT v.speaker_id))[1] AS speaker_id, (array_agg(DISTINCT v.source_id))[1] AS source_id,
             array_agg(DISTINCT c.source_id) FILTER (WHERE c.source_id IS NOT NULL) AS carriers
        FROM said s JOIN origin o USING (heard) JOIN voice v USING (claim_id) JOIN claim c ON c.id = s.claim_id
       GROUP BY o.origin)
  SELECT t.speaker_id, t.source_id, array_remove(coalesce(t.carriers, '{}'), t.source_id) FROM told t`;

const ORIGINS: readonly [string, string][] = [
  [
    `claim_origins(of_claim uuid) RETURNS ${ORIGIN}`,
    originsOf('SELECT g.id FROM claim_supporters(of_claim) AS g(id)'),
  ],
  [
    `record_origins(of_record uuid) RETURNS ${ORIGIN}`,
    originsOf(
      'SELECT DISTINCT g.id FROM record_support r CROSS JOIN LATERAL claim_supporters(r.claim_id) AS g(id) WHERE r.record_id = of_record',
    ),
  ],
];

export class DeriveOrigins1795300015000 implements MigrationInterface {
  name = 'DeriveOrigins1795300015000';

  async up(db: QueryRunner): Promise<void> {
    for (const [view, select] of VIEWS) await createDerived(db, view, select);
    // Names in a function's text are looked up when it runs: the same function serves the present and the past.
    for (const [signature, text] of FUNCTIONS) await createFunction(db, signature, text);
    await createDerived(db, 'claim_voice', CLAIM_VOICE);
    for (const [signature, text] of ORIGINS) await createFunction(db, signature, text);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [signature] of [...ORIGINS].reverse()) await dropFunction(db, signature);
    await dropDerived(db, 'claim_voice');
    for (const [signature] of [...FUNCTIONS].reverse()) await dropFunction(db, signature);
    for (const [view] of [...VIEWS].reverse()) await dropDerived(db, view);
  }
}

function createFunction(db: QueryRunner, signature: string, text: string): Promise<unknown> {
  return db.query(`CREATE FUNCTION ${signature} LANGUAGE sql STABLE AS $$ ${text} $$`);
}

function dropFunction(db: QueryRunner, signature: string): Promise<unknown> {
  return db.query(`DROP FUNCTION ${signature.split(' RETURNS ')[0]}`);
}
