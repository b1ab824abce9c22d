import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes on columns that are mostly null, which nobody ever asks for: what points nowhere need not be entered. */
const POINTING: readonly [index: string, table: string, columns: string][] = [
  ['participation_by_tenure', 'participation', 'tenure_id'],
  ['participation_by_state', 'participation', 'on_behalf_of_id'],
  ['engagement_by_parent', 'engagement', 'parent_id, sequence'],
  ['engagement_by_place', 'engagement', 'place_id'],
  ['engagement_by_series', 'engagement', 'folded_series'],
  ['attribution_by_speaker', 'attribution', 'speaker_id'],
  ['attribution_by_source', 'attribution', 'referenced_source_id'],
  ['agreement_action_by_engagement', 'agreement_action', 'engagement_id'],
];

export class LightenWrites1795300025000 implements MigrationInterface {
  name = 'LightenWrites1795300025000';

  async up(db: QueryRunner): Promise<void> {
    for (const [index, table, columns] of POINTING) {
      await db.query(`DROP INDEX ${index}`);
      await db.query(
        `CREATE INDEX ${index} ON ${table} (${columns}) WHERE ${columns.split(',')[0]} IS NOT NULL`,
      );
    }
    // Written by the statement that writes the version, and taken out by the one that numbers it; `entente check` compares the two.
    await db.query('ALTER TABLE event_outbox DROP CONSTRAINT event_outbox_version_id_fkey');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE event_outbox ADD FOREIGN KEY (version_id) REFERENCES record_version');
    for (const [index, table, columns] of POINTING) {
      await db.query(`DROP INDEX ${index}`);
      await db.query(`CREATE INDEX ${index} ON ${table} (${columns})`);
    }
  }
}
