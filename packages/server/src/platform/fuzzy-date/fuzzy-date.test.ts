import 'reflect-metadata';
import fc from 'fast-check';
import { type GraphQLObjectType, graphql } from 'graphql';
import { Arg, buildSchemaSync, Query, Resolver } from 'type-graphql';
import { DomainError } from '../errors';
import { FuzzyDate, FuzzyDateInput, fuzzyDate } from './fuzzy-date';

const from = (edtf: string) => {
  const { earliest, latest } = fuzzyDate({ edtf }, 'when');
  return `${earliest} ${latest}`;
};

function refusalOf(input: { text?: string | null; edtf?: string | null }): DomainError {
  try {
    fuzzyDate(input, 'when');
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(input)} was not refused`);
}

describe('the bounds of a fuzzy date', () => {
  test.each([
    ['a year', '2017', '2017-01-01 2017-12-31'],
    ['a month', '2021-02', '2021-02-01 2021-02-28'],
    ['a day', '2024-02-29', '2024-02-29 2024-02-29'],
    ['a decade', '201X', '2010-01-01 2019-12-31'],
    ['a century', '19XX', '1900-01-01 1999-12-31'],
    ['a month of a year', '2021-XX', '2021-01-01 2021-12-31'],
    ['a day of a month', '2021-04-XX', '2021-04-01 2021-04-30'],
    ['a day of a year', '2021-XX-XX', '2021-01-01 2021-12-31'],
    ['an interval', '2003/2011-12-15', '2003-01-01 2011-12-15'],
    ['an interval within a unit', '2021-03/2021', '2021-03-01 2021-12-31'],
    ['said to go on', '2017/..', '2017-01-01 infinity'],
    ['said to have no beginning', '../2017', '-infinity 2017-12-31'],
    ['end unknown', '2017/', '2017-01-01 infinity'],
    ['beginning unknown', '/2017', '-infinity 2017-12-31'],
    ['a month of an unknown year', 'XXXX-03', '-infinity infinity'],
    ['a day of an unknown year', 'XXXX-02-29', '-infinity infinity'],
    ['about a year: one year more on both sides', '2017~', '2016-01-01 2018-12-31'],
    ['about a month: one month more on both sides', '2021-03~', '2021-02-01 2021-04-30'],
    ['perhaps a month, across New Year', '2021-01?', '2020-12-01 2021-02-28'],
    ['perhaps about a day', '2021-03-01%', '2021-02-28 2021-03-02'],
    ['each end by its own precision', '2021-03?/2021-05-10~', '2021-02-01 2021-05-11'],
    ['about a year, end unknown', '2017~/', '2016-01-01 infinity'],
    ['the first year', '1000', '1000-01-01 1000-12-31'],
    ['the last year', '2200', '2200-01-01 2200-12-31'],
  ])('%s: %s', (_what, edtf, bounds) => {
    expect(from(edtf)).toBe(bounds);
  });

  test('are none where the wording is not resolved', () => {
    expect(fuzzyDate({ text: 'this week' }, 'when')).toMatchObject({
      text: 'this week',
      edtf: null,
      earliest: '-infinity',
      latest: 'infinity',
    });
  });

  test('are in order, and contain the bounds of the same date without doubt', () => {
    const part = (most: number) => fc.integer({ min: 1, max: most }).map((n) => String(n).padStart(2, '0'));
    const date = fc
      .tuple(fc.integer({ min: 1001, max: 2199 }).map(String), part(12), part(28))
      .chain((parts) => fc.constantFrom(1, 2, 3).map((n) => parts.slice(0, n).join('-')));
    fc.assert(
      fc.property(date, fc.constantFrom('?', '~', '%'), (edtf, doubt) => {
        const sure = fuzzyDate({ edtf }, 'when');
        const unsure = fuzzyDate({ edtf: edtf + doubt }, 'when');
        const days = [unsure.earliest, sure.earliest, sure.latest, unsure.latest];
        expect([...days].sort()).toEqual(days);
        expect(unsure.earliest).not.toBe(sure.earliest);
        expect(unsure.latest).not.toBe(sure.latest);
      }),
    );
  });
});

describe('a fuzzy date on the wire', () => {
  @Resolver()
  class Dates {
    @Query(() => FuzzyDate)
    when(@Arg('date', () => FuzzyDateInput) date: FuzzyDateInput): FuzzyDate {
      return fuzzyDate(date, 'date');
    }
  }
  const schema = buildSchemaSync({ resolvers: [Dates], validate: false });
  const asked = async (date: string) =>
    JSON.parse(
      JSON.stringify(
        await graphql({ schema, source: `{ when(date: ${date}) { text edtf earliest latest } }` }),
      ),
    );

  test('has null where a bound is infinite', async () => {
    expect(await asked('{edtf: "2017/.."}')).toEqual({
      data: { when: { text: null, edtf: '2017/..', earliest: '2017-01-01', latest: null } },
    });
    expect(await asked('{text: "this week"}')).toEqual({
      data: { when: { text: 'this week', edtf: null, earliest: null, latest: null } },
    });
  });

  test('calls its bounds earliest and latest', () => {
    const fields = (schema.getType('FuzzyDate') as GraphQLObjectType).getFields();

    expect(Object.values(fields).map(({ name, type }) => `${name}: ${type}`)).toEqual([
      ...['text: String', 'edtf: Edtf', 'earliest: Date', 'latest: Date'],
    ]);
  });
});

describe('a fuzzy date is refused', () => {
  test.each([
    ['2021-13', /is no EDTF date; write one such as 2017, 2021-03~/],
    ['March 2021', /is no EDTF date/],
    ['2021-3', /is no EDTF date/],
    ['2021-02-30', /is no EDTF date/],
    ['2017-02-29', /is no EDTF date/],
    ['2017-02-29/2018', /is no EDTF date/],
    ['2021-03-15T10:00:00Z', /is no EDTF date/],
    ['2021-03-15T10:00:00Z/2022', /is no EDTF date/],
    ['XXXX', /is no EDTF date/],
    ['XXXX-02-30', /is no day of any year/],
    ['XXXX-13', /is no day of any year/],
    ['XXXX-XX-05', /is no EDTF date/],
    ['XXXX-03/XXXX-05', /is no EDTF date/],
    ['XXXX-03~', /is no EDTF date/],
    ['2021-XX-05', /is no EDTF date/],
    ['?2017', /is no EDTF date/],
    ['{2017,2018}', /is no EDTF date/],
    ['', /is no EDTF date/],
    ['2017\0', /is no EDTF date/],
    ['2021-21', /names a season/],
    ['2021-33', /names a season/],
    ['2021-21/2021-22', /names a season/],
    ['2022/2021', /ends before it begins/],
    ['2021-05~/2021-04', /ends before it begins/],
    ['/', /says nothing of when/],
    ['../..', /says nothing of when/],
    ['0999', /years 1000 to 2200/],
    ['2201', /years 1000 to 2200/],
    ['2200~', /years 1000 to 2200/],
    ['22XX', /years 1000 to 2200/],
    ['-0044', /is no EDTF date/],
    ['2017/2018/2019', /is no EDTF date/],
    ['201X/2025', /is no EDTF date/],
    ['Y17000', /is no EDTF date/],
  ])('%j', (edtf, why) => {
    const { code, message, details } = refusalOf({ edtf });

    expect(code).toBe('BAD_USER_INPUT');
    expect(details).toEqual({ field: 'when.edtf' });
    expect(message).toMatch(/^when\.edtf: /);
    expect(message).toMatch(why);
  });

  test('with neither wording nor date', () => {
    expect(refusalOf({})).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'when' } });
    expect(refusalOf({ text: null, edtf: null }).message).toMatch(/text.*edtf/);
  });

  test.each([
    ['of a NUL', 'in\0March'],
    ['of nothing', ' '],
    ['of 501 characters', 'x'.repeat(501)],
  ])('with a wording %s', (_what, text) => {
    expect(refusalOf({ text })).toMatchObject({ code: 'BAD_USER_INPUT', details: { field: 'when.text' } });
  });

  test('quickly and briefly, however long the text', () => {
    const started = performance.now();

    expect(refusalOf({ edtf: '2'.repeat(500_000) }).message.length).toBeLessThan(200);
    expect(performance.now() - started).toBeLessThan(200);
  });

  test('but a wording of 500 characters outside the basic plane is kept', () => {
    expect(fuzzyDate({ text: '🗓'.repeat(500) }, 'when').text).toHaveLength(1_000);
  });

  test('or else it is stored: nothing else can be thrown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9X./~?%YE-]{0,12}$/), (edtf) => {
        try {
          const { earliest, latest } = fuzzyDate({ edtf }, 'when');
          expect(
            earliest === '-infinity' || latest === 'infinity' || String(earliest) <= String(latest),
          ).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
