import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CLEARANCES, readerRole } from '../platform/postgres/roles';
import { dropVersioned, guard, keepHistory, oneOf } from './support/versioned';

export class CreateRecord1795300000000 implements MigrationInterface {
  name = 'CreateRecord1795300000000';

  async up(db: QueryRunner): Promise<void> {
    // Every table has a view of the same name here, which shows the rows as recorded at `entente.as_of`.
    await db.query('CREATE SCHEMA past');
    await db.query(`
      CREATE FUNCTION as_of() RETURNS timestamptz LANGUAGE sql STABLE
      AS $$ SELECT current_setting('entente.as_of')::timestamptz $$`);
    // A row changed again within its own transaction was never seen by anybody: that state is no history.
    await db.query(`
      CREATE FUNCTION keep_history() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        IF NEW.recorded_from < OLD.recorded_from THEN
          RAISE EXCEPTION 'a later change of % was recorded meanwhile', TG_TABLE_NAME USING ERRCODE = '40001';
        END IF;
        IF NEW.recorded_from > OLD.recorded_from THEN
          EXECUTE format('INSERT INTO public.%I SELECT ($1).*, $2', TG_TABLE_NAME || '_history') USING OLD, NEW.recorded_from;
          -- What is hidden from now on is hidden in the past, too: else it would be told by what it was.
          IF NEW.marking > OLD.marking THEN
            EXECUTE format('UPDATE public.%I SET marking = greatest(marking, $1) WHERE id = $2', TG_TABLE_NAME || '_history')
              USING NEW.marking, NEW.id;
          END IF;
          IF TG_TABLE_NAME = 'claim' THEN
            IF NEW.clearance > OLD.clearance THEN
              UPDATE public.claim_history SET clearance = greatest(clearance, NEW.clearance) WHERE id = NEW.id;
            END IF;
          END IF;
        END IF;
        RETURN NEW;
      END $$`);
    for (const level of CLEARANCES)
      await db.query(`GRANT USAGE ON SCHEMA past TO ${await readerRole(db, level)}`);

    await db.query(`
      CREATE TABLE record (
        id uuid PRIMARY KEY,
        ${oneOf('type', ['actor', 'position', 'place', 'topic', 'engagement', 'agreement', 'context_event', 'source', 'claim'])},
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
        version integer NOT NULL CHECK (version > 0),
        recorded_at timestamptz(3) NOT NULL,
        recorded_by text NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        recorded_from timestamptz(3) NOT NULL,
        expunged_at timestamptz(3)
      )`);
    // Serves \`changedSince\` and LAST_CHANGED.
    await db.query('CREATE INDEX record_by_change ON record (type, changed_at DESC, id DESC)');
    await keepHistory(db, 'record');
    await guard(db, 'record', 'marking');

    await db.query(`
      CREATE TABLE record_version (
        id uuid PRIMARY KEY,
        record_id uuid NOT NULL REFERENCES record,
        record_type text NOT NULL,
        version integer NOT NULL,
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
        ${oneOf('change', ['RECORDED', 'AMENDED', 'STATUS_CHANGED', 'DATE_PASSED', 'IDENTIFIED', 'RETRACTED', 'REINSTATED', 'EXPUNGED'])},
        changed text[] NOT NULL,
        before jsonb,
        after jsonb,
        at timestamptz(3) NOT NULL,
        by text NOT NULL,
        reason text
      )`);
    // Serves history(id:), the latest first.
    await db.query(
      'CREATE INDEX record_version_by_record ON record_version (record_id, version DESC, id DESC)',
    );
    await db.query('ALTER TABLE record_version ENABLE ROW LEVEL SECURITY');
    for (const level of CLEARANCES) {
      const role = await readerRole(db, level);
      await db.query(
        `CREATE POLICY reads_${level.name} ON record_version FOR SELECT TO ${role} USING (marking <= ${level.value})`,
      );
      await db.query(`GRANT SELECT ON record_version TO ${role}`);
    }

    // What is to be told to subscribers. Numbered and delivered by one process, in the order of \`id\` within a record.
    await db.query(`
      CREATE TABLE event_outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        version_id uuid NOT NULL REFERENCES record_version,
        transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id()
      )`);

    await db.query(`
      CREATE TABLE idempotency (
        account text NOT NULL,
        key text NOT NULL,
        field text NOT NULL,
        digest text NOT NULL,
        answer jsonb,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (account, key)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['idempotency', 'event_outbox', 'record_version'])
      await db.query(`DROP TABLE ${table}`);
    await dropVersioned(db, 'record');
    await db.query('DROP FUNCTION keep_history()');
    await db.query('DROP FUNCTION as_of()');
    await db.query('DROP SCHEMA past');
  }
}
