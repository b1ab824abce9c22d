import type { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';

const DAY_MS = 86_400_000;

interface Delay {
  minimum: number | null;
  maximum: number | null;
}

/**
 * How many days lie between two dates, whichever is the earlier: at least and at most. Null where nothing is known of one of them; a
 * bound is null where it has none.
 */
export function delayBetween(one: FuzzyDate | null, other: FuzzyDate | null): Delay | null {
  const [a, b] = [boundsOf(one), boundsOf(other)];
  if (a === null || b === null) return null;
  return {
    minimum: Math.max(0, a.first - b.last, b.first - a.last),
    maximum: finite(Math.max(a.last - b.first, b.last - a.first)),
  };
}

/** Days as numbers, without an end where there is none. */
function boundsOf(date: FuzzyDate | null): { first: number; last: number } | null {
  const [first, last] = [date?.firstDay() ?? null, date?.lastDay() ?? null];
  if (first === null && last === null) return null;
  return { first: first === null ? -Infinity : dayOf(first), last: last === null ? Infinity : dayOf(last) };
}

const dayOf = (day: string) => Math.round(Date.parse(day) / DAY_MS);

const finite = (days: number) => (Number.isFinite(days) ? days : null);
