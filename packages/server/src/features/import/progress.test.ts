import { barOf, duration, lineOf } from './progress.rule';
import { summaryText } from './summary.rule';

const HALF = { rows: 12_345, rejected: 2, bytes: 500, ofBytes: 1_000, seconds: 10 };

describe('what an import says', () => {
  test('while it runs: rows, rows a second, refused ones and the time left, by how much of the file was read', () => {
    expect(barOf(HALF)).toBe(
      '[============            ]  50 %  12 345 rows, 1 235 rows/s, 2 rejected, 10 s left',
    );
    expect(lineOf(HALF)).toBe(' 50 %  12 345 rows, 1 235 rows/s, 2 rejected, 10 s left');
  });

  test('of standard input, no time that nobody knows', () => {
    expect(barOf({ ...HALF, ofBytes: null })).toBe('12 345 rows, 1 235 rows/s, 2 rejected');
    expect(barOf({ ...HALF, bytes: 0 })).toBe(
      '[                        ]   0 %  12 345 rows, 1 235 rows/s, 2 rejected',
    );
  });

  test.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [61, '1 min 1 s'],
    [7_300, '2 h 1 min'],
  ])('in words: %s s are %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });

  test('in the end: sums that add up, the most frequent codes with what they mean, reasons and warnings', () => {
    const summary = {
      accepted: 1_000,
      unchanged: 20,
      skipped: 7,
      rejected: 3,
      codes: [
        { code: '190', count: 5 },
        { code: 'none', count: 1 },
      ],
      moreCodes: 2,
      reasons: [{ reason: 'BAD_DATE', count: 3 }],
      warnings: [{ kind: 'state', values: 2, rows: 9 }],
    };

    expect(
      summaryText(summary, { seconds: 2, peakMegabytes: 210.4 }, (code) => (code === '190' ? 'Fight' : null)),
    ).toBe(
      [
        'read             1 030',
        'accepted         1 000',
        'unchanged           20',
        'skipped              7',
        '  190                5  Fight',
        '  none               1',
        '  2 more codes          see ImportRun.skippedCodes',
        'rejected             3',
        '  BAD_DATE           3',
        'warnings             2',
        '  state              2  in 9 rows',
        'seconds            2.0',
        'rows/s             515',
        'peak memory     210 MB',
      ].join('\n'),
    );
  });
});
