import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import type { Dimension } from './dimension.entity';

/** Pairs are made of records with up to so many states: all pairs of a world congress say nothing of any two. */
export const MOST_IN_PAIRS = 12;

/** How the records of a set, rows of `item`, are told apart by a dimension. */
export interface Facet {
  type: 'text' | 'integer';
  /** The value, of a row of `item`; or else */
  key?: Sql;
  /** rows of a record's id and a value. */
  rows?: Sql;
  /** It counts once in each of its values, in none where it has none. Otherwise it has one, which may be unknown. */
  isMany?: boolean;
}

export type Facets = { [dimension in Dimension]?: Facet };

export const ofColumn = (key: Sql, type: Facet['type'] = 'text'): Facet => ({ key, type });

export const single = (rows: Sql, type: Facet['type'] = 'text'): Facet => ({ rows, type });

/** Any number of values a record, given as rows of its id and one of them. */
export const manyValued = (rows: Sql): Facet => ({
  rows: sql`SELECT d.id, d.key::text FROM (SELECT DISTINCT k.id, k.key FROM (${rows}) k(id, key)) d`,
  type: 'text',
  isMany: true,
});

/**
 * The rows of `item` as `at`, `id` and a `key_n` for each facet: as often as there are combinations. FULL joins behind an OFFSET are
 * never done row by row, which is what a planner chooses who takes a filter for stricter than it is, and what then takes minutes.
 */
export function keyed(facets: readonly Facet[]): Sql {
  const columns = facets.flatMap(({ key }, index) => (key ? sql`, ${key} AS ${raw(`key_${index}`)}` : []));
  let rows = sql`SELECT item.at, item.id${columns.length > 0 ? join(columns, '') : empty} FROM item`;
  for (const [index, facet] of facets.entries()) {
    if (!facet.rows) continue;
    const key = raw(`key_${index}`);
    const found = sql`SELECT p.*, f.key AS ${key} FROM (${rows}) p FULL JOIN (${facet.rows}) f(id, key) ON f.id = p.id OFFSET 0`;
    rows = sql`SELECT q.* FROM (${found}) q WHERE q.at IS NOT NULL${facet.isMany ? sql` AND q.${key} IS NOT NULL` : empty}`;
  }
  return rows;
}

/** The pairs among the members of each record, as one text of both ids, each pair once. */
export function pairsOf(members: Sql): Sql {
  return sql`
    SELECT met.id, one.id::text || ' ' || other.id::text
      FROM (SELECT m.id, array_agg(m.key) AS members FROM (SELECT DISTINCT k.id, k.key FROM (${members}) k(id, key)) m
             GROUP BY m.id HAVING count(*) BETWEEN 2 AND ${MOST_IN_PAIRS}) met
     CROSS JOIN LATERAL unnest(met.members) AS one(id) CROSS JOIN LATERAL unnest(met.members) AS other(id)
     WHERE one.id < other.id`;
}

/** Any number of pairs a record. */
export const ofPairs = (members: Sql): Facet => ({ rows: pairsOf(members), type: 'text', isMany: true });

/** The publishers of what the claims on each record rest on; equal to what `evidence: {publishers}` finds. */
export function publishersOf(claims: Sql): Sql {
  return sql`
    WITH RECURSIVE
      ground(id, claim_id) AS (
        SELECT g.id, g.claim_id FROM (${claims}) g(id, claim_id)
        UNION
        SELECT g.id, r.record_id FROM ground g
          JOIN claim_relation r ON r.to_id = g.claim_id AND r.kind = 'SUPPORTS' AND r.retracted_at IS NULL
          JOIN claim c ON c.id = r.record_id AND c.retracted_at IS NULL),
      carrier(id, source_id) AS (
        SELECT b.id, b.source_id FROM (
          SELECT g.id, c.source_id FROM ground g JOIN claim c ON c.id = g.claim_id
          UNION
          SELECT g.id, a.referenced_source_id FROM ground g JOIN attribution a ON a.record_id = g.claim_id AND a.retracted_at IS NULL) b
         WHERE b.source_id IS NOT NULL
        UNION
        SELECT r.id, c.cites_id FROM carrier r JOIN source_citation c ON c.record_id = r.source_id AND c.retracted_at IS NULL)
    SELECT r.id, p.id FROM carrier r JOIN source s ON s.id = r.source_id JOIN actor p ON p.id = s.publisher_id`;
}
