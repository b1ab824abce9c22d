import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPart, createRoot, dropVersioned, fuzzy, oneOf } from './support/versioned';

export class CreateEngagement1795300006000 implements MigrationInterface {
  name = 'CreateEngagement1795300006000';

  async up(db: QueryRunner): Promise<void> {
    await createRoot(
      db,
      'engagement',
      `${oneOf('kind', ['MEETING', 'VISIT', 'CALL', 'SUMMIT', 'CONFERENCE', 'EXHIBITION', 'TALKS', 'SIGNING_CEREMONY', 'CORRESPONDENCE', 'MEDIATION', 'EXERCISE', 'OTHER'])},
       ${oneOf('status', ['INVITED', 'EXPECTED', 'SCHEDULED', 'POSTPONED', 'CANCELLED', 'UNDER_WAY', 'HELD', 'UNCONFIRMED'])},
       ${oneOf('number', ['ONE', 'SEVERAL'])},
       title text,
       summary text,
       ${fuzzy('when')},
       place_id uuid REFERENCES place,
       venue_text text,
       venue_organization_id uuid REFERENCES actor,
       ${oneOf('mode', ['IN_PERSON', 'PHONE', 'VIDEO', 'WRITTEN'], '')},
       series text,
       folded_series text,
       edition integer CHECK (edition > 0),
       parent_id uuid REFERENCES engagement CHECK (parent_id <> id),
       sequence integer CHECK (sequence > 0)`,
    );
    // Serve engagements, NEWEST and OLDEST, for anonymous readers and for the others: an unknown date stands last.
    for (const [suffix, where] of [
      ['_clear', 'WHERE marking <= 0 AND retracted_at IS NULL'],
      ['', ''],
    ]) {
      await db.query(
        `CREATE INDEX engagement_newest${suffix} ON engagement ((CASE WHEN when_latest < 'infinity' THEN when_latest ELSE '-infinity' END) DESC, id DESC) ${where}`,
      );
      await db.query(
        `CREATE INDEX engagement_oldest${suffix} ON engagement ((CASE WHEN when_earliest > '-infinity' THEN when_earliest ELSE 'infinity' END), id) ${where}`,
      );
    }
    await db.query('CREATE INDEX engagement_by_parent ON engagement (parent_id, sequence)');
    await db.query('CREATE INDEX engagement_by_place ON engagement (place_id)');
    // Serves the warning of a visit that was coded twice.
    await db.query(`CREATE INDEX engagement_visit_by_day ON engagement (when_earliest) WHERE kind = 'VISIT'`);
    // Serves the editions of a series, however it is spelled.
    await db.query('CREATE INDEX engagement_by_series ON engagement (folded_series)');

    await createPart(
      db,
      'participation',
      `${oneOf('role', ['HOST', 'VISITOR', 'PARTICIPANT', 'CHAIR', 'MEDIATOR', 'OBSERVER', 'INVITER', 'SENDER'])},
       actor_id uuid REFERENCES actor,
       descriptor text,
       ${oneOf('number', ['ONE', 'SEVERAL'])},
       tenure_id uuid REFERENCES tenure,
       on_behalf_of_id uuid REFERENCES actor,
       level smallint CHECK (level BETWEEN 1 AND 7),
       CONSTRAINT participation_is_of_somebody CHECK (actor_id IS NOT NULL OR descriptor IS NOT NULL)`,
    );
    // Serve the engagements of an actor, an office and a state.
    await db.query('CREATE INDEX participation_by_actor ON participation (actor_id)');
    await db.query('CREATE INDEX participation_by_tenure ON participation (tenure_id)');
    await db.query('CREATE INDEX participation_by_state ON participation (on_behalf_of_id)');

    await createPart(
      db,
      'agenda_item',
      `topic_id uuid REFERENCES topic,
       agreement_id uuid,
       ${oneOf('centrality', ['MAIN', 'SECONDARY'], '')},
       treatments text[] NOT NULL CONSTRAINT treatments_are_known CHECK (treatments <@ ARRAY['REVIEWED', 'EXPLORED']),
       CONSTRAINT agenda_item_is_of_one_thing CHECK ((topic_id IS NULL) <> (agreement_id IS NULL))`,
    );
    await db.query('CREATE INDEX agenda_item_by_topic ON agenda_item (topic_id)');
    await db.query('CREATE INDEX agenda_item_by_agreement ON agenda_item (agreement_id)');

    await createPart(
      db,
      'engagement_link',
      `${oneOf('kind', ['ATTENDS', 'SIDELINES_OF', 'FOLLOW_UP_OF', 'PREPARES', 'EXAMPLE_OF'])},
       to_id uuid NOT NULL REFERENCES engagement`,
    );
    await db.query('CREATE INDEX engagement_link_by_end ON engagement_link (to_id)');

    await createPart(
      db,
      'engagement_code',
      `${oneOf('scheme', ['CAMEO', 'PLOVER'])},
       code text NOT NULL,
       version text NOT NULL`,
    );
    await db.query('CREATE INDEX engagement_code_by_code ON engagement_code (scheme, code text_pattern_ops)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['engagement_code', 'engagement_link', 'agenda_item', 'participation', 'engagement'])
      await dropVersioned(db, table);
  }
}
