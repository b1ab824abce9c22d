import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPart, createRoot, dropVersioned, fuzzy, oneOf } from './support/versioned';

export class CreateContextEvent1795300005000 implements MigrationInterface {
  name = 'CreateContextEvent1795300005000';

  async up(db: QueryRunner): Promise<void> {
    await createRoot(
      db,
      'context_event',
      `${oneOf('kind', ['SANCTIONS', 'BLOCKADE', 'SEVERED_RELATIONS', 'PROTESTS', 'ARMED_CONFLICT', 'EPIDEMIC', 'ECONOMIC_CRISIS', 'ELECTION', 'OTHER'])},
       ${fuzzy('when')},
       place_id uuid REFERENCES place`,
    );
    // Serves contextEvents, the newest first: an unknown beginning last.
    await db.query(
      `CREATE INDEX context_event_newest ON context_event ((CASE WHEN when_earliest < 'infinity' THEN when_earliest ELSE '-infinity' END) DESC, id DESC)`,
    );

    await createPart(
      db,
      'context_event_actor',
      `actor_id uuid NOT NULL REFERENCES actor,
       ${oneOf('role', ['IMPOSER', 'TARGET', 'AFFECTED'])}`,
    );
    await db.query('CREATE INDEX context_event_actor_by_actor ON context_event_actor (actor_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['context_event_actor', 'context_event']) await dropVersioned(db, table);
  }
}
