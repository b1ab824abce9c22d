import 'reflect-metadata';
import fc from 'fast-check';
import { Client } from 'pg';
import { emptyTestDatabase } from '../../../test/harness/postgres/test-database';
import { DomainError } from '../errors';
import { fuzzyDate } from './fuzzy-date';
import { DateMatch, type FuzzyDateFilter } from './fuzzy-date-filter';
import { fuzzyDateCondition, rangeOf } from './fuzzy-date-range';

const TODAY = '2026-11-21';
const NOBODY_SAYS = 'nobody says';
const UNRESOLVED = 'this week';

const DATES = [
  ...[
    '2017',
    '2020',
    '2021',
    '2022',
    '2021-02',
    '2021-03',
    '2021-04',
    '2021-03~',
    '2021-06?',
    '2021-03-15',
    '2021-03-18',
    '2021-03-15?',
  ],
  ...[
    '2017/',
    '2017/..',
    '/2017',
    '../2017',
    '2021-03-01/',
    '2022~/',
    '/2022~',
    '2021/',
    '/2021',
    '2003/..',
    '2020/2022',
    '2021-03-10/2021-03-30',
    '2021-05/2021-07~',
  ],
  ...[
    'XXXX-01',
    'XXXX-03',
    'XXXX-04',
    'XXXX-12',
    'XXXX-03-05',
    'XXXX-03-18',
    'XXXX-12-31',
    'XXXX-02-29',
    '202X',
    '20XX',
    UNRESOLVED,
    NOBODY_SAYS,
  ],
];

let db: Client;

beforeAll(async () => {
  db = new Client({ connectionString: await emptyTestDatabase('dates') });
  await db.connect();
  await db.query(
    'CREATE TABLE engagement (name text, when_text text, when_edtf text, when_earliest date, when_latest date)',
  );
  for (const name of DATES) {
    const date =
      name === NOBODY_SAYS ? null : fuzzyDate(name === UNRESOLVED ? { text: name } : { edtf: name }, 'when');
    await db.query('INSERT INTO engagement VALUES ($1, $2, $3, $4, $5)', [
      name,
      date?.text,
      date?.edtf,
      date?.earliest,
      date?.latest,
    ]);
  }
});

afterAll(async () => {
  await db?.end();
});

async function matching(match: DateMatch, filter: FuzzyDateFilter): Promise<string[]> {
  const condition = fuzzyDateCondition('e', 'when', { ...filter, match }, 'when', TODAY);
  const { rows } = await db.query({
    text: `SELECT name FROM engagement e WHERE ${condition.text}`,
    values: condition.values,
  });
  return rows.map(({ name }) => name);
}

describe('a date compared with one week of March 2021', () => {
  const week = { from: '2021-03-15', to: '2021-03-21' };

  test('lies certainly inside as a day without doubt', async () => {
    expect(await matching(DateMatch.CERTAIN, week)).toEqual(['2021-03-15', '2021-03-18']);
  });

  test('overlaps it where its known bounds do', async () => {
    expect(await matching(DateMatch.OVERLAPPING, week)).toEqual([
      ...['2021', '2021-03', '2021-03~', '2021-03-15', '2021-03-18', '2021-03-15?'],
      ...[
        '2017/..',
        '2022~/',
        '/2022~',
        '2021/',
        '/2021',
        '2003/..',
        '2020/2022',
        '2021-03-10/2021-03-30',
        '202X',
        '20XX',
      ],
    ]);
  });

  test('possibly lies inside where its year, an end or all of it is unknown too', async () => {
    const overlapping = await matching(DateMatch.OVERLAPPING, week);
    const possible = await matching(DateMatch.POSSIBLE, week);

    expect(possible.filter((name) => !overlapping.includes(name))).toEqual([
      ...['2017/', '2021-03-01/', 'XXXX-03', 'XXXX-03-18', UNRESOLVED, NOBODY_SAYS],
    ]);
  });
});

describe('an end that is unknown', () => {
  test('counts to where it is known: from 2017 on says nothing sure of 2018, but of 2017', async () => {
    expect(await matching(DateMatch.OVERLAPPING, { from: '2018', to: '2019' })).not.toContain('2017/');
    expect(await matching(DateMatch.OVERLAPPING, { from: '2017-06', to: '2019' })).toContain('2017/');
    expect(await matching(DateMatch.OVERLAPPING, { from: '2015', to: '2016' })).not.toContain('/2017');
    expect(await matching(DateMatch.OVERLAPPING, { from: '2015', to: '2017-06' })).toContain('/2017');
  });

  test('may lie anywhere, when possible is enough', async () => {
    expect(await matching(DateMatch.POSSIBLE, { from: '2018', to: '2019' })).toContain('2017/');
    expect(await matching(DateMatch.POSSIBLE, { from: '2015', to: '2016' })).not.toContain('2017/');
  });

  test('lies certainly in a range without an end', async () => {
    expect(await matching(DateMatch.CERTAIN, { from: '2017' })).toEqual(
      expect.arrayContaining(['2017/', '2017/..', '2021']),
    );
    expect(await matching(DateMatch.CERTAIN, { from: '2017' })).not.toContain('XXXX-03');
  });
});

