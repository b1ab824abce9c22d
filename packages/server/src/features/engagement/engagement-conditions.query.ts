import sql, { type Sql } from 'sql-template-tag';
import type { References } from '../record/references.query';
import type { EngagementFilter } from './engagement-filter.input';

/** What a filter means in SQL, of a row `e`. */
export class EngagementConditions {
  constructor(private readonly references: References) {}

  async of(filter: EngagementFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    if (filter.kind != null) where.push(sql`e.kind = ANY(${filter.kind})`);
    if (filter.status != null) where.push(sql`e.status = ANY(${filter.status})`);
    for (const actor of filter.between == null ? [] : await this.references.actors(filter.between, `${path}.between`))
      where.push(sql`EXISTS (SELECT FROM engagement_actor a WHERE a.engagement_id = e.id AND a.actor_id = ${actor})`);
    return where;
  }
}
