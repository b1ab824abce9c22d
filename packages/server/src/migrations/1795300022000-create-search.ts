import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLEARANCES, readerRole } from '../platform/postgres/roles';

export class CreateSearch1795300022000 implements MigrationInterface {
  name = 'CreateSearch1795300022000';

  async up(db: QueryRunner): Promise<void> {
    // It stays when this is taken back: somebody else in the database may have come to need it.
    await db.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    // Operators that are not leakproof lose their index under a policy, and those of text search are not. So what may be found by whom is
    // told apart by tables: one a marking, each readable to the roles that may see it, and none of them has a policy.
    for (const level of CLEARANCES) {
      const table = `search_document_${level.name}`;
      await db.query(`
        CREATE TABLE ${table} (
          record_id uuid NOT NULL,
          type text NOT NULL,
          kind text NOT NULL CHECK (kind IN ('NAME', 'TITLE', 'TEXT')),
          size smallint NOT NULL,
          words tsvector NOT NULL,
          value text,
          folded text
        )`);
      // Serves whatever replaces or removes what is said of a record.
      await db.query(`CREATE INDEX ${table}_by_record ON ${table} (record_id)`);
      // Serves every search. What was written last waits in a list that each round of a search reads too, so the list is kept as short as
      // can be: an import writes a little more slowly, and searches meanwhile hardly notice.
      await db.query(
        `CREATE INDEX ${table}_by_words ON ${table} USING gin (words) WITH (gin_pending_list_limit = 64)`,
      );
      // Rows are replaced as records change, and a list that waits is emptied by whoever sweeps.
      await db.query(`ALTER TABLE ${table} SET (autovacuum_vacuum_insert_scale_factor = 0.05)`);
      // The words of names, about once each: by them a typed word is corrected. What is shown are names, from the documents.
      const words = `search_word_${level.name}`;
      await db.query(`CREATE TABLE ${words} (word text NOT NULL)`);
      await db.query(`CREATE INDEX ${words}_by_word ON ${words} (word)`);
      // Serves words that are spelled nearly as one that was typed.
      await db.query(
        `CREATE INDEX ${words}_by_spelling ON ${words} USING gin (word gin_trgm_ops) WITH (gin_pending_list_limit = 64)`,
      );
      for (const reader of CLEARANCES.slice(level.value))
        await db.query(`GRANT SELECT ON ${table}, ${words} TO ${await readerRole(db, reader)}`);
    }
    // By which rules the documents were made; 0: they were not yet, though records may stand.
    await db.query(`
      CREATE TABLE search_rules (
        is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
        version integer NOT NULL
      )`);
    await db.query('INSERT INTO search_rules (version) VALUES (0)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE search_rules');
    for (const level of CLEARANCES)
      await db.query(`DROP TABLE search_document_${level.name}, search_word_${level.name}`);
  }
}
