import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLEARANCES, readerRole } from '../platform/postgres/roles';
import { oneOf } from './support/versioned';

/** The order of lists: a verdict has no score, and stands behind every guess. */
const BY_SCORE = '(CASE WHEN score IS NULL THEN -1 ELSE score END) DESC, id DESC';

export class CreateIdentity1795300020000 implements MigrationInterface {
  name = 'CreateIdentity1795300020000';

  async up(db: QueryRunner): Promise<void> {
    // Verdicts are never changed, the latest of a pair holds; guesses come and go. Its marking is that of the stricter of the two records.
    await db.query(`
      CREATE TABLE identity (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        one_id uuid NOT NULL REFERENCES record,
        other_id uuid NOT NULL REFERENCES record,
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
        ${oneOf('status', ['CANDIDATE', 'SAME', 'DIFFERENT'])},
        score double precision CHECK (score BETWEEN 0 AND 1),
        reasons text[] NOT NULL CHECK (cardinality(reasons) <= 19),
        rests_on uuid[] NOT NULL,
        decided_by text,
        decided_at timestamptz(3),
        reason text,
        is_latest boolean NOT NULL,
        CONSTRAINT identity_is_of_two CHECK (one_id < other_id),
        CONSTRAINT verdict_is_of_somebody CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NOT NULL OR status = 'CANDIDATE'))
      )`);
    await db.query('CREATE UNIQUE INDEX identity_latest ON identity (one_id, other_id) WHERE is_latest');
    // Serve what is said of a record, of whichever end.
    await db.query('CREATE INDEX identity_by_one ON identity (one_id)');
    await db.query('CREATE INDEX identity_by_other ON identity (other_id)');
    // Serve identities, the most alike first, of all types and of one.
    await db.query(`CREATE INDEX identity_by_score ON identity (status, ${BY_SCORE}) WHERE is_latest`);
    await db.query(
      `CREATE INDEX identity_of_type_by_score ON identity (type, status, ${BY_SCORE}) WHERE is_latest`,
    );
    await guardIdentity(db, 'identity', 'marking <=');

    // Verdicts as they stood; what was guessed then is not kept.
    await db.query(`
      CREATE VIEW past.identity WITH (security_invoker = true) AS
        SELECT id, type, one_id, other_id, marking, status, score, reasons, rests_on, decided_by, decided_at, reason,
               NOT EXISTS (SELECT FROM public.identity l WHERE l.one_id = i.one_id AND l.other_id = i.other_id
                             AND l.decided_at <= as_of() AND (l.decided_at, l.id) > (i.decided_at, i.id)) AS is_latest
          FROM public.identity i WHERE decided_at <= as_of()`);
    for (const level of CLEARANCES)
      await db.query(`GRANT SELECT ON past.identity TO ${await readerRole(db, level)}`);

    // Under which record another one is counted, by who looks: whoever may not see one of two that are the same counts the other.
    await db.query(`
      CREATE TABLE sameness (
        record_id uuid NOT NULL REFERENCES record,
        clearance smallint NOT NULL CHECK (clearance BETWEEN 0 AND 4),
        counted_as uuid NOT NULL REFERENCES record CHECK (counted_as <> record_id),
        PRIMARY KEY (record_id, clearance)
      )`);
    await db.query('CREATE INDEX sameness_by_counted ON sameness (counted_as, clearance)');
    await guardIdentity(db, 'sameness', 'clearance =');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sameness');
    await db.query('DROP VIEW past.identity');
    await db.query('DROP TABLE identity');
  }
}

async function guardIdentity(db: QueryRunner, table: string, condition: string): Promise<void> {
  await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  for (const level of CLEARANCES) {
    const role = await readerRole(db, level);
    await db.query(
      `CREATE POLICY reads_${level.name} ON ${table} FOR SELECT TO ${role} USING (${condition} ${level.value})`,
    );
    await db.query(`GRANT SELECT ON ${table} TO ${role}`);
  }
}
