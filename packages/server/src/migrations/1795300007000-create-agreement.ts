import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPart, createRoot, dropVersioned, fuzzy, oneOf } from './support/versioned';

const ACTIONS = [
  'ANNOUNCED',
  'NEGOTIATION_OPENED',
  'TEXT_AGREED',
  'INITIALLED',
  'ADOPTION',
  'SIGNATURE',
  'DEFINITIVE_SIGNATURE',
  'EXCHANGE_OF_NOTES',
  'RATIFICATION',
  'ACCEPTANCE',
  'APPROVAL',
  'ACCESSION',
  'FORMAL_CONFIRMATION',
  'SUCCESSION',
  'PROVISIONAL_APPLICATION',
  'ENTRY_INTO_FORCE',
  'AMENDMENT',
  'RESERVATION',
  'DECLARATION',
  'OBJECTION',
  'EXTENSION',
  'SUSPENSION',
  'RESUMPTION',
  'WITHDRAWAL',
  'TERMINATION',
  'EXPIRY',
  'ABANDONMENT',
  'REGISTRATION',
];

export class CreateAgreement1795300007000 implements MigrationInterface {
  name = 'CreateAgreement1795300007000';

  async up(db: QueryRunner): Promise<void> {
    await createRoot(
      db,
      'agreement',
      `title text,
       ${oneOf('number', ['ONE', 'SEVERAL'])},
       ${oneOf('form', ['TREATY', 'CONVENTION', 'PROTOCOL', 'FRAMEWORK', 'MOU', 'EXCHANGE_OF_NOTES', 'JOINT_STATEMENT', 'ARRANGEMENT'], '')},
       is_binding boolean,
       ${oneOf('ambit', ['BILATERAL', 'MULTILATERAL'], '')},
       ${oneOf('consent_mode', ['SIGNATURE', 'EXCHANGE_OF_INSTRUMENTS', 'RATIFICATION', 'ACCESSION', 'OTHER'], '')},
       depositary_id uuid REFERENCES actor,
       registrations text[] NOT NULL,
       ${fuzzy('expected_by')}`,
    );
    await db.query('ALTER TABLE agenda_item ADD FOREIGN KEY (agreement_id) REFERENCES agreement');

    await createPart(db, 'agreement_topic', 'topic_id uuid NOT NULL REFERENCES topic');
    await db.query('CREATE INDEX agreement_topic_by_topic ON agreement_topic (topic_id)');

    await createPart(
      db,
      'agreement_succession',
      `${oneOf('kind', ['SUPERSEDES', 'AMENDS'])}, to_id uuid NOT NULL REFERENCES agreement`,
    );
    await db.query('CREATE INDEX agreement_succession_by_end ON agreement_succession (to_id)');

    await createPart(
      db,
      'agreement_party',
      `actor_id uuid NOT NULL REFERENCES actor,
       side text,
       applies_to text[] NOT NULL`,
    );
    // Serves the agreements of an actor and those between two: their parties intersect.
    await db.query('CREATE INDEX agreement_party_by_actor ON agreement_party (actor_id, record_id)');

    await createPart(
      db,
      'agreement_action',
      `${oneOf('kind', ACTIONS)},
       party_id uuid REFERENCES actor,
       by_id uuid REFERENCES tenure,
       ${fuzzy('on')},
       ${fuzzy('effective_on')},
       engagement_id uuid REFERENCES engagement,
       text text`,
    );
    await db.query('CREATE INDEX agreement_action_by_engagement ON agreement_action (engagement_id)');

    await createPart(
      db,
      'commitment',
      `${oneOf('act', ['MADE', 'REAFFIRMED'])},
       statement text NOT NULL,
       topic_id uuid REFERENCES topic,
       ${fuzzy('due')}`,
    );
    await createPart(
      db,
      'commitment_party',
      'commitment_id uuid NOT NULL REFERENCES commitment, actor_id uuid NOT NULL REFERENCES actor',
    );
    await db.query(
      'CREATE INDEX commitment_party_by_commitment ON commitment_party (commitment_id, ordinal)',
    );

    await createPart(
      db,
      'implementation_report',
      `commitment_id uuid REFERENCES commitment,
       ${oneOf('status', ['NOT_STARTED', 'PARTIAL', 'COMPLETE', 'STALLED', 'REVERSED'])},
       ${fuzzy('period')}`,
    );
    await db.query(
      'CREATE INDEX implementation_report_by_commitment ON implementation_report (commitment_id)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE agenda_item DROP CONSTRAINT agenda_item_agreement_id_fkey');
    for (const table of [
      'implementation_report',
      'commitment_party',
      'commitment',
      'agreement_action',
      'agreement_party',
      'agreement_succession',
      'agreement_topic',
      'agreement',
    ])
      await dropVersioned(db, table);
  }
}
