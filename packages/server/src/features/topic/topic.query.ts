import sql from 'sql-template-tag';
import type { Reader } from '../../platform/read/reader';
import type { References } from '../record/references.query';
import { Topic } from './topic.entity';
import { inTreeOrder } from './topic-tree.rule';

const MOST_TOPICS = 1_000;

export class TopicQuery {
  constructor(
    private readonly reader: Reader,
    private readonly references: References,
  ) {}

  async byRef(ref: string): Promise<Topic | null> {
    return this.reader.one(Topic, await this.references.topic(ref, 'ref'));
  }

  /** Those that stand, parents before children; of one topic, it and those below it. */
  async tree(below: string | null | undefined): Promise<Topic[]> {
    const top = below == null ? null : await this.references.topic(below, 'below');
    const topics = await this.reader.all(
      Topic,
      sql`SELECT * FROM topic t WHERE t.retracted_at IS NULL AND ${this.reader.cleared('topic', 't')} ORDER BY label, id LIMIT ${MOST_TOPICS}`,
    );
    return inTreeOrder(topics, top);
  }

  children(topic: Topic): Promise<Topic[]> {
    return this.reader.batch(
      'topic children',
      async (ids) => {
        const found = await this.reader.all(
          Topic,
          sql`SELECT * FROM topic t WHERE t.parent_id = ANY(${ids}::uuid[]) AND t.retracted_at IS NULL
              AND ${this.reader.cleared('topic', 't')} ORDER BY label, id`,
        );
        return ids.map((id) => found.filter((each) => each.parentId === id));
      },
      topic.id,
    );
  }
}
