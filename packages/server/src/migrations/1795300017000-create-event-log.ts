import { randomBytes } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a partition of the log; the sequencer makes later ones before they are needed. */
const PARTITION = 1_000_000;

/** Columns by which parts are looked up as they were. */
const OF_THE_PAST: readonly [table: string, column: string][] = [
  ['participation', 'record_id'],
  ['agenda_item', 'record_id'],
  ['agreement_party', 'record_id'],
  ['agreement_topic', 'record_id'],
  ['agreement_action', 'record_id'],
  ['claim_target', 'record_id'],
  ['claim_target', 'target_id'],
  ['attribution', 'record_id'],
  ['claim_relation', 'to_id'],
  ['source_citation', 'record_id'],
  ['tenure', 'record_id'],
  ['group_member', 'record_id'],
  ['context_event_actor', 'record_id'],
];

export class CreateEventLog1795300017000 implements MigrationInterface {
  name = 'CreateEventLog1795300017000';

  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE event_outbox ADD record_id uuid, ADD is_bulk boolean NOT NULL DEFAULT false');
    await db.query(
      'UPDATE event_outbox o SET record_id = v.record_id FROM record_version v WHERE v.id = o.version_id',
    );
    await db.query('ALTER TABLE event_outbox ALTER record_id SET NOT NULL');
    // Each serves one lane of the sequencer, so that what is live is found under any heap of what is bulk.
    await db.query('CREATE INDEX event_outbox_live ON event_outbox (id) WHERE NOT is_bulk');
    await db.query('CREATE INDEX event_outbox_bulk ON event_outbox (id) WHERE is_bulk');
    // Serve the question whether a record waits in the other lane.
    await db.query('CREATE INDEX event_outbox_live_record ON event_outbox (record_id) WHERE NOT is_bulk');
    await db.query('CREATE INDEX event_outbox_bulk_record ON event_outbox (record_id) WHERE is_bulk');

    // Rows come and go: what is dead is to be swept before a scan has to step over it.
    await db.query(
      'ALTER TABLE event_outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)',
    );

    // Serve the state that an event made, when its record was changed again before it was numbered.
    for (const [table, column] of OF_THE_PAST)
      await db.query(`CREATE INDEX ${table}_history_by_${column} ON ${table}_history (${column})`);

    // Where the log stands, and in which database it was written; a restored one is another. Numbers are those given last, by clearance from CLEAR to AMBER_STRICT; \`seq\` is that of RED.
    await db.query(`
      CREATE TABLE event_head (
        is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
        epoch text NOT NULL CHECK (epoch ~ '^[0-9a-f]{16}$'),
        written_in text,
        seq bigint NOT NULL DEFAULT 0,
        numbers bigint[] NOT NULL DEFAULT '{0,0,0,0}' CHECK (cardinality(numbers) = 4)
      )`);
    await db.query('INSERT INTO event_head (epoch) VALUES ($1)', [randomBytes(8).toString('hex')]);

    // No content: what changed is read from record_version by whoever is told, with its own rights.
    await db.query(`
      CREATE TABLE event_log (
        seq bigint PRIMARY KEY,
        number_clear bigint,
        number_green bigint,
        number_amber bigint,
        number_amber_strict bigint,
        version_id uuid NOT NULL,
        record_id uuid NOT NULL,
        record_type text NOT NULL,
        version integer NOT NULL,
        change text NOT NULL,
        marking smallint NOT NULL CHECK (marking BETWEEN 0 AND 4),
        former_marking smallint CHECK (former_marking BETWEEN 0 AND 4),
        facets_before jsonb,
        facets_after jsonb NOT NULL,
        at timestamptz(3) NOT NULL,
        by text NOT NULL,
        published_at timestamptz(3) NOT NULL
      ) PARTITION BY RANGE (seq)`);
    // Each serves the readers of one clearance.
    for (const number of ['number_clear', 'number_green', 'number_amber', 'number_amber_strict'])
      await db.query(
        `CREATE INDEX event_log_by_${number} ON event_log (${number}) WHERE ${number} IS NOT NULL`,
      );
    // Serves an event by its id.
    await db.query('CREATE INDEX event_log_by_version ON event_log (version_id)');
    // Serves erasure, which takes from the log what a record was.
    await db.query('CREATE INDEX event_log_by_record ON event_log (record_id)');
    for (const nth of [0, 1])
      await db.query(
        `CREATE TABLE event_log_${nth} PARTITION OF event_log FOR VALUES FROM (${nth * PARTITION + 1}) TO (${(nth + 1) * PARTITION + 1})`,
      );

    // What the stream last told of each record: from it follows what a change means for a filter.
    await db.query(`
      CREATE TABLE event_subject (
        record_id uuid PRIMARY KEY,
        record_type text NOT NULL,
        facets jsonb NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['event_subject', 'event_log', 'event_head']) await db.query(`DROP TABLE ${table}`);
    for (const index of ['live', 'bulk', 'live_record', 'bulk_record'])
      await db.query(`DROP INDEX event_outbox_${index}`);
    for (const [table, column] of OF_THE_PAST) await db.query(`DROP INDEX ${table}_history_by_${column}`);
    await db.query(
      'ALTER TABLE event_outbox RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold)',
    );
    await db.query('ALTER TABLE event_outbox DROP record_id, DROP is_bulk');
  }
}
