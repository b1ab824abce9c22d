import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPart, createRoot, dropVersioned, fuzzy, oneOf } from './support/versioned';

export class CreateClaim1795300008000 implements MigrationInterface {
  name = 'CreateClaim1795300008000';

  async up(db: QueryRunner): Promise<void> {
    await createRoot(
      db,
      'claim',
      `clearance smallint NOT NULL CHECK (clearance BETWEEN 0 AND 4),
       source_id uuid REFERENCES source,
       ${oneOf('predicate', ['SUPPORTS_RECORD', 'OBJECTIVE', 'CONDUCT', 'ROLE', 'RELATIONSHIP_PHASE', 'COOPERATION_AREA', 'OBSTACLE', 'CONDITION', 'CAUSE', 'TREND', 'ASSESSMENT', 'CONTEXT', 'MENTION'])},
       statement text NOT NULL,
       ${oneOf('modality', ['ASSERTED', 'LIKELY', 'POSSIBLE', 'EXPECTED', 'HYPOTHETICAL', 'REPORTED', 'ALLEGED', 'INFERRED'])},
       ${oneOf('polarity', ['POSITIVE', 'NEGATIVE'])},
       value text,
       ${oneOf('gap', ['NOT_DISCLOSED', 'NOT_APPLICABLE', 'NONE', 'INCOMPLETE'], '')},
       ${oneOf('direction', ['RISING', 'STEADY', 'FALLING'], '')},
       priority integer CHECK (priority > 0),
       ${fuzzy('valid')},
       credibility smallint CHECK (credibility BETWEEN 1 AND 6),
       ${oneOf('standing', ['PREFERRED', 'NORMAL', 'DEPRECATED'])}`,
      // A claim is hidden from whoever may see none of its subjects; \`clearance\` is kept by the handling projection.
      'clearance',
    );
    await db.query('CREATE INDEX claim_by_source ON claim (source_id)');
    await db.query('CREATE INDEX claim_by_predicate ON claim (predicate) WHERE retracted_at IS NULL');

    await createPart(
      db,
      'claim_target',
      `${oneOf('role', ['SUBJECT', 'OBJECT', 'AGAINST', 'BENEFICIARY', 'TOPIC', 'CONTEXT'])},
       target_id uuid REFERENCES record,
       part_id uuid,
       part_type text,
       field text,
       descriptor text,
       CONSTRAINT claim_target_is_something CHECK (target_id IS NOT NULL OR descriptor IS NOT NULL)`,
    );
    // Serve the claims about a record and about a part of one.
    await db.query('CREATE INDEX claim_target_by_target ON claim_target (target_id, role)');
    await db.query('CREATE INDEX claim_target_by_part ON claim_target (part_id)');

    await createPart(db, 'claim_passage', 'passage_id uuid NOT NULL REFERENCES passage');
    await db.query('CREATE INDEX claim_passage_by_passage ON claim_passage (passage_id)');

    await createPart(
      db,
      'attribution',
      `step smallint NOT NULL CHECK (step > 0),
       ${oneOf('kind', ['OFFICIAL', 'ANALYST', 'MEDIA', 'DOCUMENT', 'OTHER'])},
       speaker_id uuid REFERENCES actor,
       tenure_id uuid REFERENCES tenure,
       descriptor text,
       referenced_source_id uuid REFERENCES source`,
    );
    await db.query('CREATE INDEX attribution_by_speaker ON attribution (speaker_id)');
    await db.query('CREATE INDEX attribution_by_source ON attribution (referenced_source_id)');

    await createPart(
      db,
      'claim_relation',
      `${oneOf('kind', ['SUPPORTS', 'CONTRADICTS', 'CORRECTS', 'RETRACTS', 'REFRAMES'])},
       to_id uuid NOT NULL REFERENCES claim,
       note text,
       CONSTRAINT claim_relation_joins_two CHECK (record_id <> to_id)`,
    );
    await db.query('CREATE INDEX claim_relation_by_end ON claim_relation (to_id, kind)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['claim_relation', 'attribution', 'claim_passage', 'claim_target', 'claim'])
      await dropVersioned(db, table);
  }
}
