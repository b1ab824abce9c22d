import { raw, type Sql } from 'sql-template-tag';

/**
 * What a list of fuzzy dates is sorted by: never null, unknown bounds last. A CASE, as in the index: under row-level security a
 * COALESCE counts as something that could leak, and would keep the condition of a later page from the index.
 */
export const byLastDay = (column: string): Sql =>
  raw(`CASE WHEN ${column} < 'infinity' THEN ${column} ELSE '-infinity' END`);

/** For lists that begin with the earliest. */
export const byFirstDay = (column: string): Sql =>
  raw(`CASE WHEN ${column} > '-infinity' THEN ${column} ELSE 'infinity' END`);
