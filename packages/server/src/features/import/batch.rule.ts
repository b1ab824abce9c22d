import { createHash } from 'node:crypto';
import type { Dialect, Oddity, Refusal } from './dataset.rule';
import type { FileRow } from './file-rows.rule';

const LONGEST_VALUE = 200;
const LONGEST_MESSAGE = 500;

export interface Rejected {
  line: number;
  field: string | null;
  value: string | null;
  reason: Refusal;
  message: string;
}

/** A row that says something, before it is known whether that is new. */
export interface ReadFact {
  externalId: string;
  line: number;
  fact: unknown;
  /** Of the row as it stands in the file. */
  hash: Buffer;
}

export interface Warned extends Oddity {
  count: number;
  firstRow: number;
}

/** Values that nobody knows, each once, with how many rows hold it. */
export class Warnings {
  readonly #found = new Map<string, Warned>();

  add(line: number, { kind, value }: Oddity, count = 1): void {
    const kept = shortened(value) ?? '';
    const key = `${kind}\0${kept}`;
    const known = this.#found.get(key);
    if (known) {
      known.count += count;
      known.firstRow = Math.min(known.firstRow, line);
    } else this.#found.set(key, { kind, value: kept, count, firstRow: line });
  }

  get all(): Warned[] {
    return [...this.#found.values()];
  }
}

export function allWarnings(...lists: (readonly Warned[])[]): Warned[] {
  const warnings = new Warnings();
  for (const each of lists.flat()) warnings.add(each.firstRow, each, each.count);
  return warnings.all;
}

/** How many facts are written by one transaction, unless a dataset says otherwise. */
export const BATCH_FACTS = 500;
/** How many rows a batch may have, most of which say nothing that is to be written. */
export const BATCH_ROWS = 5_000;

/** So many rows of the file, always the same ones whatever was imported before, read. */
export class Batch {
  readonly facts: ReadFact[] = [];
  readonly rejected: Rejected[] = [];
  readonly skipped = new Map<string, number>();
  readonly warnings = new Warnings();
  #rows = 0;

  constructor(
    readonly number: number,
    private readonly mostFacts = BATCH_FACTS,
  ) {}

  get isFull(): boolean {
    return this.facts.length >= this.mostFacts || this.#rows >= BATCH_ROWS;
  }

  get isEmpty(): boolean {
    return this.#rows === 0;
  }

  take({ row, broken }: FileRow, dialect: Dialect<unknown>): void {
    this.#rows += 1;
    if (broken) {
      this.reject({ ...broken, field: null });
      return;
    }
    const reading = dialect.read(row);
    if (reading.is === 'SKIPPED') this.skipped.set(reading.code, (this.skipped.get(reading.code) ?? 0) + 1);
    else if (reading.is === 'REJECTED') this.reject({ line: row.line, ...reading });
    else {
      const { externalId, fact, oddities } = reading;
      for (const oddity of oddities ?? []) this.warnings.add(row.line, oddity);
      this.facts.push({ externalId, line: row.line, fact, hash: hashOf(row.cells) });
    }
  }

  reject({ line, field, value, reason, message }: Rejected): void {
    this.rejected.push({
      line,
      field,
      value: shortened(value),
      reason,
      message: cut(message, LONGEST_MESSAGE),
    });
  }
}

/** By content, however it was quoted. */
function hashOf(cells: readonly string[]): Buffer {
  return createHash('sha256').update(cells.join('\u001f')).digest().subarray(0, 16);
}

/** Text that PostgreSQL can hold. */
function shortened(value: string | null): string | null {
  return value === null ? null : cut(value.replaceAll('\0', '\uFFFD'), LONGEST_VALUE);
}

/** Between characters, not within one. */
function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
