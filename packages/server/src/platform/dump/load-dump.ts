import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import { OperatorError } from '../operator-error';
import { quoteName } from '../postgres/roles';
import type { Section } from './dump-format';
import { laterConstraints } from './later-constraints';
import { roomIn } from './stream-room';
import { readDump, type Verified } from './verify-dump';
import type { OnProgress } from './write-dump';

/** Text that is sent at a time. */
const PIECE = 1 << 16;

export interface Restore {
  verified: Verified;
  format: string;
  /** The same bytes once more. */
  source: AsyncIterable<Buffer>;
  /** Tables that are emptied with the others; whoever restores fills them afterwards. */
  derived: readonly string[];
  /** Values of columns that no dump holds, as `table: { column: text }`. */
  given: { [table: string]: { [column: string]: string } };
  onProgress: OnProgress;
  /** Told of each step after the rows. */
  onStep(step: string): void;
}

/** Puts what a dump holds in the place of what these tables hold; `db` is in a transaction, which is its caller's to end. */
export async function loadDump(db: Client, restore: Restore): Promise<void> {
  const { verified, derived, onStep } = restore;
  const tables = verified.sections.map(({ table }) => table);
  const later = await laterConstraints(db, tables);
  await later.drop();
  const names = [...tables, ...derived].map((table) => `public.${quoteName(table)}`).join(', ');
  await db.query(`TRUNCATE ${names} RESTART IDENTITY`);

  const rows = new RowsIn(db, restore.given);
  const again = await readDump(restore.source, restore.format, restore.onProgress, rows);
  await rows.finish();
  if (again.sha256 !== verified.sha256)
    throw new OperatorError('The file was changed while it was read. Nothing was restored.');
  for (const [column, next] of Object.entries(verified.next)) {
    const [table = '', name = ''] = column.split('.');
    await db.query(
      `ALTER TABLE public.${quoteName(table)} ALTER ${quoteName(name)} RESTART WITH ${BigInt(next)}`,
    );
  }
  await later.make(onStep);
  onStep('counting for the planner');
  for (const table of tables) await db.query(`ANALYZE public.${quoteName(table)}`);
}

/** Sends the rows of one section after the other. */
class RowsIn {
  #copy: CopyStreamQuery | null = null;
  #section: Section | null = null;
  #text = '';
  #suffix = '';

  constructor(
    private readonly db: Client,
    private readonly given: Restore['given'],
  ) {}

  async section(section: Section): Promise<void> {
    await this.finish();
    const given = this.given[section.table] ?? {};
    const columns = [...section.columns, ...Object.keys(given)].map(quoteName).join(', ');
    this.#suffix = `${Object.values(given)
      .map((value) => `\t${escaped(value)}`)
      .join('')}\n`;
    this.#section = section;
    this.#copy = this.db.query(
      copyFrom(`COPY public.${quoteName(section.table)} (${columns}) FROM STDIN`, { highWaterMark: 1 << 20 }),
    );
    // Heard when it is waited for.
    this.#copy.on('error', () => undefined);
  }

  row(line: Buffer): void {
    const values = JSON.parse(line.toString('utf8')) as (string | null)[];
    if (values.length !== this.#section?.columns.length)
      throw new OperatorError(`A row of ${this.#section?.table} has ${values.length} values: ${line}`);
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at];
      if (at > 0) this.#text += '\t';
      this.#text += value == null ? '\\N' : escaped(value);
    }
    this.#text += this.#suffix;
    if (this.#text.length > PIECE) this.#send();
  }

  async pause(): Promise<void> {
    const copy = this.#copy;
    if (copy?.errored) throw copy.errored;
    if (copy?.writableNeedDrain) await roomIn(copy);
  }

  async finish(): Promise<void> {
    const copy = this.#copy;
    if (copy === null) return;
    this.#send();
    copy.end();
    await finished(copy);
    this.#copy = null;
  }

  #send(): void {
    this.#copy?.write(this.#text);
    this.#text = '';
  }
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: { [character: string]: string } = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** As COPY takes a text. */
function escaped(value: string): string {
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : value;
}
