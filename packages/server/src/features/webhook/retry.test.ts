import { judge } from './endpoint-health.rule';
import { DELAYS, delayAfter, LONGEST_REST, retryAfter } from './retry.rule';

const NOW = Date.parse('2026-11-21T12:00:00Z');

describe('the schedule of attempts', () => {
  test('is that of the specification: ten attempts within 75 h 35 min', () => {
    expect(DELAYS.map((ms) => ms / 1_000)).toEqual([
      5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400,
    ]);
    expect(delayAfter(9, 0.5)).toBe(24 * 3_600_000);
    expect(delayAfter(10, 0.5)).toBeNull();
  });

  test('differs by chance, by a fifth at most', () => {
    const delays = Array.from({ length: 1_000 }, () => delayAfter(2, Math.random()) ?? 0);

    expect(Math.min(...delays)).toBeGreaterThanOrEqual(240_000);
    expect(Math.max(...delays)).toBeLessThanOrEqual(360_000);
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(100_000);
  });

  test.each([
    ['120', 120_000],
    ['Sat, 21 Nov 2026 12:01:00 GMT', 60_000],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['999999999', LONGEST_REST],
    ['Sat, 21 Nov 2099 12:01:00 GMT', LONGEST_REST],
    ['soon', null],
    [undefined, null],
  ])('takes a Retry-After of %s for %s ms', (header, expected) => {
    expect(retryAfter(header, NOW)).toBe(expected);
  });
});

describe('what an answer means', () => {
  const asked = {
    attempts: 1,
    isTest: false,
    health: { failures: 0, failingSince: null },
    now: NOW,
    chance: 0.5,
  };

  test.each([200, 201, 202, 204, 299])('%i: accepted', (status) => {
    expect(judge({ status }, { ...asked, health: { failures: 7, failingSince: 1 } })).toMatchObject({
      status: 'DELIVERED',
      health: { failures: 0, failingSince: null },
      isDown: false,
      disabled: null,
    });
  });

  test.each([null, 100, 301, 302, 304, 307, 308, 400, 401, 404, 500, 502, 504])(
    '%s: to be tried again',
    (status) => {
      expect(judge({ status }, asked)).toMatchObject({
        status: 'PENDING',
        dueAt: NOW + 5_000,
        disabled: null,
      });
    },
  );

  test('429 and 503: the whole endpoint rests as long as it asks for', () => {
    for (const status of [429, 503])
      expect(judge({ status, retryAfter: '600' }, asked)).toMatchObject({
        status: 'PENDING',
        dueAt: NOW + 600_000,
        isDown: true,
        restUntil: NOW + 600_000,
      });
  });

  test('410: nothing more, and the event is kept in case the owner resumes', () => {
    expect(judge({ status: 410 }, asked)).toMatchObject({ status: 'PENDING', disabled: 'gone' });
  });

  test('a failed test is given up at once', () => {
    expect(judge({ status: 500 }, { ...asked, isTest: true })).toMatchObject({ status: 'FAILED' });
  });
});
