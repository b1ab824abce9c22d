import type { Ground } from './likeness.rule';

/** A fuzzy date as its columns say it; all null where no source says anything. */
export interface DateFacts {
  text: string | null;
  edtf: string | null;
  earliest: string | null;
  latest: string | null;
}

/** By how precisely two dates that overlap are known. */
export interface DateWeights {
  day: number;
  week: number;
  month: number;
  year: number;
  /** The month or the day, but not the year. */
  yearless: number;
  /** A bound is unknown. */
  possible: number;
  /** One of the two says nothing, or what both say lies far apart. */
  unknown: number;
}

const DAY_MS = 86_400_000;

/** What two dates say for or against being one; null if they are two. */
export function dateGround(one: DateFacts, other: DateFacts, weights: DateWeights): Ground | null {
  if (one.earliest === null || other.earliest === null) return { weight: weights.unknown };
  const [months, otherMonths] = [monthOf(one), monthOf(other)];
  const isSameMonth = months !== null && otherMonths !== null && isPart(months, otherMonths);
  if (months !== null && otherMonths !== null && !isSameMonth && !isAbout(one) && !isAbout(other))
    return null;
  if (!doOverlap(one, other)) return null;
  const reason = `overlapping dates: ${one.edtf ?? one.text} and ${other.edtf ?? other.text}`;
  const width = Math.max(widthOf(one), widthOf(other));
  if (width === 0) return { weight: weights.day, reason };
  if (width <= 7) return { weight: weights.week, reason };
  if (width <= 45) return { weight: weights.month, reason };
  if (width <= 366) return { weight: weights.year, reason };
  // "From that day on", said twice.
  if (one.earliest === other.earliest && one.latest === other.latest && one.earliest !== '-infinity')
    return { weight: weights.week, reason };
  if (isSameMonth && width === Number.POSITIVE_INFINITY && (isYearless(one) || isYearless(other)))
    return { weight: weights.yearless, reason };
  return { weight: areFarApart(one, other) ? weights.unknown : weights.possible, reason };
}

const isYearless = ({ edtf }: DateFacts) => edtf?.startsWith('XXXX') === true;

/** Both began, or both ended, with more than a year between them. */
function areFarApart(one: DateFacts, other: DateFacts): boolean {
  return [
    [one.earliest, other.earliest],
    [one.latest, other.latest],
  ].some(
    ([day, otherDay]) => Math.abs(Date.parse(String(day)) - Date.parse(String(otherDay))) > 366 * DAY_MS,
  );
}

function doOverlap(one: DateFacts, other: DateFacts): boolean {
  return before(one.earliest, other.latest) && before(other.earliest, one.latest);
}

function before(day: string | null, other: string | null): boolean {
  if (day === '-infinity' || other === 'infinity') return true;
  if (day === 'infinity' || other === '-infinity') return false;
  return String(day) <= String(other);
}

/** In days; endless where a bound is unknown. */
function widthOf({ earliest, latest }: DateFacts): number {
  const width = Date.parse(String(latest)) - Date.parse(String(earliest));
  return Number.isNaN(width) ? Number.POSITIVE_INFINITY : Math.round(width / DAY_MS);
}

/** `03` or `03-05` as it is said, whichever year it was; null if that is unknown, or not so precise. */
function monthOf({ edtf, earliest, latest }: DateFacts): string | null {
  const [, said] = /^(?:XXXX|\d{4})-(\d\d(?:-\d\d)?)[~?%]?$/.exec(edtf ?? '') ?? [];
  if (said !== undefined) return said;
  return earliest?.slice(0, 7) === latest?.slice(0, 7) ? String(earliest).slice(5, 7) : null;
}

/** Around the month that is said, it may be another one. */
const isAbout = ({ edtf }: DateFacts) => /[~?%]/.test(edtf ?? '');

const isPart = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);

/** Months of a date that lies within a few; null if it is not known so precisely. */
export function monthsOf(date: DateFacts, most = 3): string[] | null {
  return stepsOf(date, 7, most, (month) => {
    const [year, number] = month.split('-').map(Number) as [number, number];
    return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  });
}

/** Likewise years. */
export function yearsOf(date: DateFacts, most = 3): string[] | null {
  return stepsOf(date, 4, most, (year) => String(Number(year) + 1));
}

function stepsOf(
  { earliest, latest }: DateFacts,
  length: number,
  most: number,
  next: (step: string) => string,
): string[] | null {
  if (!/^\d{4}-/.test(earliest ?? '') || !/^\d{4}-/.test(latest ?? '')) return null;
  const last = String(latest).slice(0, length);
  const steps: string[] = [];
  for (let at = String(earliest).slice(0, length); at <= last; at = next(at)) {
    if (steps.length === most) return null;
    steps.push(at);
  }
  return steps;
}
