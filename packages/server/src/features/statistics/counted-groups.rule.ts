import sql, { join, raw, type Sql } from 'sql-template-tag';
import { allOf } from '../../platform/read/conditions';
import type { CountedSet } from './counted-set.rule';
import { Dimension } from './dimension.entity';
import type { Facet } from './facet.rule';
import { keyed } from './facet.rule';

/** A period is held as the finest in which the date lies, so a coarser one is the beginning of it. */
const YEAR = 'left(t.period, 4)::integer';
const KEYS: { [dimension in Dimension]?: string } = {
  YEAR,
  QUARTER: `CASE WHEN t.period LIKE '____-Q_' THEN ${YEAR} * 4 + substr(t.period, 7)::integer - 1
                 WHEN t.period LIKE '____-__' THEN ${YEAR} * 4 + (substr(t.period, 6)::integer - 1) / 3 END`,
  MONTH: `CASE WHEN t.period LIKE '____-Q_' THEN NULL
               WHEN t.period LIKE '____-__' THEN ${YEAR} * 12 + substr(t.period, 6)::integer - 1 END`,
  KIND: 't.kind',
  STATUS: 't.status',
  LEVEL: 't.level::integer',
  STATE: 't.state_a::text',
  RELATIONSHIP: `t.state_a::text || ' ' || t.state_b::text`,
};

const isServed = (by: readonly Dimension[]) =>
  by.every((dimension) => dimension in KEYS) &&
  !(by.includes(Dimension.STATE) && by.includes(Dimension.RELATIONSHIP));

/** Rows of the counters for each combination of keys, as `at`, `key_n` and `count`; null where they do not tell them apart. */
export function countersBy(set: CountedSet, rows: readonly Sql[], by: readonly Dimension[]): Sql | null {
  if (!isServed(by)) return null;
  const isOfPairs = by.includes(Dimension.RELATIONSHIP);
  const keys = by.map((dimension, index) => raw(`, ${KEYS[dimension]} AS key_${index}`));
  const counters = sql`
    SELECT 1 AS at${join([raw(''), ...keys], '')}, t.counted AS count FROM counted t
     WHERE ${allOf([...rows, ofStates(isOfPairs, by.includes(Dimension.STATE))])}`;
  if (!isOfPairs) return counters;
  const facets = by.map((dimension) => set.facets[dimension] as Facet);
  const names = raw(by.map((_, index) => `, k.key_${index}`).join(''));
  return sql`${counters} UNION ALL (WITH ${set.items([''], IN_CROWD)} SELECT k.at${names}, 1 FROM (${keyed(facets)}) k)`;
}

/** Of whatever names many states counters have no pairs: these few are told apart themselves. */
export const IN_CROWD = sql`e.id IN (SELECT c.record_id FROM counter_crowd c WHERE c.subject = 'engagement')`;

function ofStates(isOfPairs: boolean, isOfStates: boolean): Sql {
  if (isOfPairs) return sql`t.state_b IS NOT NULL`;
  return isOfStates
    ? sql`t.state_a IS NOT NULL AND t.state_b IS NULL`
    : sql`t.state_a IS NULL AND t.state_b IS NULL`;
}