describe('a month or day of an unknown year', () => {
  const unknownYear = async (from: string, to: string) =>
    (await matching(DateMatch.POSSIBLE, { from, to })).filter((name) => name.startsWith('XXXX'));

  test('is possible only where the range has that month or day', async () => {
    expect(await unknownYear('2021-03-05', '2021-03-05')).toEqual(['XXXX-03', 'XXXX-03-05']);
    expect(await unknownYear('2021-04', '2021-11')).toEqual(['XXXX-04']);
    expect(await unknownYear('2021-12-31', '2022-01-02')).toEqual(['XXXX-01', 'XXXX-12', 'XXXX-12-31']);
  });

  test('is always possible in a range of two New Years or without an end', async () => {
    const every = DATES.filter((name) => name.startsWith('XXXX'));

    expect(await unknownYear('2019-06', '2021-02')).toEqual(every);
    expect(
      (await matching(DateMatch.POSSIBLE, { from: '2021-12-30' })).filter((name) => name.startsWith('XXXX')),
    ).toEqual(every);
  });

  test('is on the 29th of February only where the range has one', async () => {
    expect(await unknownYear('2021-02', '2021-02')).toEqual([]);
    expect(await unknownYear('2024-02', '2024-02')).toEqual(['XXXX-02-29']);
    expect(await unknownYear('2021', '2023')).not.toContain('XXXX-02-29');
  });
});

describe('lengths of time before today', () => {
  test('move the range', () => {
    expect(rangeOf({ olderThan: 'P12M' }, 'when', TODAY)).toEqual({ from: null, to: '2025-11-21' });
    expect(rangeOf({ newerThan: 'P1Y2M10D' }, 'when', TODAY)).toEqual({ from: '2025-09-11', to: null });
    expect(rangeOf({ newerThan: 'P2W', from: '2021' }, 'when', TODAY)).toEqual({
      from: '2026-11-07',
      to: null,
    });
    expect(rangeOf({ olderThan: 'P1M' }, 'when', '2024-03-31').to).toBe('2024-02-29');
  });

  test('that exclude each other match nothing', async () => {
    for (const match of Object.values(DateMatch))
      expect(await matching(match, { newerThan: 'P1Y', olderThan: 'P2Y' })).toEqual([]);
  });
});

describe('a range is refused', () => {
  test.each<[FuzzyDateFilter, string, RegExp]>([
    [{ from: 'yesterday' }, 'filter.when.from', /is no EDTF date/],
    [{ from: '' }, 'filter.when.from', /is no EDTF date/],
    [{ from: '../2017' }, 'filter.when.from', /has no first day/],
    [{ to: '2017/' }, 'filter.when.to', /has no last day/],
    [{ to: 'XXXX-03' }, 'filter.when.to', /has no last day/],
    [{ from: '2021', to: '2020' }, 'filter.when.to', /lies before from/],
    [{ olderThan: 'PT1H' }, 'filter.when.olderThan', /such as P12M/],
    [{ newerThan: 'P9999Y' }, 'filter.when.newerThan', /such as P12M/],
    [{ newerThan: 'P' }, 'filter.when.newerThan', /such as P12M/],
  ])('%j', (filter, field, why) => {
    expect(() => rangeOf(filter, 'filter.when', TODAY)).toThrow(DomainError);
    expect(() => rangeOf(filter, 'filter.when', TODAY)).toThrow(
      expect.objectContaining({
        code: 'BAD_USER_INPUT',
        details: { field },
        message: expect.stringMatching(why),
      }),
    );
  });
});

test('what is certain overlaps, and what overlaps is possible, whatever the range', async () => {
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2025-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const end = fc.option(
    fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length)),
  );
  await fc.assert(
    fc.asyncProperty(end, end, async (from, to) => {
      fc.pre(from === null || to === null || from <= to);
      const certain = await matching(DateMatch.CERTAIN, { from, to });
      const overlapping = await matching(DateMatch.OVERLAPPING, { from, to });
      const possible = await matching(DateMatch.POSSIBLE, { from, to });
      expect(overlapping).toEqual(expect.arrayContaining(certain));
      expect(possible).toEqual(expect.arrayContaining(overlapping));
    }),
    { numRuns: 200 },
  );
});
