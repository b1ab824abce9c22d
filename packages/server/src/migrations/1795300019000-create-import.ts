import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLEARANCES, readerRole } from '../platform/postgres/roles';
import { oneOf } from './support/versioned';

const REFUSALS = [
  'MALFORMED_ROW',
  'BAD_ENCODING',
  'BAD_DATE',
  'BAD_NUMBER',
  'MISSING_VALUE',
  'CONTRADICTION',
];

export class CreateImport1795300019000 implements MigrationInterface {
  name = 'CreateImport1795300019000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE import_run (
        id uuid PRIMARY KEY,
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
        dataset text NOT NULL,
        dataset_version text,
        file text NOT NULL,
        -- Empty: what came by standard input is known once it was read.
        hash text NOT NULL,
        ${oneOf('status', ['RUNNING', 'COMPLETED', 'INTERRUPTED', 'FAILED'])},
        is_dry_run boolean NOT NULL,
        started_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3),
        CONSTRAINT running_or_finished CHECK ((status = 'RUNNING') = (finished_at IS NULL))
      )`);
    // Serves importRuns of all datasets, and of some.
    await db.query('CREATE INDEX import_run_latest ON import_run (started_at DESC, id DESC)');
    await db.query('CREATE INDEX import_run_by_dataset ON import_run (dataset, started_at DESC, id DESC)');

    // What each transaction of a run did; sums of these are the run's figures, so that no two wait for one row, and none is ever wrong.
    await db.query(`
      CREATE TABLE import_batch (
        run_id uuid NOT NULL REFERENCES import_run,
        number integer NOT NULL,
        -- A batch that could not be written at once was cut in pieces: '0' and '1', then '00' and so on.
        piece text NOT NULL,
        accepted integer NOT NULL,
        unchanged integer NOT NULL,
        skipped integer NOT NULL,
        rejected integer NOT NULL,
        PRIMARY KEY (run_id, number, piece)
      )`);
    await db.query(`
      CREATE TABLE import_skip (
        run_id uuid NOT NULL REFERENCES import_run,
        number integer NOT NULL,
        code text NOT NULL,
        count integer NOT NULL,
        PRIMARY KEY (run_id, number, code)
      )`);
    await db.query(`
      CREATE TABLE import_warning (
        run_id uuid NOT NULL REFERENCES import_run,
        number integer NOT NULL,
        piece text NOT NULL,
        kind text NOT NULL,
        value text NOT NULL,
        count integer NOT NULL,
        first_row integer NOT NULL,
        PRIMARY KEY (run_id, number, piece, kind, value)
      )`);
    await db.query(`
      CREATE TABLE import_rejection (
        id uuid PRIMARY KEY,
        run_id uuid NOT NULL REFERENCES import_run,
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
        line integer NOT NULL,
        field text,
        value text CHECK (length(value) <= 200),
        ${oneOf('reason', REFUSALS)},
        message text NOT NULL
      )`);
    // Serves ImportRun.rejections.
    await db.query('CREATE INDEX import_rejection_by_run ON import_rejection (run_id, line, id)');

    for (const [table, condition] of [
      ['import_run', (level: number) => `marking <= ${level}`],
      ['import_rejection', (level: number) => `marking <= ${level}`],
      ...['import_batch', 'import_skip', 'import_warning'].map(
        (table) => [table, () => `EXISTS (SELECT FROM import_run r WHERE r.id = ${table}.run_id)`] as const,
      ),
    ] as const) {
      await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      for (const level of CLEARANCES) {
        const role = await readerRole(db, level);
        await db.query(
          `CREATE POLICY reads_${level.name} ON ${table} FOR SELECT TO ${role} USING (${condition(level.value)})`,
        );
        await db.query(`GRANT SELECT ON ${table} TO ${role}`);
      }
    }

    // What was imported and what it said. No reader's role has any right to it: it would tell what a record came from, whatever its marking.
    await db.query(`
      CREATE TABLE import_row (
        dataset text NOT NULL,
        external_id text NOT NULL,
        content_hash bytea NOT NULL,
        record_id uuid,
        PRIMARY KEY (dataset, external_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of [
      'import_row',
      'import_rejection',
      'import_warning',
      'import_skip',
      'import_batch',
      'import_run',
    ])
      await db.query(`DROP TABLE ${table}`);
  }
}
