import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPart, createRoot, dropVersioned, fuzzy, oneOf } from './support/versioned';

export class CreateActor1795300001000 implements MigrationInterface {
  name = 'CreateActor1795300001000';

  async up(db: QueryRunner): Promise<void> {
    await createRoot(
      db,
      'actor',
      `${oneOf('kind', ['STATE', 'ORGANIZATION', 'PERSON', 'GROUP'])},
       label text NOT NULL,
       wikidata_id text,
       parent_id uuid REFERENCES actor,
       iso2 text, iso3 text, region text,
       ${oneOf('org_kind', ['GOVERNMENT', 'MINISTRY', 'EMBASSY', 'IGO', 'NGO', 'MEDIA', 'ARMED_GROUP', 'COMPANY', 'OTHER'], '')},
       state_id uuid REFERENCES actor,
       seat_state_id uuid REFERENCES actor,
       domain text,
       stated_size integer CHECK (stated_size > 0)`,
    );
    // Unique per marking: across markings a refusal would tell that a hidden actor exists.
    for (const column of ['iso2', 'iso3', 'wikidata_id', 'domain'])
      await db.query(
        `CREATE UNIQUE INDEX actor_by_${column} ON actor (${column}, marking) WHERE retracted_at IS NULL`,
      );
    // Serves actors, by label, for anonymous readers and for the others.
    await db.query(
      'CREATE INDEX actor_by_label_clear ON actor (label, id) WHERE marking <= 0 AND retracted_at IS NULL',
    );
    await db.query('CREATE INDEX actor_by_label ON actor (label, id)');
    // Serves what belongs to a state: its organizations and offices.
    await db.query('CREATE INDEX actor_by_state ON actor (state_id)');
    await db.query('CREATE INDEX actor_by_parent ON actor (parent_id)');

    await createPart(
      db,
      'group_member',
      `actor_id uuid NOT NULL REFERENCES actor,
       ${oneOf('role', ['LEADER', 'MEMBER'], '')},
       ${fuzzy('interval')}`,
    );
    await db.query('CREATE INDEX group_member_by_actor ON group_member (actor_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['group_member', 'actor']) await dropVersioned(db, table);
  }
}
