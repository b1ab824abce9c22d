import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRoot, dropVersioned, oneOf } from './support/versioned';

export class CreatePlaceAndTopic1795300002000 implements MigrationInterface {
  name = 'CreatePlaceAndTopic1795300002000';

  async up(db: QueryRunner): Promise<void> {
    await createRoot(
      db,
      'place',
      `label text NOT NULL,
       ${oneOf('resolution', ['VENUE', 'CITY', 'ADMIN', 'COUNTRY', 'REGION'])},
       country_id uuid REFERENCES actor,
       geo_names_id integer,
       latitude double precision CHECK (latitude BETWEEN -90 AND 90),
       longitude double precision CHECK (longitude BETWEEN -180 AND 180)`,
    );
    await db.query('CREATE INDEX place_by_label ON place (label, id)');
    await db.query('CREATE INDEX place_by_country ON place (country_id)');

    await createRoot(
      db,
      'topic',
      `label text NOT NULL,
       slug text NOT NULL CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
       plover_context text,
       parent_id uuid REFERENCES topic`,
    );
    await db.query('CREATE UNIQUE INDEX topic_by_slug ON topic (slug, marking) WHERE retracted_at IS NULL');
    await db.query('CREATE INDEX topic_by_parent ON topic (parent_id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['topic', 'place']) await dropVersioned(db, table);
  }
}
