import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDerived, dropDerived } from './support/versioned';
import { AGREEMENT_WARNINGS } from './warnings/agreement-warnings';
import { ENGAGEMENT_WARNINGS } from './warnings/engagement-warnings';
import { EVIDENCE_WARNINGS, KNOWN_VALUE } from './warnings/evidence-warnings';

export class DeriveWarnings1795300013000 implements MigrationInterface {
  name = 'DeriveWarnings1795300013000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(KNOWN_VALUE);
    // What is odd, over what the reader may see. Columns are of one type in all branches: else a condition on the view would not
    // reach the tables' indexes.
    const rules = [...AGREEMENT_WARNINGS, ...ENGAGEMENT_WARNINGS, ...EVIDENCE_WARNINGS];
    await createDerived(db, 'record_warning', rules.join('\nUNION ALL\n'));
  }

  async down(db: QueryRunner): Promise<void> {
    await dropDerived(db, 'record_warning');
    await db.query('DROP FUNCTION known_value(text, uuid, text)');
  }
}
