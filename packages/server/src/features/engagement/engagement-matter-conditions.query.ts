import sql, { type Sql } from 'sql-template-tag';
import { uuidOf } from '../../platform/type-id';
import type { References } from '../record/references.query';
import type { EngagementFilter } from './engagement-filter.input';

/** What was dealt with and where, as conditions on a row `e`. */
export class EngagementMatterConditions {
  constructor(private readonly references: References) {}

  async of({ topics, place, country, hasAgreements }: EngagementFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    if (topics != null) {
      const ids = await this.references.topics(topics, `${path}.topics`);
      where.push(isOnAgenda(sql`SELECT id FROM topic WHERE id = ANY(${ids}::uuid[])`));
    }
    if (place != null) {
      const ids = place.map((id, index) => uuidOf(id, 'place', `${path}.place.${index}`));
      where.push(sql`e.place_id IN (SELECT l.id FROM place l WHERE l.id = ANY(${ids}::uuid[]))`);
    }
    if (country != null) {
      const ids = await this.references.actors(country, `${path}.country`);
      where.push(
        sql`e.place_id IN (SELECT l.id FROM place l JOIN actor s ON s.id = l.country_id WHERE s.id = ANY(${ids}::uuid[]))`,
      );
    }
    if (hasAgreements != null) where.push(sql`(${HAS_AGREEMENTS}) = ${hasAgreements}`);
    return where;
  }
}

/** Whether one of these topics, or a narrower one, is on the agenda of `e`. */
export function isOnAgenda(topics: Sql): Sql {
  return sql`EXISTS (SELECT FROM agenda_item i WHERE i.record_id = e.id AND i.retracted_at IS NULL AND i.topic_id IN (
    WITH RECURSIVE narrower(id) AS (
      ${topics} UNION SELECT t.id FROM narrower n JOIN topic t ON t.parent_id = n.id AND t.retracted_at IS NULL)
    SELECT n.id FROM narrower n))`;
}

const HAS_AGREEMENTS = sql`
  EXISTS (SELECT FROM agenda_item i JOIN agreement a ON a.id = i.agreement_id AND a.retracted_at IS NULL
           WHERE i.record_id = e.id AND i.retracted_at IS NULL)
  OR EXISTS (SELECT FROM agreement_action n JOIN agreement a ON a.id = n.record_id AND a.retracted_at IS NULL
              WHERE n.engagement_id = e.id AND n.retracted_at IS NULL)`;
