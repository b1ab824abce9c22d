import type { DatasetRow, Format, Refusal } from './dataset.rule';
import { type Line, LONGEST_ROW } from './file-lines.rule';

/** Over how many lines a row may go, so that a stray quote does not take the rest of the file with it. */
export const MOST_LINES = 100;

/** A row that cannot be taken apart. */
export interface BrokenRow {
  line: number;
  reason: Refusal;
  value: string;
  message: string;
}

export type FileRow = { row: DatasetRow; broken?: never } | { broken: BrokenRow; row?: never };

type Parsed = string[] | 'OPEN' | 'STRAY';

/**
 * Takes lines apart into rows. A row that goes over several lines and does not come out well is refused by its first line alone, and
 * what follows is read anew: a quote that somebody forgot costs one row.
 */
export class RowReader {
  /** Lines that were taken and not yet read. */
  #lines: Line[] = [];
  #width: number | null = null;
  #isBegun = false;

  constructor(private readonly format: Format) {}

  /** The rows that are complete with these lines. */
  take(lines: readonly Line[]): FileRow[] {
    this.#lines = this.#lines.length === 0 ? [...lines] : this.#lines.concat(lines);
    return this.#read(false);
  }

  end(): FileRow[] {
    return this.#read(true);
  }

  #read(isEnd: boolean): FileRow[] {
    const rows: FileRow[] = [];
    let at = 0;
    while (at < this.#lines.length) {
      const line = this.#lines[at] as Line;
      if (line.text === '' && line.fault === null) {
        at += 1;
        continue;
      }
      const next = this.#next(at, isEnd);
      if (next === null) break;
      at += next.lines;
      const isHeader = this.format.hasHeader && !this.#isBegun;
      this.#isBegun = true;
      if (next.row.row) this.#width ??= next.row.row.cells.length;
      if (!isHeader) rows.push(next.row);
    }
    this.#lines = this.#lines.slice(at);
    return rows;
  }

  /** The row that begins at a line, with the number of its lines; null if its end did not come yet. */
  #next(at: number, isEnd: boolean): { row: FileRow; lines: number } | null {
    const first = this.#lines[at] as Line;
    if (first.fault !== null) return { row: { broken: faultOf(first, first.fault) }, lines: 1 };
    const { delimiter, isQuoted } = this.format;
    if (!isQuoted || !first.text.includes('"'))
      return { row: { row: { line: first.number, cells: first.text.split(delimiter) } }, lines: 1 };
    let parsed = cellsOf(first.text, delimiter);
    let count = 1;
    let text = first.text;
    while (parsed === 'OPEN') {
      const line = this.#lines[at + count];
      if (count === MOST_LINES || text.length > LONGEST_ROW || line?.fault) break;
      if (!line) {
        if (isEnd) break;
        return null;
      }
      text += `\n${line.text}`;
      count += 1;
      // Only what has a quote in it can close one.
      if (line.text.includes('"')) parsed = cellsOf(text, delimiter);
    }
    if (typeof parsed === 'string' || (count > 1 && this.#width !== null && parsed.length !== this.#width))
      return { row: { broken: strayIn(first) }, lines: 1 };
    return { row: { row: { line: first.number, cells: parsed } }, lines: count };
  }
}

/** Cells of a row with quotes in it. A quote within a value that does not begin with one is a character like any other. */
function cellsOf(text: string, delimiter: string): Parsed {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text[at] !== '"') {
      const end = text.indexOf(delimiter, at);
      if (end < 0) {
        cells.push(text.slice(at));
        return cells;
      }
      cells.push(text.slice(at, end));
      at = end + 1;
      continue;
    }
    let value = '';
    let from = at + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote < 0) return 'OPEN';
      value += text.slice(from, quote);
      from = quote + 1;
      if (text[from] !== '"') break;
      value += '"';
      from += 1;
    }
    cells.push(value);
    if (from === text.length) return cells;
    if (text[from] !== delimiter) return 'STRAY';
    at = from + 1;
  }
}

function faultOf({ number, text }: Line, fault: 'BAD_ENCODING' | 'OVERLONG'): BrokenRow {
  return fault === 'BAD_ENCODING'
    ? {
        line: number,
        reason: 'BAD_ENCODING',
        value: text,
        message: 'The row is no UTF-8 text; write the file as UTF-8',
      }
    : {
        line: number,
        reason: 'MALFORMED_ROW',
        value: text,
        message: `The row is longer than ${LONGEST_ROW} bytes; is a line break missing?`,
      };
}

function strayIn({ number, text }: Line): BrokenRow {
  return {
    line: number,
    reason: 'MALFORMED_ROW',
    value: text,
    message: `A quote does not close, or stands within a quoted value; double it there. Values go over at most ${MOST_LINES} lines`,
  };
}
