import { parseValue } from 'graphql';
import { CalendarDate, Cursor, DateTime, Duration, Edtf, Json, Url } from './scalars';

const UNTERMINATED = `2017${'\0'}`;

describe('a scalar', () => {
  test.each([
    [CalendarDate, '2021-03-15'],
    [CalendarDate, '2024-02-29'],
    [Duration, 'P12M'],
    [Duration, 'P1Y2M10D'],
    [Duration, 'P2W'],
    [Edtf, 'XXXX-03'],
    [Url, 'https://example.org/a?b=ü'],
    [Cursor, 'eyJ2IjoxfQ'],
  ])('%s takes %s as it is', (scalar, text) => {
    expect(scalar.parseValue(text)).toBe(text);
  });

  test.each([
    [CalendarDate, '2021-02-30'],
    [CalendarDate, '2021-3-15'],
    [CalendarDate, '2021-03-15T00:00:00Z'],
    [CalendarDate, '0999-12-31'],
    [CalendarDate, '2201-01-01'],
    [CalendarDate, 20210315],
    [Duration, 'P'],
    [Duration, 'PT1H'],
    [Duration, 'P1DT1H'],
    [Duration, 'P-1M'],
    [Duration, 'P1M1Y'],
    [Duration, '12 months'],
    [Edtf, 2017],
    [Edtf, UNTERMINATED],
    [Cursor, UNTERMINATED],
    [Url, 'javascript:alert(1)'],
    [Url, '/relative'],
    [Url, 'http://'],
    [Url, 'https://example.org/a b'],
    [Url, `https://example.org/${'a'.repeat(2_000)}`],
    [DateTime, '2021-03-15'],
    [DateTime, '2021-03-15T08:00:00'],
    [DateTime, 0],
  ])('%s refuses %s with an example', (scalar, value) => {
    expect(() => scalar.parseValue(value)).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: expect.stringMatching(/ takes /) }),
    );
  });

  test('Edtf refuses a bare number in a query, since it stands in quotes', () => {
    expect(() => Edtf.parseLiteral(parseValue('2017'), {})).toThrow(/in quotes/);
  });

  test('DateTime answers in UTC with milliseconds, whatever the offset it was given', () => {
    expect(DateTime.serialize(DateTime.parseValue('2026-01-31T10:00:00+02:00'))).toBe(
      '2026-01-31T08:00:00.000Z',
    );
    expect(DateTime.serialize('2026-01-31 08:00:00.5+00')).toBe('2026-01-31T08:00:00.500Z');
  });

  test('JSON takes and answers any value', () => {
    expect(Json.parseValue({ a: [1, null] })).toEqual({ a: [1, null] });
    expect(Json.serialize('text')).toBe('text');
  });
});
