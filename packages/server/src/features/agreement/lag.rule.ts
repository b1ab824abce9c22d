import type { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';

const DAY_MS = 86_400_000;

/** How many days lie between two fuzzy dates, at least and at most; null where a bound is not known. */
export function daysBetween(from: FuzzyDate | null, to: FuzzyDate | null) {
  return {
    minimum: days(from?.lastDay() ?? null, to?.firstDay() ?? null),
    maximum: days(from?.firstDay() ?? null, to?.lastDay() ?? null),
  };
}

function days(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
