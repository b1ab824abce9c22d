import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLJSON } from 'graphql-scalars';
import { DomainError } from './errors';

/** A scalar whose answers are strings as they lie in memory, and whose inputs are strings that `accepts` finds well made. */
function textScalar(
  name: string,
  description: string,
  expected: string,
  accepts: (text: string) => boolean,
): GraphQLScalarType<string, string> {
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue(value) {
      if (typeof value === 'string' && value.length <= 2_000 && !value.includes('\0') && accepts(value))
        return value;
      throw new DomainError('BAD_USER_INPUT', `${name} takes ${expected}`);
    },
  });
}

export const CalendarDate = textScalar(
  'Date',
  'A calendar day, ISO 8601. Example: `2021-03-15`.',
  'a calendar day from the year 1000 to 2200, such as "2021-03-15"',
  isCalendarDay,
);

export const Duration = textScalar(
  'Duration',
  'A length of time, ISO 8601. Example: `P12M`.',
  'a length of time in years, months, weeks and days, such as "P12M" or "P1Y2M10D"',
  (text) => /^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,6}D)?$/.test(text),
);

/** Its meaning is checked where its field is known, so that the refusal can name it. */
export const Edtf = textScalar(
  'Edtf',
  'A date as sure as it is known, EDTF (ISO 8601-2). Examples: `2017`, `2021-03~`, `XXXX-03`, `2003/..`.',
  'a date in EDTF, in quotes, such as "2017" or "2021-03~"',
  () => true,
);

export const Url = textScalar(
  'URL',
  'An absolute http or https address.',
  'an absolute http or https address of at most 2,000 characters, such as "https://example.org/a"',
  isWebAddress,
);

export const Cursor = textScalar(
  'Cursor',
  'An opaque position: of a page in its list, filter and order, or of the event log for one clearance. Never build or read one.',
  'a cursor that an answer gave',
  () => true,
);

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'An instant, RFC 3339, answered in UTC with milliseconds. Example: `2026-01-31T08:00:00.000Z`.',
  serialize: (value) => new Date(value as string | Date).toISOString(),
  parseValue(value) {
    try {
      return GraphQLDateTimeISO.parseValue(value) as Date;
    } catch {
      throw new DomainError(
        'BAD_USER_INPUT',
        'DateTime takes an instant with its offset, such as "2026-01-31T08:00:00Z"',
      );
    }
  },
});

export const Json = new GraphQLScalarType({
  ...GraphQLJSON.toConfig(),
  description: 'Any JSON value.',
  specifiedByURL: null,
});

export function isCalendarDay(text: string): boolean {
  if (!/^(1\d{3}|2[01]\d{2}|2200)-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // JavaScript reads the 30th of February as the 2nd of March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
