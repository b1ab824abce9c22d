export type Unit = 'year' | 'month' | 'day';

const DURATION = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,6})D)?$/;

/** Calendar days are ISO strings: they sort as they are, and no time zone can move them. */
export function dayOf(year: string, month: string, day: string): string {
  return `${year}-${month}-${day}`;
}

/** So many units later, and so many days after that. The 31st becomes the last day of a shorter month, as in PostgreSQL. */
export function dayAfter(day: string, unit: Unit, count: number, days = 0): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + count);
  else {
    const dayOfMonth = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + count * (unit === 'year' ? 12 : 1));
    const lastOfMonth = new Date(date);
    lastOfMonth.setUTCMonth(lastOfMonth.getUTCMonth() + 1, 0);
    date.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate()));
  }
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, -14);
}

/** The day so long ago by an ISO 8601 duration of years, months, weeks and days; null if it is none, or reaches before the year 1. */
export function dayBefore(day: string, duration: string): string | null {
  const parts = DURATION.exec(duration);
  if (!parts) return null;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const before = dayAfter(day, 'month', -(years * 12 + months), -(weeks * 7 + days));
  return /^\d{4}-/.test(before) && before >= '0001' ? before : null;
}

export function hasLeapDay(from: string, to: string): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const leapDay = `${String(year).padStart(4, '0')}-02-29`;
    if (isLeap && from <= leapDay && leapDay <= to) return true;
  }
  return false;
}
