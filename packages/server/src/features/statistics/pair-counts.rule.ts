import sql, { join, raw, type Sql } from 'sql-template-tag';
import { allOf } from '../../platform/read/conditions';
import type { ActorKind } from '../actor/actor.entity';
import { IN_CROWD } from './counted-groups.rule';
import type { CountedSet } from './counted-set.rule';
import { Dimension } from './dimension.entity';
import { keyed, ofColumn, ofPairs, pairsOf } from './facet.rule';
import {
  pairsInAgreements,
  pairsInClaims,
  pairsInContextEvents,
  pairsInEngagements,
  presentOf,
} from './pair-members.rule';
import { periodIn } from './period.rule';
import { riseOf, type Years } from './trend.rule';

/** Engagements of which pairs are counted. */
export interface Source {
  set: CountedSet;
  kinds: readonly ActorKind[];
  /** The counters that add up to the set; null where there are none. */
  counters: readonly Sql[] | null;
}

const PAIR = sql`t.state_a::text || ' ' || t.state_b::text`;
const YEAR = 'left(t.period, 4)::integer';

/** How many engagements each pair had, as rows of `pair, count, rise, total`. */
export function countsOf({ set, kinds, counters }: Source): Sql {
  const found = sql`(WITH ${set.items([''], counters ? IN_CROWD : undefined)}
    SELECT p.pair, count(*), 0, 0 FROM (${pairsOf(presentOf(kinds))}) p(id, pair) GROUP BY p.pair)`;
  if (!counters) return found;
  return sql`${found} UNION ALL
    SELECT ${PAIR}, sum(t.counted), 0, 0 FROM counted t WHERE ${allOf([...counters, sql`t.state_b IS NOT NULL`])} GROUP BY t.state_a, t.state_b`;
}

/** How their number rose over years, and how many they were. */
export function risesOf({ set, kinds, counters }: Source, years: Years): Sql {
  const facets = [
    ofPairs(presentOf(kinds)),
    ofColumn(periodIn(Dimension.YEAR, 'item.when_earliest', 'item.when_latest'), 'integer'),
  ];
  const found = sql`(WITH ${set.items([''], counters ? IN_CROWD : undefined)}
    SELECT k.key_0, 0, sum(${riseOf('k.key_1', years)}), count(*) FROM (${keyed(facets)}) k
     WHERE k.key_1 BETWEEN ${years.first} AND ${years.last} GROUP BY k.key_0)`;
  if (!counters) return found;
  const within = raw(`${YEAR} BETWEEN ${years.first} AND ${years.last}`);
  return sql`${found} UNION ALL
    SELECT ${PAIR}, 0, sum(${riseOf(YEAR, years)} * t.counted), sum(t.counted) FROM counted t
     WHERE ${allOf([...counters, sql`t.state_b IS NOT NULL`, within])} GROUP BY t.state_a, t.state_b`;
}

/** Pairs of whom there is anything, be it no engagement that counts. */
export function knownPairs({ kinds, counters }: Source, cleared: Sql): Sql {
  const crowd = (subject: string, alias: string) =>
    counters
      ? sql`${raw(alias)}.id IN (SELECT c.record_id FROM counter_crowd c WHERE c.subject = ${subject})`
      : sql`TRUE`;
  const pairs = [
    pairsInEngagements(kinds, crowd('engagement', 'e')),
    pairsInAgreements(kinds, crowd('agreement', 'g')),
    pairsInContextEvents(kinds),
    pairsInClaims(kinds),
  ].map((each) => sql`SELECT DISTINCT p.pair, 0, 0, 0 FROM (${each}) p(id, pair)`);
  if (counters)
    pairs.push(sql`SELECT ${PAIR}, 0, 0, 0 FROM counted t
      WHERE t.subject IN ('engagement', 'agreement') AND t.state_b IS NOT NULL AND ${cleared} GROUP BY t.state_a, t.state_b HAVING sum(t.rows) > 0`);
  return join(pairs, ' UNION ALL ');
}
