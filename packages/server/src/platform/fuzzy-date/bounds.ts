import edtf from 'edtf';
import { DomainError } from '../errors';
import { dayAfter, dayOf, type Unit } from './days';

/** The first and the last day a date may mean, ISO 8601, as PostgreSQL writes them. */
export interface Bounds {
  earliest: string;
  latest: string;
}

export const UNBOUNDED: Readonly<Bounds> = { earliest: '-infinity', latest: 'infinity' };

const EXAMPLES = '2017, 2021-03~, 2021-03-15, XXXX-03, 2003/.. or 2017/';
const LONGEST = 40;
const YEAR_UNKNOWN = /^XXXX-\d\d(-\d\d)?$/;
const SEASON = /^\d{4}-(2[1-9]|[34]\d)/;
const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%])?$/;

/** Reads EDTF level 1, and of level 2 a month or day of an unknown year. Anything else is refused. */
export function boundsOf(text: string, field: string): Bounds {
  const refuse = (why: string): never => {
    const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    throw new DomainError('BAD_USER_INPUT', `${field}: "${shown}" ${why}`, { field });
  };
  if (YEAR_UNKNOWN.test(text))
    return parses(text, 2) ? UNBOUNDED : refuse('is no day of any year; write one such as XXXX-03-05');
  if (SEASON.test(text))
    return refuse('names a season, which is not taken; write its months, such as 2021-03/2021-05');

  const ends = text.length > LONGEST ? [] : text.split('/');
  const isInterval = ends.length === 2;
  const periods = ends.map((end) => (isInterval && isNotDated(end) ? null : periodOf(end, isInterval)));
  if (ends.length < 1 || ends.length > 2 || periods.includes(undefined))
    return refuse(`is no EDTF date; write one such as ${EXAMPLES}`);

  const [first, last = isInterval ? null : first] = periods;
  if (!first && !last) return refuse('says nothing of when; leave it out');
  if (first && last && first.start > last.end)
    return refuse('ends before it begins; write the earlier end first, such as 2003/2017');
  if ((first && isOutOfRange(first.earliest)) || (last && isOutOfRange(last.latest)))
    return refuse('reaches beyond the years 1000 to 2200; write a year between them, such as 2017');
  return { earliest: first?.earliest ?? UNBOUNDED.earliest, latest: last?.latest ?? UNBOUNDED.latest };
}

/** Whether the library takes it as a date. It moves the 29th of February to March if there is none that year: no date, here. */
function parses(text: string, level: 1 | 2): boolean {
  try {
    const parsed = edtf(text, { level, types: ['Date'] });
    return level === 2 || parsed.toEDTF() === text;
  } catch {
    return false;
  }
}

function isNotDated(end: string): boolean {
  return end === '' || end === '..';
}

interface Period extends Bounds {
  start: string;
  end: string;
}

/** A date alone, or one end of an interval, in which level 1 has no X. `?` and `~` widen it by one unit of its precision. */
function periodOf(text: string, isEnd: boolean): Period | undefined {
  const [, year, month = 'XX', day = 'XX', qualifier] = DATE.exec(text) ?? [];
  if (year === undefined || (isEnd && text.includes('X')) || !parses(text, 1)) return undefined;
  const [unit, length] = precisionOf(year, month, day);
  const start = dayOf(year.replaceAll('X', '0'), month === 'XX' ? '01' : month, day === 'XX' ? '01' : day);
  const width = qualifier === undefined ? 0 : length;
  return {
    start,
    end: dayAfter(start, unit, length, -1),
    earliest: dayAfter(start, unit, -width),
    latest: dayAfter(start, unit, length + width, -1),
  };
}

function precisionOf(year: string, month: string, day: string): [unit: Unit, length: number] {
  if (year.endsWith('XX')) return ['year', 100];
  if (year.endsWith('X')) return ['year', 10];
  if (month === 'XX') return ['year', 1];
  return [day === 'XX' ? 'month' : 'day', 1];
}

function isOutOfRange(day: string): boolean {
  return !/^(1\d{3}|2[01]\d{2}|2200)-/.test(day);
}
