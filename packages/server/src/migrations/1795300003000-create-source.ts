import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createPart, createRoot, dropVersioned, fuzzy, oneOf } from './support/versioned';

export class CreateSource1795300003000 implements MigrationInterface {
  name = 'CreateSource1795300003000';

  async up(db: QueryRunner): Promise<void> {
    await createRoot(
      db,
      'source',
      `${oneOf('kind', ['NEWS_ARTICLE', 'OFFICIAL_STATEMENT', 'TREATY_TEXT', 'DATASET_ROW', 'CODER_NOTE', 'INTERVIEW', 'SOCIAL_POST', 'OTHER'])},
       title text,
       publisher_id uuid REFERENCES actor,
       author text,
       url text,
       ${fuzzy('published')},
       retrieved_at timestamptz(3),
       language text,
       dateline text,
       rights text,
       is_held boolean NOT NULL,
       content_hash text CHECK (content_hash ~ '^[0-9a-f]{64}$')`,
    );
    // Serves sources, by publication: unknown dates last in either direction.
    await db.query(
      `CREATE INDEX source_newest ON source ((CASE WHEN published_latest < 'infinity' THEN published_latest ELSE '-infinity' END) DESC, id DESC)`,
    );
    await db.query('CREATE INDEX source_by_publisher ON source (publisher_id)');
    await db.query('CREATE INDEX source_by_url ON source (url)');

    // Apart from the source, so that lists do not drag the texts along.
    await createPart(db, 'source_text', 'text text NOT NULL');

    await createPart(
      db,
      'source_citation',
      `cites_id uuid NOT NULL REFERENCES source,
       ${oneOf('kind', ['REPRINT', 'TRANSLATION', 'EXTRACT', 'PARAPHRASE', 'DATASET_ROW_OF'])}`,
    );
    await db.query('CREATE INDEX source_citation_by_cited ON source_citation (cites_id)');

    await createPart(
      db,
      'passage',
      `quote text,
       quote_hash text NOT NULL CHECK (quote_hash ~ '^[0-9a-f]{64}$'),
       prefix text,
       suffix text,
       start_offset integer NOT NULL CHECK (start_offset >= 0),
       end_offset integer NOT NULL,
       heading text,
       CONSTRAINT passage_has_length CHECK (end_offset > start_offset)`,
    );
    // Serves the passages of a source in their order.
    await db.query('CREATE INDEX passage_in_text ON passage (record_id, start_offset, end_offset, id)');
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['passage', 'source_citation', 'source_text', 'source'])
      await dropVersioned(db, table);
  }
}
