import sql, { raw, type Sql } from 'sql-template-tag';
import { Direction } from '../record/claim-terms.entity';

/** Years that have passed: of the present one too little is known to be compared with others. */
export interface Years {
  first: number;
  last: number;
}

export const TREND_YEARS = 5;

export const yearsBefore = (today: string, count: number): Years => {
  const present = Number(today.slice(0, 4));
  return { first: present - count, last: present - 1 };
};

/**
 * By how much a count rises over years, as a whole number: each year weighs as much as it lies after the middle, twice. Years of
 * nothing need no row.
 */
export const riseOf = (year: string, { first, last }: Years): Sql => raw(`(2 * ${year} - ${first + last})`);

/** Least squares: the sum of squares of `count` years around their middle is (n³ − n) / 12, and the rise is twice the covariance. */
export const slopeOf = (rise: number, years: number): number => (6 * rise) / (years ** 3 - years);

/**
 * Rising or falling by a tenth of the yearly mean or more is a trend, less is steady; nothing at all is steady too. Of five years the
 * slope is a twentieth of the rise, the mean a fifth of the total.
 */
export function movesSo(trend: Direction, rise: Sql, total: Sql): Sql {
  switch (trend) {
    case Direction.RISING:
      return sql`(${rise} > 0 AND ${rise} * 5 >= ${total} * 2)`;
    case Direction.FALLING:
      return sql`(${rise} < 0 AND -(${rise}) * 5 >= ${total} * 2)`;
    case Direction.STEADY:
      return sql`(${rise} = 0 OR abs(${rise}) * 5 < ${total} * 2)`;
  }
}
