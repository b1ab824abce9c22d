import sql, { raw, type Sql } from 'sql-template-tag';
import { Dimension } from './dimension.entity';
import { type Facet, type Facets, manyValued, ofColumn, ofPairs, publishersOf, single } from './facet.rule';
import { periodIn } from './period.rule';

/** What is needed of an engagement `e` to tell it from others. */
export const ENGAGEMENT_COLUMNS = sql`e.id, e.kind, e.status, e.when_earliest, e.when_latest`;

const isCounted = (alias: string): Sql =>
  raw(
    `${alias}.number = 'ONE' AND NOT EXISTS (SELECT FROM sameness same WHERE same.record_id = ${alias}.id)`,
  );

/** Which engagements count: SEVERAL are skipped, the same are taken once, and a visit does not count beside its meetings. */
export const COUNTED_ENGAGEMENT = sql`${isCounted('e')} AND NOT (e.kind = 'VISIT' AND EXISTS (
  SELECT FROM engagement meeting WHERE meeting.parent_id = e.id AND meeting.retracted_at IS NULL AND ${isCounted('meeting')}))`;

/** The states present. The OFFSET keeps a state from being looked up twice: to be shown, and to be known. */
export const STATES = sql`
  SELECT side.id, side.state_id FROM (
    SELECT i.id, s.state_id FROM item i JOIN participation_side s ON s.engagement_id = i.id WHERE s.is_present OFFSET 0) side
   WHERE side.state_id IS NOT NULL`;

/** The highest level of all present, of each engagement; null where none is known. */
export const HIGHEST_LEVELS = sql`
  SELECT i.id, min(s.level)::integer AS key FROM (SELECT DISTINCT id FROM item) i
    JOIN participation_side s ON s.engagement_id = i.id WHERE s.is_present GROUP BY i.id`;

const codes = (scheme: string, key: string) => sql`
  SELECT i.id, ${raw(key)} FROM item i JOIN engagement_code c ON c.record_id = i.id AND c.retracted_at IS NULL AND c.scheme = ${scheme}`;

const when = (dimension: Dimension): Facet =>
  ofColumn(periodIn(dimension, 'item.when_earliest', 'item.when_latest'), 'integer');

export const ENGAGEMENT_FACETS: Facets = {
  YEAR: when(Dimension.YEAR),
  QUARTER: when(Dimension.QUARTER),
  MONTH: when(Dimension.MONTH),
  KIND: ofColumn(sql`item.kind`),
  STATUS: ofColumn(sql`item.status`),
  LEVEL: single(HIGHEST_LEVELS, 'integer'),
  STATE: manyValued(STATES),
  RELATIONSHIP: ofPairs(STATES),
  TOPIC: manyValued(
    sql`SELECT i.id, t.id FROM item i JOIN agenda_item a ON a.record_id = i.id AND a.retracted_at IS NULL JOIN topic t ON t.id = a.topic_id`,
  ),
  CAMEO_ROOT: manyValued(codes('CAMEO', 'left(c.code, 2)')),
  PLOVER_CATEGORY: manyValued(codes('PLOVER', 'c.code')),
  PUBLISHER: manyValued(
    publishersOf(sql`SELECT i.id, r.claim_id FROM item i JOIN record_support r ON r.record_id = i.id`),
  ),
};
