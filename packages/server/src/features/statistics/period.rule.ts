import { raw, type Sql } from 'sql-template-tag';
import { Dimension } from './dimension.entity';

/** How many periods a year has. */
const A_YEAR: { [dimension in Dimension]?: number } = { YEAR: 1, QUARTER: 4, MONTH: 12 };

export const isPeriod = (dimension: Dimension): boolean => dimension in A_YEAR;

/**
 * The period in which a date lies wholly, counted from that of the year 0 on; null where it lies in none. Bounds, not wording: what is
 * uncertain or approximate counts where all that it may mean lies.
 */
export function periodIn(dimension: Dimension, earliest: string, latest: string): Sql {
  const of = (day: string) => indexOf(dimension, day);
  return raw(
    `CASE WHEN ${earliest} > '-infinity' AND ${latest} < 'infinity' THEN CASE WHEN ${of(earliest)} = ${of(latest)} THEN ${of(earliest)} END END`,
  );
}

function indexOf(dimension: Dimension, day: string): string {
  const year = `extract(year FROM ${day})::integer`;
  switch (dimension) {
    case Dimension.QUARTER:
      return `(${year} * 4 + extract(quarter FROM ${day})::integer - 1)`;
    case Dimension.MONTH:
      return `(${year} * 12 + extract(month FROM ${day})::integer - 1)`;
    default:
      return year;
  }
}

/** The period of a day such as `2021-03-15`. */
export function periodOf(dimension: Dimension, day: string): number {
  const inYear = A_YEAR[dimension] ?? 1;
  return Number(day.slice(0, 4)) * inYear + Math.floor(((Number(day.slice(5, 7)) - 1) * inYear) / 12);
}

/** `2021`, `2021-Q1` or `2021-03`. */
export function periodName(dimension: Dimension, index: number): string {
  const inYear = A_YEAR[dimension] ?? 1;
  const year = String(Math.floor(index / inYear)).padStart(4, '0');
  const nth = (index % inYear) + 1;
  if (dimension === Dimension.QUARTER) return `${year}-Q${nth}`;
  return dimension === Dimension.MONTH ? `${year}-${String(nth).padStart(2, '0')}` : year;
}

/** The period that a name means; what `periodName` made. */
export function periodNamed(dimension: Dimension, name: string): number {
  const nth = dimension === Dimension.YEAR ? 1 : Number(name.slice(dimension === Dimension.QUARTER ? 6 : 5));
  return Number(name.slice(0, 4)) * (A_YEAR[dimension] ?? 1) + nth - 1;
}
