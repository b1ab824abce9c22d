import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdentitySearch1795300023000 implements MigrationInterface {
  name = 'CreateIdentitySearch1795300023000';

  async up(db: QueryRunner): Promise<void> {
    // By what records are alike: digests of what the one who finds pairs compares. No reader has it, and nothing waits for a record's lock.
    await db.query(`
      CREATE TABLE identity_key (
        key bigint NOT NULL,
        marking smallint NOT NULL,
        record_id uuid NOT NULL,
        PRIMARY KEY (key, marking, record_id)
      )`);
    await db.query('CREATE INDEX identity_key_by_record ON identity_key (record_id)');

    // Serves the question which markings there are.
    await db.query('CREATE INDEX identity_key_hidden ON identity_key (marking) WHERE marking > 0');

    // Up to where in the event log records were compared.
    await db.query(`
      CREATE TABLE identity_search (
        is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
        seq bigint NOT NULL
      )`);
    await db.query('INSERT INTO identity_search (seq) VALUES (0)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE identity_search');
    await db.query('DROP TABLE identity_key');
  }
}
