import fc from 'fast-check';
import { fileOf } from '../../../test/harness/importing';
import type { Format } from './dataset.rule';
import { LONGEST_ROW, linesOf } from './file-lines.rule';
import { type FileRow, MOST_LINES, RowReader } from './file-rows.rule';

const COMMA: Format = { delimiter: ',', isQuoted: true, hasHeader: false };
const TAB: Format = { delimiter: '\t', isQuoted: false, hasHeader: false };

async function rowsOf(content: string | Buffer, format: Format, chunkBytes = 65_536): Promise<FileRow[]> {
  const reader = new RowReader(format);
  const rows: FileRow[] = [];
  for await (const lines of linesOf(fileOf(content, 'test', chunkBytes).chunks()))
    rows.push(...reader.take(lines));
  return [...rows, ...reader.end()];
}

const cellsOf = (rows: FileRow[]) => rows.map(({ row }) => row?.cells);
const told = (rows: FileRow[]) =>
  rows.map(({ row, broken }) => (row ? [row.line, ...row.cells] : [broken.line, broken.reason]));

describe('rows of a file', () => {
  test('come out as they went in, however the file is cut into pieces', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 5 }).chain((width) =>
          fc.array(
            fc.array(
              fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é', '😀', ' '), maxLength: 6 }),
              {
                minLength: width,
                maxLength: width,
              },
            ),
            { minLength: 1, maxLength: 6 },
          ),
        ),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (rows, end, chunkBytes) => {
          const text = rows
            .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
            .join(end);

          expect(cellsOf(await rowsOf(text, COMMA, chunkBytes))).toEqual(rows);
        },
      ),
    ));

  test('need no quotes, may have them, and a quote within a value is a character', async () => {
    expect(cellsOf(await rowsOf('a,"b, c",5"\n"d ""e""",,\n', COMMA))).toEqual([
      ['a', 'b, c', '5"'],
      ['d "e"', '', ''],
    ]);
    // Where no value is quoted, quotes mean nothing.
    expect(cellsOf(await rowsOf('"a\t"b"\nc\td', TAB))).toEqual([
      ['"a', '"b"'],
      ['c', 'd'],
    ]);
  });

  test('are told by the line on which they begin; a mark at the beginning, blank lines and a missing last end are nothing', async () => {
    const text = '\uFEFFid,title\r\n1,"two\r\nlines"\r\n\r\n3,x';

    expect(told(await rowsOf(text, { ...COMMA, hasHeader: true }))).toEqual([
      [2, '1', 'two\nlines'],
      [5, '3', 'x'],
    ]);
  });

  test('that are no UTF-8 are refused alone', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a\tb\n'),
      Buffer.from([0x63, 0xe9, 0x09, 0x64, 10]),
      Buffer.from('e\0\tf\ng\th\n'),
    ]);

    expect(told(await rowsOf(bytes, TAB))).toEqual([
      [1, 'a', 'b'],
      [2, 'BAD_ENCODING'],
      [3, 'BAD_ENCODING'],
      [4, 'g', 'h'],
    ]);
  });

  test.each([
    [
      'at the end of the file',
      'a,b\nc,"d\n',
      [
        [1, 'a', 'b'],
        [2, 'MALFORMED_ROW'],
      ],
    ],
    [
      'before a row with quotes of its own',
      'a,b\nc,"d\ne,"f"\ng,h\n',
      [
        [1, 'a', 'b'],
        [2, 'MALFORMED_ROW'],
        [3, 'e', 'f'],
        [4, 'g', 'h'],
      ],
    ],
    [
      'that another one closes by chance, so that the row has too few values',
      'a,b\n"c,d\ne,f"\ng,h\n',
      [
        [1, 'a', 'b'],
        [2, 'MALFORMED_ROW'],
        [3, 'e', 'f"'],
        [4, 'g', 'h'],
      ],
    ],
    [
      'within a quoted value',
      'a,b\n"c "d" e",f\ng,h\n',
      [
        [1, 'a', 'b'],
        [2, 'MALFORMED_ROW'],
        [3, 'g', 'h'],
      ],
    ],
  ])('with a stray quote %s are refused alone', async (_, text, expected) => {
    expect(told(await rowsOf(text, COMMA))).toEqual(expected);
  });

  test('with a stray quote do not take the rest of a long file with them', async () => {
    const lines = Array.from({ length: 3 * MOST_LINES }, (_, at) => `${at},x`);
    lines[10] = '10,"x';
    const rows = await rowsOf(lines.join('\n'), COMMA);

    expect(rows.length).toBe(lines.length);
    expect(told(rows).filter(([, what]) => what === 'MALFORMED_ROW')).toEqual([[11, 'MALFORMED_ROW']]);
  });

  test('over more lines than a value may have are refused by their first', async () => {
    const value = (lines: number) => `a,"${'x\n'.repeat(lines - 1)}x"\n`;

    expect(told(await rowsOf(value(MOST_LINES), COMMA))).toMatchObject([[1, 'a', expect.any(String)]]);
    expect(told(await rowsOf(value(MOST_LINES + 1), COMMA))[0]).toEqual([1, 'MALFORMED_ROW']);
  });

  test('longer than memory allows are refused, and what follows them is read', async () => {
    const rows = await rowsOf(`a\tb\n${'x'.repeat(LONGEST_ROW + 1)}\nc\td\n`, TAB);

    expect(told(rows)).toEqual([
      [1, 'a', 'b'],
      [2, 'MALFORMED_ROW'],
      [3, 'c', 'd'],
    ]);
    expect(rows[1]?.broken?.value.length).toBeLessThan(10_000);
  });
});
