import { FuzzyDate } from '../../platform/fuzzy-date/fuzzy-date';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WORDED = /^(\d{1,2})\s+([A-Za-z]+)\.?\s+(\d{4})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const FIRST_YEAR = 1000;
const LAST_YEAR = 2200;

/** A day, `1957-07-26` or `26 July 1957`, in ISO 8601; null if it is none that the calendar has. */
export function dayOf(text: string): string | null {
  const iso = ISO.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const worded = WORDED.exec(text);
  if (!worded) return null;
  const month = monthOf(String(worded[2]).toLowerCase());
  return month === 0 ? null : checked(Number(worded[3]), month, Number(worded[1]));
}

/** Its name, or its first letters, three at least: `Sept` is September. */
function monthOf(word: string): number {
  const month = MONTHS.indexOf(word.slice(0, 3)) + 1;
  return month > 0 && (NAMES[month - 1] as string).startsWith(word) ? month : 0;
}

function checked(year: number, month: number, day: number): string | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().slice(0, 10) : null;
}

/** The date as it is stored. */
export function exactDay(day: string): FuzzyDate {
  return Object.assign(new FuzzyDate(), { text: null, edtf: day, earliest: day, latest: day });
}
