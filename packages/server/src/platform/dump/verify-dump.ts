import { createHash } from 'node:crypto';
import { OperatorError } from '../operator-error';
import {
  type Header,
  type NextNumbers,
  readHeader,
  readMark,
  type Section,
  trailerLine,
} from './dump-format';
import { linesOf, UnendedLine } from './lines';
import type { OnProgress } from './write-dump';

const ROW = '['.charCodeAt(0);

export interface Verified {
  header: Header;
  sections: Section[];
  rows: { [table: string]: number };
  next: NextNumbers;
  sha256: string;
  bytes: number;
}

/** What happens as a dump is read; a row comes as its line. */
export interface Reader {
  section?(section: Section): Promise<void>;
  row?(line: Buffer): void;
  /** After many lines: whoever took rows may wait here until there is room for more. */
  pause?(): Promise<void>;
}

/** Reads a dump to its end, and refuses it unless every byte is as it was written. */
export async function readDump(
  source: AsyncIterable<Buffer>,
  format: string,
  onProgress: OnProgress,
  reader: Reader = {},
): Promise<Verified> {
  const reading = new Reading(format, reader);
  try {
    for await (const lines of linesOf(source)) {
      for (const line of lines) {
        const opened = reading.take(line);
        if (opened) await reader.section?.(opened);
      }
      if (reader.pause) await reader.pause();
      onProgress({ rows: reading.count, bytes: reading.bytes, table: reading.table });
    }
  } catch (error) {
    throw error instanceof UnendedLine ? cutOff() : error;
  }
  return reading.result();
}

const cutOff = () =>
  new OperatorError('This dump was cut off: it ends before its last line. Copy or make it again.');
const altered = (what: string) =>
  new OperatorError(`This dump was altered: ${what}. Take another copy of it.`);

class Reading {
  bytes = 0;
  count = 0;
  #header: Header | null = null;
  #sections: Section[] = [];
  #rows: { [table: string]: number } = {};
  #next: NextNumbers | null = null;
  #sha256: string | null = null;
  readonly #hash = createHash('sha256');
  #inSection = 0;

  constructor(
    private readonly format: string,
    private readonly reader: Reader,
  ) {}

  get table(): string {
    return this.#sections.at(-1)?.table ?? '';
  }

  /** Answers with the section that this line begins. */
  take(line: Buffer): Section | null {
    this.bytes += line.length + 1;
    if (this.#header === null) {
      this.#header = readHeader(line.toString('utf8'), this.format);
      return null;
    }
    if (this.#sha256 !== null) throw altered('it goes on after its last line');
    if (line[0] === ROW && this.#sections.length > 0 && this.#next === null) {
      this.#hashed(line);
      this.#inSection += 1;
      this.count += 1;
      this.reader.row?.(line);
      return null;
    }
    return this.#mark(line);
  }

  #mark(line: Buffer): Section | null {
    const mark = readMark(line.toString('utf8'));
    if (mark === null) throw altered(`line ${this.#lineNumber()} is none that a dump has`);
    if ('sha256' in mark) {
      this.#end(line, mark);
      return null;
    }
    this.#hashed(line);
    this.#closeSection();
    if ('next' in mark) {
      this.#next = mark.next;
      return null;
    }
    if (this.#next !== null) throw altered(`the table ${mark.table} comes after the last one`);
    this.#sections.push(mark);
    return mark;
  }

  #end(line: Buffer, { rows }: { rows: { [table: string]: number } }): void {
    if (this.#next === null) throw altered('lines before the last one are missing');
    const sha256 = this.#hash.digest('hex');
    for (const [table, count] of Object.entries(this.#rows))
      if (rows[table] !== count)
        throw altered(`the table ${table} has ${count} rows, and ${rows[table] ?? 'none'} by the last line`);
    if (`${line.toString('utf8')}\n` !== trailerLine({ rows: this.#rows, sha256 }))
      throw altered('its content has another checksum than its last line says');
    this.#sha256 = sha256;
  }

  #closeSection(): void {
    const section = this.#sections.at(-1);
    if (section) this.#rows[section.table] = this.#inSection;
    this.#inSection = 0;
  }

  #hashed(line: Buffer): void {
    this.#hash.update(line);
    this.#hash.update('\n');
  }

  /** As an editor counts: the header is line 1. */
  #lineNumber(): number {
    return 2 + this.count + this.#sections.length;
  }

  result(): Verified {
    if (this.#header === null || this.#next === null || this.#sha256 === null) throw cutOff();
    const named = this.#sections.map(({ table }) => table);
    if (JSON.stringify(named) !== JSON.stringify(this.#header.tables))
      throw altered('its tables are others than its header says');
    return {
      header: this.#header,
      sections: this.#sections,
      rows: this.#rows,
      next: this.#next,
      sha256: this.#sha256,
      bytes: this.bytes,
    };
  }
}
