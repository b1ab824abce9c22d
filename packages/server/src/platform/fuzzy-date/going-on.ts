import sql, { raw, type Sql } from 'sql-template-tag';
import { DateMatch } from './fuzzy-date-filter';

/** A fuzzy date of a row, by alias and prefix of its columns: `c.when` has `c.when_edtf`. */
type DateColumns = `${string}.${string}`;

/**
 * Whether what lasted for one fuzzy date was going on at another. CERTAIN: whatever days the two mean. OVERLAPPING: some of what they
 * may mean has days in common, an end that is left unknown (`2017/`) reaching only as far as it is known. POSSIBLE: nothing that is
 * known speaks against it.
 */
export function goingOnAt(lasting: DateColumns, moment: DateColumns, match: DateMatch): Sql {
  const [during, at] = [columnsOf(lasting), columnsOf(moment)];
  switch (match) {
    case DateMatch.CERTAIN:
      return sql`(${isSure(during)} AND ${isSure(at)} AND ${surelyBegun(during)} <= ${at.earliest} AND ${surelyNotEnded(during)} >= ${at.latest})`;
    case DateMatch.OVERLAPPING:
      return sql`(${isDated(during)} AND ${isDated(at)} AND ${knownStart(during)} <= ${knownEnd(at)} AND ${knownEnd(during)} >= ${knownStart(at)})`;
    case DateMatch.POSSIBLE:
      return sql`((${during.earliest} <= ${at.latest} AND ${during.latest} >= ${at.earliest}) IS NOT FALSE)`;
  }
}

interface Columns {
  edtf: Sql;
  earliest: Sql;
  latest: Sql;
}

function columnsOf(date: DateColumns): Columns {
  return { edtf: raw(`${date}_edtf`), earliest: raw(`${date}_earliest`), latest: raw(`${date}_latest`) };
}

const isSure = ({ edtf }: Columns) => sql`${edtf} !~ '[?~%X]'`;
const isDated = ({ edtf }: Columns) => sql`${edtf} NOT LIKE 'XXXX%'`;

/** The unit of one end's precision, three times where it is uncertain: so far its bounds reach. */
function widthOf({ edtf }: Columns, end: 1 | -1): Sql {
  const part = sql`split_part(${edtf}, '/', CASE WHEN ${edtf} LIKE '%/%' THEN ${end}::integer ELSE 1 END)`;
  return sql`(CASE length(trim(both '?~%' from ${part})) WHEN 4 THEN interval '1 year' WHEN 7 THEN interval '1 month' ELSE interval '1 day' END
    * CASE WHEN ${part} ~ '[?~%]' THEN 3 ELSE 1 END)`;
}

const firstPeriodEnds = (date: Columns) => sql`(${date.earliest} + ${widthOf(date, 1)} - interval '1 day')`;
const lastPeriodBegins = (date: Columns) => sql`(${date.latest} + interval '1 day' - ${widthOf(date, -1)})`;

/** A beginning within a month has surely been by the end of the month. */
const surelyBegun = (date: Columns) =>
  sql`CASE WHEN ${date.edtf} LIKE '/%' THEN ${lastPeriodBegins(date)} ELSE ${firstPeriodEnds(date)} END`;

const surelyNotEnded = (date: Columns) =>
  sql`CASE WHEN ${date.edtf} LIKE '%/' THEN ${firstPeriodEnds(date)} ELSE ${lastPeriodBegins(date)} END`;

const knownStart = (date: Columns) =>
  sql`CASE WHEN ${date.edtf} LIKE '/%' THEN ${lastPeriodBegins(date)} ELSE ${date.earliest} END`;

const knownEnd = (date: Columns) =>
  sql`CASE WHEN ${date.edtf} LIKE '%/' THEN ${firstPeriodEnds(date)} ELSE ${date.latest} END`;
