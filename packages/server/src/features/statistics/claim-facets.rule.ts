import sql, { type Sql } from 'sql-template-tag';
import { Dimension } from './dimension.entity';
import { type Facet, type Facets, manyValued, ofColumn, ofPairs, publishersOf, single } from './facet.rule';
import { periodIn } from './period.rule';

/** What is needed of a claim `c` to tell it from others. */
export const CLAIM_COLUMNS = sql`c.id, c.predicate, c.modality, c.source_id`;

/** Which claims count: the same are taken once. */
export const COUNTED_CLAIM = sql`NOT EXISTS (SELECT FROM sameness same WHERE same.record_id = c.id)`;

const published = (dimension: Dimension): Facet =>
  single(
    sql`SELECT DISTINCT i.id, ${periodIn(dimension, 's.published_earliest', 's.published_latest')}
          FROM item i JOIN source s ON s.id = i.source_id`,
    'integer',
  );

/** What is asked of all is computed of all at once, else of each. */
export function claimFacets(isWide: boolean): Facets {
  const named: Sql = isWide
    ? sql`item i JOIN claim_actor a ON a.claim_id = i.id`
    : sql`item i CROSS JOIN LATERAL (SELECT x.actor_id FROM claim_actor x WHERE x.claim_id = i.id) a`;
  const states = sql`SELECT i.id, v.id FROM ${named} JOIN actor v ON v.id = a.actor_id AND v.kind = 'STATE'`;
  return {
    YEAR: published(Dimension.YEAR),
    QUARTER: published(Dimension.QUARTER),
    MONTH: published(Dimension.MONTH),
    PREDICATE: ofColumn(sql`item.predicate`),
    MODALITY: ofColumn(sql`item.modality`),
    STATE: manyValued(states),
    RELATIONSHIP: ofPairs(states),
    TOPIC: manyValued(
      sql`SELECT i.id, t.id FROM item i
            JOIN claim_target a ON a.record_id = i.id AND a.retracted_at IS NULL AND a.part_type IS DISTINCT FROM 'name'
            JOIN topic t ON t.id = a.target_id`,
    ),
    PUBLISHER: manyValued(publishersOf(sql`SELECT i.id, i.id FROM item i`)),
  };
}
