import sql, { type Sql } from 'sql-template-tag';
import { DateMatch } from '../../platform/fuzzy-date/fuzzy-date-filter';
import { rangeOf } from '../../platform/fuzzy-date/fuzzy-date-range';
import type { Reader } from '../../platform/read/reader';
import { PresentSession } from '../../platform/read/session';
import type { EngagementFilter } from '../engagement/engagement-filter.input';

const SERVED = new Set(['kind', 'status', 'when', 'isRetracted']);

/**
 * The counters, rows `t` of `counted`, that add up to the engagements of a filter; null where only the records themselves can tell.
 * Those who took part are no part of it: a list has everybody involved, counters only who was present.
 */
export function counterRows(filter: EngagementFilter, reader: Reader, today: string): Sql[] | null {
  const asked = Object.entries(filter).filter(([, value]) => value != null);
  if (!(reader.session instanceof PresentSession) || asked.some(([field]) => !SERVED.has(field))) return null;
  if (filter.isRetracted) return null;
  const when = filter.when == null ? [] : inYears(filter.when, today);
  if (when === null) return null;
  return [
    sql`t.subject = 'engagement'`,
    reader.cleared('counted', 't'),
    ...(filter.kind == null ? [] : [sql`t.kind = ANY(${filter.kind})`]),
    ...(filter.status == null ? [] : [sql`t.status = ANY(${filter.status})`]),
    ...when,
  ];
}

/** Counters know the years of a date, so they can tell what lies in whole ones for certain. */
function inYears(when: NonNullable<EngagementFilter['when']>, today: string): Sql[] | null {
  const { from, to } = rangeOf(when, 'filter.when', today);
  if ((when.match ?? DateMatch.CERTAIN) !== DateMatch.CERTAIN) return null;
  if ((from !== null && !from.endsWith('-01-01')) || (to !== null && !to.endsWith('-12-31'))) return null;
  if (from !== null && to !== null && from > to) return null;
  return [
    sql`t.is_sure`,
    // An end that is open lies after every year, as it does for a range that begins.
    ...(from === null ? [] : [sql`t.first_year >= ${Number(from.slice(0, 4))}`]),
    ...(to === null ? [] : [sql`t.last_year <= ${Number(to.slice(0, 4))}`]),
  ];
}
