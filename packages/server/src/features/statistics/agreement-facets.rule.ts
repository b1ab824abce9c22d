import sql, { type Sql } from 'sql-template-tag';
import type { Milestone } from '../agreement/agreement.entity';
import { Dimension } from './dimension.entity';
import { type Facet, type Facets, manyValued, ofColumn, ofPairs, publishersOf, single } from './facet.rule';
import { periodIn } from './period.rule';

/** What is needed of an agreement `g` to tell it from others. */
export const AGREEMENT_COLUMNS = sql`g.id, g.form`;

/** Which agreements count: SEVERAL are skipped, the same are taken once. */
export const COUNTED_AGREEMENT = sql`g.number = 'ONE' AND NOT EXISTS (SELECT FROM sameness same WHERE same.record_id = g.id)`;

const EACH = sql`(SELECT DISTINCT id FROM item) i`;

/** The states that are parties; an organization counts for its state. */
const STATES = sql`
  SELECT i.id, v.id FROM item i JOIN agreement_party p ON p.record_id = i.id AND p.retracted_at IS NULL
    JOIN actor_state s ON s.actor_id = p.actor_id JOIN actor v ON v.id = s.state_id`;

/** What is asked of all is computed of all at once, else of each: their costs cross at a few hundred. */
export function agreementFacets(isWide: boolean, today: string): Facets {
  const signatures = milestonesOf('SIGNATURE' as Milestone, isWide, today);
  const signed = (dimension: Dimension): Facet =>
    single(
      sql`SELECT m.id, ${periodIn(dimension, 'm.date_earliest', 'm.date_latest')} FROM (${signatures}) m`,
      'integer',
    );
  const statuses = isWide
    ? sql`SELECT s.agreement_id AS id, s.status FROM agreement_statuses(${today}::date) s`
    : sql`SELECT i.id, agreement_status(i.id, ${today}::date) AS status FROM ${EACH}`;
  return {
    YEAR: signed(Dimension.YEAR),
    QUARTER: signed(Dimension.QUARTER),
    MONTH: signed(Dimension.MONTH),
    FORM: ofColumn(sql`item.form`),
    STATUS: single(statuses),
    STATE: manyValued(STATES),
    RELATIONSHIP: ofPairs(STATES),
    TOPIC: manyValued(
      sql`SELECT i.id, t.id FROM item i JOIN agreement_topic a ON a.record_id = i.id AND a.retracted_at IS NULL JOIN topic t ON t.id = a.topic_id`,
    ),
    PUBLISHER: manyValued(
      publishersOf(sql`SELECT i.id, r.claim_id FROM item i JOIN record_support r ON r.record_id = i.id`),
    ),
  };
}

/** The days between two milestones, where all bounds of both are known; the middle of what they may be stands for them. */
export function lagBetween(from: Milestone, to: Milestone, isWide: boolean, today: string): Facet {
  const [begin, end] = [from, to].map((each) => milestonesOf(each, isWide, today));
  return single(
    sql`SELECT a.id, ((b.date_earliest - a.date_latest) + (b.date_latest - a.date_earliest)) / 2.0::float8
          FROM (${begin}) a JOIN (${end}) b ON b.id = a.id
         WHERE a.date_earliest > '-infinity' AND a.date_latest < 'infinity' AND b.date_earliest > '-infinity' AND b.date_latest < 'infinity'`,
    'integer',
  );
}

/** When each agreement of the set reached a milestone. */
export function milestonesOf(milestone: Milestone, isWide: boolean, today: string): Sql {
  return isWide
    ? sql`SELECT m.agreement_id AS id, m.date_earliest, m.date_latest
            FROM agreement_milestones_reached(${today}::date) m WHERE m.milestone = ${milestone}`
    : sql`SELECT i.id, m.date_earliest, m.date_latest
            FROM ${EACH} CROSS JOIN LATERAL agreement_milestones(i.id, ${today}::date) m WHERE m.milestone = ${milestone}`;
}
