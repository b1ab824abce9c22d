import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPart, createRoot, dropVersioned, fuzzy, oneOf } from './support/versioned';

export class CreateNameAndOffice1795300004000 implements MigrationInterface {
  name = 'CreateNameAndOffice1795300004000';

  async up(db: QueryRunner): Promise<void> {
    await createPart(
      db,
      'name',
      `value text NOT NULL CHECK (value <> ''),
       folded text NOT NULL,
       ${oneOf('kind', ['OFFICIAL', 'COMMON', 'ALIAS', 'ACRONYM', 'METONYM', 'TRANSLITERATION', 'MISSPELLING'])},
       language text,
       first_source_id uuid REFERENCES source`,
    );

    await createRoot(
      db,
      'position',
      `title text NOT NULL,
       folded_title text NOT NULL,
       organization_id uuid REFERENCES actor,
       state_id uuid REFERENCES actor,
       accredited_to_id uuid REFERENCES actor,
       level smallint CHECK (level BETWEEN 1 AND 7),
       CONSTRAINT position_is_of_somebody CHECK (organization_id IS NOT NULL OR state_id IS NOT NULL)`,
    );
    await db.query('CREATE INDEX position_by_organization ON position (organization_id)');
    await db.query('CREATE INDEX position_by_state ON position (state_id)');

    await createPart(
      db,
      'tenure',
      `position_id uuid NOT NULL REFERENCES position,
       ${fuzzy('from')},
       ${fuzzy('to')},
       is_acting boolean`,
    );
    await db.query('CREATE INDEX tenure_by_position ON tenure (position_id)');

    await createPart(
      db,
      'outlet_assessment',
      `${oneOf('reliability', ['A', 'B', 'C', 'D', 'E', 'F'], '')},
       ${oneOf('affiliation', ['STATE_OWNED', 'STATE_AFFILIATED', 'INDEPENDENT'], '')},
       since date NOT NULL,
       assessor text NOT NULL,
       reason text NOT NULL,
       source_id uuid REFERENCES source,
       CONSTRAINT assessment_is_of_one_aspect CHECK ((reliability IS NULL) <> (affiliation IS NULL)),
       CONSTRAINT affiliation_has_a_source CHECK (affiliation IS NULL OR source_id IS NOT NULL)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['outlet_assessment', 'tenure', 'position', 'name']) await dropVersioned(db, table);
  }
}
