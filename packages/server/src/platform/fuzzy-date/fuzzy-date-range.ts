import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { DomainError } from '../errors';
import { boundsOf, UNBOUNDED } from './bounds';
import { dayBefore, hasLeapDay } from './days';
import { DateMatch, type FuzzyDateFilter } from './fuzzy-date-filter';

/** Days, both included; null where there is no such bound. */
export interface DayRangeOfFilter {
  from: string | null;
  to: string | null;
}

/** The days that a filter means on `today`, an ISO day. `field` is the path of the filter in the request. */
export function rangeOf(filter: FuzzyDateFilter, field: string, today: string): DayRangeOfFilter {
  const begins = filter.from != null ? boundsOf(filter.from, `${field}.from`).earliest : null;
  const ends = filter.to != null ? boundsOf(filter.to, `${field}.to`).latest : null;
  if (begins === UNBOUNDED.earliest)
    throw refusal(`${field}.from`, `"${filter.from}" has no first day; write a date such as 2021`);
  if (ends === UNBOUNDED.latest)
    throw refusal(`${field}.to`, `"${filter.to}" has no last day; write a date such as 2021`);
  if (begins && ends && begins > ends)
    throw refusal(`${field}.to`, `"${filter.to}" lies before from, "${filter.from}"`);
  return {
    from: later(begins, ago(filter.newerThan, `${field}.newerThan`, today)),
    to: earlier(ends, ago(filter.olderThan, `${field}.olderThan`, today)),
  };
}

/**
 * The SQL condition of a filter on the columns `<alias>.<prefix>_edtf`, `_earliest` and `_latest`.
 * It can be null for a date nobody states: negate it by IS NOT TRUE. Plain comparisons come first, since only they use an index under row-level security.
 */
export function fuzzyDateCondition(
  alias: string,
  prefix: string,
  filter: FuzzyDateFilter,
  field: string,
  today: string,
): Sql {
  const range = rangeOf(filter, field, today);
  if (range.from && range.to && range.from > range.to) return sql`FALSE`;
  const column = {
    edtf: raw(`${alias}.${prefix}_edtf`),
    earliest: raw(`${alias}.${prefix}_earliest`),
    latest: raw(`${alias}.${prefix}_latest`),
  };
  switch (filter.match ?? DateMatch.CERTAIN) {
    case DateMatch.CERTAIN:
      return certain(column, range);
    case DateMatch.OVERLAPPING:
      return overlapping(column, range);
    case DateMatch.POSSIBLE:
      return sql`(${column.earliest} IS NULL OR ${overlap(column, range)}${inUnknownYear(column, range)})`;
  }
}

interface Columns {
  edtf: Sql;
  earliest: Sql;
  latest: Sql;
}

function certain({ edtf, earliest, latest }: Columns, { from, to }: DayRangeOfFilter): Sql {
  const inside = [
    ...(from ? [sql`${earliest} >= ${from} AND ${latest} >= ${from}`] : []),
    ...(to ? [sql`${latest} <= ${to} AND ${earliest} <= ${to}`] : []),
    // Neither uncertain nor of an unknown year. As IS NOT NULL, which planners expect of most rows; of `!~` they expect none.
    sql`substring(${edtf} from '^(?!XXXX)[^?~%]*$') IS NOT NULL`,
  ];
  return sql`(${join(inside, ' AND ')})`;
}

/** An end that a source leaves unknown (`2017/`) counts only as far as it is known: to the end of 2017. */
function overlapping(column: Columns, range: DayRangeOfFilter): Sql {
  const { edtf, earliest, latest } = column;
  const unit = sql`CASE length(trim(both '/?~%' from ${edtf})) WHEN 4 THEN interval '1 year' WHEN 7 THEN interval '1 month' ELSE interval '1 day' END`;
  const width = sql`(${unit}) * CASE WHEN ${edtf} ~ '[?~%]' THEN 3 ELSE 1 END`;
  const knownEnd = range.from
    ? sql` AND (${edtf} NOT LIKE '%/' OR ${earliest} + ${width} > ${range.from}::date)`
    : empty;
  const knownStart = range.to
    ? sql` AND (${edtf} NOT LIKE '/%' OR ${latest} + 1 - ${width} <= ${range.to}::date)`
    : empty;
  return sql`(${overlap(column, range)} AND ${edtf} NOT LIKE 'XXXX%'${knownEnd}${knownStart})`;
}

function overlap({ earliest, latest }: Columns, { from, to }: DayRangeOfFilter): Sql {
  const meets = [...(to ? [sql`${earliest} <= ${to}`] : []), ...(from ? [sql`${latest} >= ${from}`] : [])];
  return meets.length > 0 ? join(meets, ' AND ') : sql`TRUE`;
}

/** A month or day of an unknown year (`XXXX-03`) may lie in a range only if the range has such a month or day. */
function inUnknownYear({ edtf }: Columns, { from, to }: DayRangeOfFilter): Sql {
  if (!from || !to) return empty;
  const newYears = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const day = sql`substr(${edtf}, 6) COLLATE "C"`;
  const isAfterStart = sql`rpad(substr(${edtf}, 6), 5, '-99') COLLATE "C" >= ${from.slice(5)}`;
  const isBeforeEnd = sql`${day} <= ${to.slice(5)}`;
  const isDue =
    newYears === 0
      ? sql`${isAfterStart} AND ${isBeforeEnd}`
      : newYears === 1
        ? sql`(${isAfterStart} OR ${isBeforeEnd})`
        : sql`TRUE`;
  const isNoLeapDay = hasLeapDay(from, to) ? empty : sql` AND ${day} <> '02-29'`;
  return sql` AND (${edtf} IS NULL OR ${edtf} NOT LIKE 'XXXX%' OR (${isDue}${isNoLeapDay}))`;
}

function ago(duration: string | null | undefined, field: string, today: string): string | null {
  if (duration == null) return null;
  const day = dayBefore(today, duration);
  if (day === null)
    throw refusal(
      field,
      `"${duration}" is no length of time in years, months, weeks and days; write one such as P12M`,
    );
  return day;
}

function later(a: string | null, b: string | null): string | null {
  return a && b ? (a > b ? a : b) : (a ?? b);
}

function earlier(a: string | null, b: string | null): string | null {
  return a && b ? (a < b ? a : b) : (a ?? b);
}

function refusal(field: string, why: string): DomainError {
  return new DomainError('BAD_USER_INPUT', `${field}: ${why}`, { field });
}
