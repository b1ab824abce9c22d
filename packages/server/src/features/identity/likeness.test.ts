import { bestOf, chosenOf, Verdicts } from './choice.rule';
import { representatives, wayBetween } from './component.rule';
import { type DateFacts, dateGround, monthsOf, yearsOf } from './date-likeness.rule';
import { chanceOf, shortened, sumOf } from './likeness.rule';
import { plainUrl } from './source-likeness.rule';

const date = (edtf: string | null, earliest: string | null, latest: string | null): DateFacts => ({
  text: null,
  edtf,
  earliest,
  latest,
});

const DAY = date('2021-03-05', '2021-03-05', '2021-03-05');
const NEXT_DAY = date('2021-03-06', '2021-03-06', '2021-03-06');
const MONTH = date('2021-03', '2021-03-01', '2021-03-31');
const ABOUT_MARCH = date('2021-03~', '2021-02-01', '2021-04-30');
const SOME_MARCH = date('XXXX-03', '-infinity', 'infinity');
const SOME_APRIL = date('XXXX-04', '-infinity', 'infinity');
const YEAR = date('2021', '2021-01-01', '2021-12-31');
const SINCE = date('2021-03-05/', '2021-03-05', 'infinity');
const SINCE_MAY = date('2021-05-05/', '2021-05-05', 'infinity');
const SINCE_LONG = date('2014-03-05/', '2014-03-05', 'infinity');
const DECADE = date('2015/2024', '2015-01-01', '2024-12-31');
const NONE = date(null, null, null);

const WEIGHTS = { day: 1, week: 2, month: 3, year: 4, yearless: 5, possible: 6, unknown: 7 };

describe('two dates', () => {
  test.each([
    ['of one day', DAY, DAY, 'day'],
    ['of a day in a month', DAY, MONTH, 'month'],
    ['of a day in a year', DAY, YEAR, 'year'],
    ['of which one is about the month of the other, whatever its year', ABOUT_MARCH, SOME_MARCH, 'yearless'],
    ['of a day in March of a year that is unknown', DAY, SOME_MARCH, 'yearless'],
    ['of which one is about the month before that of the other', ABOUT_MARCH, SOME_APRIL, 'possible'],
    ['from the same day on', SINCE, SINCE, 'week'],
    ['from two days on', SINCE, SINCE_MAY, 'possible'],
    ['from two days of different years on', SINCE, SINCE_LONG, 'unknown'],
    ['of which one is long', DAY, DECADE, 'unknown'],
    ['of which one says nothing', DAY, NONE, 'unknown'],
  ] as const)('%s speak for themselves', (_, one, other, weight) => {
    expect(dateGround(one, other, WEIGHTS)?.weight).toBe(WEIGHTS[weight]);
    expect(dateGround(other, one, WEIGHTS)?.weight).toBe(WEIGHTS[weight]);
  });

  test.each([
    ['two days', DAY, NEXT_DAY],
    ['a day and another month', DAY, SOME_APRIL],
    ['what ended and what began later', DAY, SINCE_MAY],
  ])('are two: %s', (_, one, other) => {
    expect(dateGround(one, other, WEIGHTS)).toBeNull();
  });

  test('lie in the months and years that they overlap, if these are few', () => {
    expect(monthsOf(date('', '2020-12-30', '2021-02-01'))).toEqual(['2020-12', '2021-01', '2021-02']);
    expect(monthsOf(YEAR)).toBeNull();
    expect(yearsOf(YEAR)).toEqual(['2021']);
    expect(yearsOf(DECADE)).toBeNull();
    expect(yearsOf(SOME_MARCH)).toBeNull();
    expect(yearsOf(NONE)).toBeNull();
  });
});

describe('grounds', () => {
  test('add up, or leave open what each of them leaves open', () => {
    expect(sumOf([{ weight: 0.5 }, { weight: -0.2 }])).toBeCloseTo(0.3);
    expect(chanceOf([{ weight: 0.5 }, { weight: 0.5 }])).toBeCloseTo(0.75);
    expect(chanceOf([{ weight: 0.5 }, { weight: -0.5 }])).toBeCloseTo(0.25);
    expect(chanceOf([])).toBe(0);
  });

  test('are said in few letters, none of them halved', () => {
    expect(shortened('𐎠𐎡𐎢', 2)).toBe('𐎠…');
  });
});

