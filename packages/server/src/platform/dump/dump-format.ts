import { createHash } from 'node:crypto';
import { OperatorError } from '../operator-error';

/**
 * A dump is lines of JSON: a header; for each table a line that names its columns and then a line a row, each value as the text that
 * PostgreSQL writes for it, so that none passes through a number or date of another language; the next numbers of identity columns;
 * a trailer. The header carries a digest of itself, the trailer one of everything between them.
 */
export const VERSION = 1;

export interface Header {
  format: string;
  version: number;
  /** Names in the order of their sections. */
  tables: string[];
  [fact: string]: unknown;
}

export interface Section {
  table: string;
  columns: string[];
}

/** Of identity columns as `table.column`: the number that is given next. Text, since it may be beyond what a number holds. */
export type NextNumbers = { [column: string]: string };

export interface Trailer {
  rows: { [table: string]: number };
  sha256: string;
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

export function headerLine(header: Header): string {
  return `${JSON.stringify({ ...header, sha256: digest(JSON.stringify(header)) })}\n`;
}

export const sectionLine = ({ table, columns }: Section) => `${JSON.stringify({ table, columns })}\n`;
export const nextLine = (next: NextNumbers) => `${JSON.stringify({ next })}\n`;
export const trailerLine = ({ rows, sha256 }: Trailer) => `${JSON.stringify({ rows, sha256 })}\n`;

/** The first line of a file, if it is one that this program can read. */
export function readHeader(line: string, format: string): Header {
  const parsed = parseObject(line);
  if (parsed?.format !== format || typeof parsed.version !== 'number')
    throw new OperatorError(
      `This is no dump: its first line does not say that it is of the format ${format}.`,
    );
  if (parsed.version > VERSION)
    throw new OperatorError(
      `This dump has format version ${parsed.version}, and this program reads up to ${VERSION}: restore it with the version that made it (${parsed.server}) or a later one.`,
    );
  const { sha256: _, ...rest } = parsed;
  const header = rest as Header;
  if (headerLine(header) !== `${line}\n`)
    throw new OperatorError(
      'This dump was altered: its header has another checksum. Take another copy of it.',
    );
  return header;
}

/** A line that is no row; null for what is none of these. */
export function readMark(line: string): Section | { next: NextNumbers } | Trailer | null {
  const parsed = parseObject(line);
  if (typeof parsed?.table === 'string' && Array.isArray(parsed.columns)) return parsed as unknown as Section;
  if (typeof parsed?.next === 'object' && parsed.next !== null)
    return parsed as unknown as { next: NextNumbers };
  if (typeof parsed?.sha256 === 'string' && typeof parsed.rows === 'object')
    return parsed as unknown as Trailer;
  return null;
}

function parseObject(line: string): { [name: string]: unknown } | null {
  try {
    const value = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
