import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Header, headerLine, type NextNumbers, nextLine, sectionLine, trailerLine } from './dump-format';
import { roomIn } from './stream-room';
import { copyOut, type DumpedTable, nextNumber } from './tables';

const NEWLINE = 0x0a;

export interface Written {
  rows: number;
  bytes: number;
}

/** Called often: what was read or written up to now, and of which table. */
export type OnProgress = (at: Written & { table: string }) => void;

/** Writes all tables as one state of the database has them: `db` is in a transaction that sees one. Does not end `out`. */
export async function writeDump(
  db: Client,
  out: Writable,
  { header, tables }: { header: Header; tables: readonly DumpedTable[] },
  onProgress: OnProgress,
): Promise<Written> {
  const hash = createHash('sha256');
  const done: Written = { rows: 0, bytes: 0 };
  const write = async (piece: Buffer | string): Promise<void> => {
    if (out.errored) throw out.errored;
    done.bytes += Buffer.byteLength(piece);
    if (!out.write(piece)) await roomIn(out);
  };
  const add = (piece: Buffer | string): Promise<void> => {
    hash.update(piece);
    return write(piece);
  };

  await write(headerLine(header));
  const rows: { [table: string]: number } = {};
  for (const table of tables) {
    await add(sectionLine({ table: table.name, columns: table.columns }));
    let count = 0;
    const copy = db.query(copyTo(copyOut(table), { highWaterMark: 1 << 18 }));
    for await (const piece of copy as AsyncIterable<Buffer>) {
      const more = linesIn(piece);
      count += more;
      done.rows += more;
      await add(piece);
      onProgress({ ...done, table: table.name });
    }
    rows[table.name] = count;
  }
  const next: NextNumbers = {};
  for (const { name, identities } of tables)
    for (const column of identities) next[`${name}.${column}`] = await nextNumber(db, name, column);
  await add(nextLine(next));
  await write(trailerLine({ rows, sha256: hash.digest('hex') }));
  return done;
}

function linesIn(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
