import sql, { raw, type Sql } from 'sql-template-tag';
import { allOf } from '../../platform/read/conditions';
import { owners } from '../../platform/read/owners';
import type { Listing } from '../../platform/read/page';
import type { Reader } from '../../platform/read/reader';
import { AGREEMENT_COLUMNS, agreementFacets, COUNTED_AGREEMENT } from './agreement-facets.rule';
import { CLAIM_COLUMNS, COUNTED_CLAIM, claimFacets } from './claim-facets.rule';
import { COUNTED_ENGAGEMENT, ENGAGEMENT_COLUMNS, ENGAGEMENT_FACETS } from './engagement-facets.rule';
import type { Facets } from './facet.rule';

interface Kind {
  table: string;
  columns: Sql;
  /** The domain's rule of counting, as a condition on the row. */
  isCounted: Sql;
  facets: Facets;
}

/** The set of a connection, without its page, as it is counted. */
export interface CountedSet extends Kind {
  /** Names it: equal names, equal sets but for their owners. */
  name: string;
  filter: { [field: string]: unknown };
  isNested: boolean;
  /** Not the way to few records. */
  isWide: boolean;
  /** The common table `item(at, id, …)`: the records of each owner, numbered as these are; of a set without owner, of 1. `only` narrows them. */
  items(keys: readonly string[], only?: Sql): Sql;
}

export function countedSet(listing: Listing<unknown>, reader: Reader, today: string): CountedSet {
  const { alias, where, within, name } = listing;
  const filter = (listing.filter ?? {}) as { [field: string]: unknown };
  // Two who are named are the way to few records, as an owner is.
  const isWide = within === undefined && filter.between == null && filter.involving == null;
  const { table } = reader.catalog.shape(listing.entity);
  const kind = kindOf(table, isWide, today);
  const conditions = [reader.cleared(table, alias), ...where, kind.isCounted];
  const rows = (...only: Sql[]) =>
    sql`SELECT ${kind.columns} FROM ${raw(table)} ${raw(alias)} WHERE ${allOf([...only, ...conditions])}`;
  return {
    ...kind,
    name,
    filter,
    isNested: within !== undefined,
    isWide,
    items: (keys, only = sql`TRUE`) =>
      within === undefined
        ? sql`item AS MATERIALIZED (SELECT 1 AS at, own.* FROM (${rows(only)}) own)`
        : sql`item AS MATERIALIZED (SELECT owner.at, own.* FROM ${owners(keys)} CROSS JOIN LATERAL (${rows(within.link, only)}) own)`,
  };
}

function kindOf(table: string, isWide: boolean, today: string): Kind {
  switch (table) {
    case 'engagement':
      return {
        table,
        columns: ENGAGEMENT_COLUMNS,
        isCounted: COUNTED_ENGAGEMENT,
        facets: ENGAGEMENT_FACETS,
      };
    case 'agreement':
      return {
        table,
        columns: AGREEMENT_COLUMNS,
        isCounted: COUNTED_AGREEMENT,
        facets: agreementFacets(isWide, today),
      };
    case 'claim':
      return { table, columns: CLAIM_COLUMNS, isCounted: COUNTED_CLAIM, facets: claimFacets(isWide) };
    default:
      throw new Error(`a set of ${table} is not counted`);
  }
}
