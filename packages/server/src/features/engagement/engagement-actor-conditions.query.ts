import sql, { type Sql } from 'sql-template-tag';
import { allOf } from '../../platform/read/conditions';
import { uuidOf } from '../../platform/type-id';
import type { References } from '../record/references.query';
import type { EngagementFilter, ParticipationFilter } from './engagement-filter.input';

/** Who met, and how high, as conditions on a row `e`. */
export class EngagementActorConditions {
  constructor(private readonly references: References) {}

  async of(filter: EngagementFilter, path: string): Promise<Sql[]> {
    const where: Sql[] = [];
    const between = await this.references.actors(filter.between ?? [], `${path}.between`);
    for (const id of new Set(between)) where.push(isWithOneOf([id]));
    if (filter.involving != null)
      where.push(isWithOneOf(await this.references.actors(filter.involving, `${path}.involving`)));
    if (filter.participation != null)
      where.push(await this.#participation(filter.participation, `${path}.participation`));
    return [...where, ...formOf(filter)];
  }

  /** One row of participation must satisfy all of it. Level and state are those of the office, unless stated. */
  async #participation(filter: ParticipationFilter, path: string): Promise<Sql> {
    const where: Sql[] = [];
    if (filter.actor != null)
      where.push(
        sql`p.actor_id = ANY(${visible(await this.references.actors(filter.actor, `${path}.actor`))})`,
      );
    if (filter.role != null) where.push(sql`p.role = ANY(${filter.role})`);
    if (filter.onBehalfOf != null)
      where.push(
        sql`s.state_id = ANY(${await this.references.actors(filter.onBehalfOf, `${path}.onBehalfOf`)}::uuid[])`,
      );
    if (filter.position != null) {
      const ids = filter.position.map((id, index) => uuidOf(id, 'position', `${path}.position.${index}`));
      where.push(
        sql`p.tenure_id IN (SELECT t.id FROM tenure t JOIN position o ON o.id = t.position_id WHERE o.id = ANY(${ids}::uuid[]))`,
      );
    }
    if (filter.levelAtLeast != null) where.push(sql`s.level <= ${filter.levelAtLeast}`);
    if (filter.isNamed != null)
      where.push(
        sql`${filter.isNamed ? sql`` : sql`NOT`} EXISTS (SELECT FROM actor n WHERE n.id = p.actor_id)`,
      );
    return sql`EXISTS (SELECT FROM participation p JOIN participation_side s ON s.participation_id = p.id
      WHERE p.record_id = e.id AND p.retracted_at IS NULL AND ${allOf(where)})`;
  }
}

/** Offices and organizations count for their state. */
function isWithOneOf(ids: readonly string[]): Sql {
  return sql`e.id IN (SELECT a.engagement_id FROM engagement_actor a WHERE a.actor_id = ANY(${visible(ids)}))`;
}

/**
 * Ids can be written by hand; one of an actor that is hidden must match as little as one of none. An array is known before the rest
 * is planned, so that the branches of a view can look it up in their indexes.
 */
function visible(ids: readonly string[]): Sql {
  return sql`ARRAY(SELECT v.id FROM actor v WHERE v.id = ANY(${ids}::uuid[]))`;
}

/** Scalar subqueries, so that only what the other conditions leave is put together. */
function formOf({ levelAtLeast, levelGapAtLeast, format }: EngagementFilter): Sql[] {
  const where: Sql[] = [];
  if (levelAtLeast != null)
    where.push(
      sql`(SELECT f.highest_level FROM engagement_form f WHERE f.engagement_id = e.id) <= ${levelAtLeast}`,
    );
  if (levelGapAtLeast != null)
    where.push(
      sql`(SELECT g.level_gap FROM engagement_gap g WHERE g.engagement_id = e.id) >= ${levelGapAtLeast}`,
    );
  if (format != null)
    where.push(sql`(SELECT h.format FROM engagement_format h WHERE h.engagement_id = e.id) = ANY(${format})`);
  return where;
}
