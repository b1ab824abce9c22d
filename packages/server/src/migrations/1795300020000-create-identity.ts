import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLEARANCES, readerRole } from '../platform/postgres/roles';
import { oneOf } from './support/versioned';

export class CreateIdentity1795300020000 implements MigrationInterface {
  name = 'CreateIdentity1795300020000';

  async up(db: QueryRunner): Promise<void> {
    // Guesses and verdicts, never changed: the latest of a pair holds. Its marking is that of the stricter of the two records.
    await db.query(`
      CREATE TABLE identity (
        id uuid PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        type text NOT NULL,
        one_id uuid NOT NULL REFERENCES record,
        other_id uuid NOT NULL REFERENCES record,
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
        ${oneOf('status', ['CANDIDATE', 'SAME', 'DIFFERENT'])},
        score real CHECK (score BETWEEN 0 AND 1),
        reasons text[] NOT NULL CHECK (cardinality(reasons) <= 20),
        decided_by text,
        decided_at timestamptz(3),
        reason text,
        CONSTRAINT identity_is_of_two CHECK (one_id < other_id)
      )`);
    // Serves the latest verdict on a pair.
    await db.query('CREATE INDEX identity_by_pair ON identity (one_id, other_id, seq DESC)');
    // Serves what is said of a record, together with the index before.
    await db.query('CREATE INDEX identity_by_other ON identity (other_id)');

    // Under which record another one is counted, by who looks: whoever may not see one of two that are the same counts the other.
    await db.query(`
      CREATE TABLE sameness (
        record_id uuid NOT NULL REFERENCES record,
        clearance smallint NOT NULL CHECK (clearance BETWEEN 0 AND 4),
        counted_as uuid NOT NULL REFERENCES record CHECK (counted_as <> record_id),
        PRIMARY KEY (record_id, clearance)
      )`);
    await db.query('CREATE INDEX sameness_by_counted ON sameness (counted_as, clearance)');

    for (const [table, condition] of [
      ['identity', 'marking <='],
      ['sameness', 'clearance ='],
    ]) {
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      for (const level of CLEARANCES) {
        const role = await readerRole(db, level);
        await db.query(
          `CREATE POLICY reads_${level.name} ON ${table} FOR SELECT TO ${role} USING (${condition} ${level.value})`,
        );
        await db.query(`GRANT SELECT ON ${table} TO ${role}`);
      }
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sameness');
    await db.query('DROP TABLE identity');
  }
}