describe('an address', () => {
  test.each([
    ['https://www.example.org/a/', 'http://example.org/a'],
    ['https://m.example.org/a?b=1&a=2', 'https://example.org/a?a=2&b=1'],
    ['https://example.org/a?utm_source=x&fbclid=y#part', 'https://example.org/a'],
    ['https://example.org/a/amp/', 'https://example.org/a'],
    ['https://EXAMPLE.org/index.html', 'https://example.org'],
  ])('%s is %s', (one, other) => {
    expect(plainUrl(one)).toBe(plainUrl(other));
  });

  test.each([
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
  ])('%s is not %s', (one, other) => {
    expect(plainUrl(one)).not.toBe(plainUrl(other));
  });

  test('that is none is compared as it is written', () => {
    expect(plainUrl('No address')).toBe('no address');
  });
});

describe('what is the same as what is the same', () => {
  test('is counted under the one that stands first', () => {
    const countedAs = representatives(
      ['a', 'b', 'c', 'd'],
      [
        ['c', 'd'],
        ['b', 'd'],
        ['a', 'x'],
      ],
    );

    expect(Object.fromEntries(countedAs)).toEqual({ a: 'a', b: 'b', c: 'b', d: 'b' });
  });

  test('is reached by the shortest way', () => {
    const pairs = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['b', 'd'],
    ] as const;

    expect(wayBetween('d', 'a', pairs)).toEqual(['d', 'b', 'a']);
    expect(wayBetween('a', 'x', pairs)).toBeNull();
  });
});

describe('guesses', () => {
  const guess = (one: string, other: string, score: number, marking = 0) => ({
    one,
    other,
    score,
    marking,
    reasons: [],
    restsOn: [],
  });

  test('are the best of each record, on either side', () => {
    const [best, second, third] = [guess('a', 'b', 0.9), guess('a', 'c', 0.8), guess('b', 'c', 0.7)];

    expect([...bestOf([third, second, best], 1)]).toEqual([best]);
    expect([...bestOf([third, second, best], 2)]).toEqual([best, second, third]);
  });

  test('that are hidden take no place of those that are not', () => {
    const [hidden, open] = [guess('a', 'b', 0.9, 4), guess('a', 'c', 0.8)];

    expect([...bestOf([hidden, open], 1)]).toEqual([hidden, open]);
  });

  test('stay, change, come and go', () => {
    const { added, changed, dropped } = chosenOf(
      new Set(['a']),
      [guess('a', 'b', 0.9), guess('a', 'c', 0.8)],
      [
        { id: '1', one: 'a', other: 'b', score: 0.6, marking: 0 },
        { id: '2', one: 'a', other: 'd', score: 0.6, marking: 0 },
        { id: '3', one: 'b', other: 'd', score: 0.6, marking: 0 },
      ],
    );

    expect(added).toEqual([guess('a', 'c', 0.8)]);
    expect(changed).toEqual([{ ...guess('a', 'b', 0.9), id: '1' }]);
    expect(dropped).toEqual(['2']);
  });

  test('give way to better ones', () => {
    const crowd = ['b', 'c', 'd', 'e', 'f'].map((other) => ({
      id: other,
      one: 'a',
      other,
      score: 0.6,
      marking: 0,
    }));

    expect(chosenOf(new Set(['z']), [guess('a', 'z', 0.7)], crowd).dropped).toEqual(['f']);
    expect(chosenOf(new Set(['z']), [guess('a', 'z', 0.5)], crowd)).toEqual({
      added: [],
      changed: [],
      dropped: [],
    });
  });

  test('are none on what was decided, nor on what is the same as that', () => {
    const verdicts = new Verdicts(
      [
        { one: 'a', other: 'x', marking: 0 },
        { one: 'a', other: 'y', marking: 4 },
      ],
      [{ record_id: 'b', clearance: 0, counted_as: 'a' }],
    );
    const has = (one: string, other: string, marking = 0) => verdicts.has({ one, other, marking });

    expect(has('a', 'b')).toBe(true);
    expect(has('b', 'x')).toBe(true);
    expect(has('a', 'z')).toBe(false);
    // Whoever may not see a verdict, or what is the same, is told nothing by a guess that is missing.
    expect(has('a', 'y')).toBe(false);
    expect(has('a', 'y', 4)).toBe(true);
    expect(has('b', 'x', 1)).toBe(false);
  });
});
