import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createDerived, dropDerived } from './support/versioned';

export class DeriveContextEventActors1795300011000 implements MigrationInterface {
  name = 'DeriveContextEventActors1795300011000';

  async up(db: QueryRunner): Promise<void> {
    // Everybody a context event counts for: who is named, the members of a group that is named, and the state of either.
    await createDerived(
      db,
      'context_event_involved',
      `SELECT c.record_id AS context_event_id, a.actor_id, c.role
         FROM context_event_actor c
         LEFT JOIN actor_state s ON s.actor_id = c.actor_id
         LEFT JOIN group_member m ON m.record_id = c.actor_id AND m.retracted_at IS NULL
         LEFT JOIN actor_state t ON t.actor_id = m.actor_id
        CROSS JOIN LATERAL (VALUES (c.actor_id), (s.state_id), (m.actor_id), (t.state_id)) AS a(actor_id)
        WHERE c.retracted_at IS NULL AND a.actor_id IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await dropDerived(db, 'context_event_involved');
  }
}
