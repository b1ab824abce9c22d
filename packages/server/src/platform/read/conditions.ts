import sql, { join, type Sql } from 'sql-template-tag';

/** Conditions joined by AND; none is true. */
export function allOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0
    ? sql`TRUE`
    : join(
        conditions.map((each) => sql`(${each})`),
        ' AND ',
      );
}

/** Conditions joined by OR; none is false. */
export function anyOf(conditions: readonly Sql[]): Sql {
  return conditions.length === 0
    ? sql`FALSE`
    : join(
        conditions.map((each) => sql`(${each})`),
        ' OR ',
      );
}
