import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import sql, { type Sql } from 'sql-template-tag';
import { OperatorError } from '../../platform/operator-error';
import { newId } from '../../platform/type-id';
import type { Batch, ReadFact, Rejected, Warned } from './batch.rule';
import type { ImportedFact } from './dataset.rule';
import type { ImportStatus } from './import-run.entity';

/** Everything imported is open to all. */
const CLEAR = 0;

const WRITING = `hashtextextended('entente import writes ' || $1, 0)`;

/** A connection of its own, whose end lets go of the lock. */
export interface BooksConnection {
  connect(): Promise<unknown>;
  on(event: 'error', heard: () => void): unknown;
  end(): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: rows are what each statement says.
  query(text: string, values?: unknown[]): Promise<{ rows: any[] }>;
}

/** What one transaction of a run did. */
export interface Piece {
  number: number;
  /** Empty: the whole batch. */
  piece: string;
  accepted: number;
  unchanged: number;
  skipped: ReadonlyMap<string, number>;
  rejected: readonly Rejected[];
  warnings: readonly Warned[];
  /** What is known from now on: rows by their names, with the record that each wrote. */
  rows: readonly { externalId: string; hash: Buffer; recordId: string | null }[];
}

/** What is to be written, and what was found out about the rest of a batch. */
export interface Sorted {
  facts: (ImportedFact<unknown> & { hash: Buffer })[];
  unchanged: number;
}

/** Which rows of a dataset were imported, and how runs went. */
export class ImportBooks {
  constructor(
    private readonly db: BooksConnection,
    private readonly dataset: string,
  ) {}

  /** Held by the connection for as long as the run lasts, so that it ends with the process, however that ends. */
  async lock(): Promise<void> {
    // PostgreSQL needs a moment to find out that a process was killed.
    for (let asked = 0; asked < 5; asked++) {
      if (asked > 0) await wait(200);
      const { rows } = await this.db.query(
        `SELECT pg_try_advisory_lock(hashtextextended('entente import ' || $1, 0)) AS has`,
        [this.dataset],
      );
      if (rows[0]?.has) return this.#awaitLeftovers();
    }
    throw new OperatorError(
      `Another import of ${this.dataset} is running: wait until it ends, then give this command again.`,
    );
  }

  /**
   * The last transactions of a process that was killed may still be on their way to their end: what they write is to be known before
   * anything is sorted, or it would be written, and counted, a second time.
   */
  async #awaitLeftovers(): Promise<void> {
    await this.db.query(`SELECT pg_advisory_lock(${WRITING}), pg_advisory_unlock(${WRITING})`, [
      this.dataset,
    ]);
  }

  /** The first statement of each transaction that writes rows of the dataset. */
  get presence(): Sql {
    return sql`SELECT pg_advisory_xact_lock_shared(hashtextextended('entente import writes ' || ${this.dataset}, 0))`;
  }

  async begin(run: {
    file: string;
    hash: string;
    version: string | null;
    isDryRun: boolean;
  }): Promise<string> {
    // Whoever held the lock before has ended, whatever it says.
    await this.db.query(
      `UPDATE import_run SET status = 'INTERRUPTED', finished_at = now() WHERE dataset = $1 AND status = 'RUNNING'`,
      [this.dataset],
    );
    await this.db.query(
      'CREATE TEMP TABLE import_seen (key bytea PRIMARY KEY, hash bytea NOT NULL, line integer NOT NULL, times integer NOT NULL)',
    );
    const id = newId();
    await this.db.query(
      `INSERT INTO import_run (id, marking, dataset, dataset_version, file, hash, status, is_dry_run, started_at)
       VALUES ($1, ${CLEAR}, $2, $3, $4, $5, 'RUNNING', $6, now())`,
      [id, this.dataset, run.version, run.file, run.hash, run.isDryRun],
    );
    return id;
  }

  async end(runId: string, status: ImportStatus, hash: string | null): Promise<void> {
    await this.db.query(
      'UPDATE import_run SET status = $2, finished_at = now(), hash = coalesce($3, hash) WHERE id = $1',
      [runId, status, hash],
    );
  }

  /** Finds out which facts of a batch are new or changed. A row that is told twice in one file, in two ways, is refused the second time. */
  async sort(batch: Batch, isNamedByContent: boolean): Promise<Sorted> {
    const sorted: Sorted = { facts: [], unchanged: 0 };
    const first: ReadFact[] = [];
    const seen = await this.#seen(batch.facts);
    for (const read of batch.facts) {
      const before = seen(read);
      if (before === null) first.push(read);
      else if (isNamedByContent)
        first.push({ ...read, externalId: `${read.externalId} #${before.times + 1}` });
      else if (before.hash.equals(read.hash)) sorted.unchanged += 1;
      else
        batch.reject({
          line: read.line,
          field: null,
          value: read.externalId,
          reason: 'CONTRADICTION',
          message: `Line ${before.line} tells something else of the same row, and was taken`,
        });
    }
    const known = await this.#known(first);
    for (const { externalId, line, fact, hash } of first) {
      const former = known.get(externalId);
      if (former?.equals(hash)) sorted.unchanged += 1;
      else sorted.facts.push({ externalId, line, fact, hash, isChanged: former !== undefined });
    }
    return sorted;
  }

  /** Tells of each fact, asked in the order of the file, what the file said of its name before; null if nothing. */
  async #seen(facts: readonly ReadFact[]) {
    const groups = new Map<string, { key: Buffer; first: ReadFact; times: number }>();
    for (const read of facts) {
      const group = groups.get(read.externalId);
      if (group) group.times += 1;
      else
        groups.set(read.externalId, {
          key: createHash('sha256').update(read.externalId).digest().subarray(0, 16),
          first: read,
          times: 1,
        });
    }
    const asked = [...groups.values()];
    const { rows } = await this.db.query(
      `INSERT INTO import_seen AS s SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::integer[], $4::integer[])
       ON CONFLICT (key) DO UPDATE SET times = s.times + excluded.times RETURNING key, hash, line, times`,
      [
        asked.map(({ key }) => key),
        asked.map(({ first }) => first.hash),
        asked.map(({ first }) => first.line),
        asked.map(({ times }) => times),
      ],
    );
    const state = new Map<string, { hash: Buffer; line: number; times: number }>(
      rows.map((row) => [row.key.toString('hex'), row]),
    );
    const told = new Map<string, { hash: Buffer; line: number; times: number }>();
    for (const [externalId, { key, times }] of groups) {
      const row = state.get(key.toString('hex'));
      if (row) told.set(externalId, { ...row, times: row.times - times });
    }
    return ({ externalId }: ReadFact) => {
      const row = told.get(externalId);
      if (!row) throw new Error(`${externalId} was not noted`);
      const before = { ...row };
      row.times += 1;
      return before.times === 0 ? null : before;
    };
  }

  async #known(facts: readonly ReadFact[]): Promise<Map<string, Buffer>> {
    const { rows } = await this.db.query(
      'SELECT external_id, content_hash FROM import_row WHERE dataset = $1 AND external_id = ANY($2)',
      [this.dataset, facts.map(({ externalId }) => externalId)],
    );
    return new Map(rows.map((row) => [row.external_id, row.content_hash]));
  }

  /** One statement, for the transaction that writes what the piece tells of. */
  entry(runId: string, piece: Piece): Sql {
    const { number, accepted, unchanged, skipped, rejected, warnings, rows } = piece;
    const total = [...skipped.values()].reduce((sum, count) => sum + count, 0);
    return sql`
      WITH skip AS (
             INSERT INTO import_skip (run_id, number, code, count)
             SELECT ${runId}::uuid, ${number}::integer, * FROM unnest(${[...skipped.keys()]}::text[], ${[...skipped.values()]}::integer[])),
           warning AS (
             INSERT INTO import_warning (run_id, number, piece, kind, value, count, first_row)
             SELECT ${runId}::uuid, ${number}::integer, ${piece.piece}, * FROM unnest(
               ${warnings.map((each) => each.kind)}::text[], ${warnings.map((each) => each.value)}::text[],
               ${warnings.map((each) => each.count)}::integer[], ${warnings.map((each) => each.firstRow)}::integer[])),
           rejection AS (
             INSERT INTO import_rejection (id, run_id, marking, line, field, value, reason, message)
             SELECT id, ${runId}::uuid, ${CLEAR}, line, field, value, reason, message FROM jsonb_to_recordset(
               ${JSON.stringify(rejected.map((each) => ({ id: newId(), ...each })))}::jsonb)
               AS n(id uuid, line integer, field text, value text, reason text, message text)),
           known AS (
             INSERT INTO import_row (dataset, external_id, content_hash, record_id)
             SELECT ${this.dataset}, * FROM unnest(
               ${rows.map((each) => each.externalId)}::text[], ${rows.map((each) => each.hash)}::bytea[], ${rows.map((each) => each.recordId)}::uuid[])
             ON CONFLICT (dataset, external_id) DO UPDATE SET content_hash = excluded.content_hash, record_id = excluded.record_id)
      INSERT INTO import_batch (run_id, number, piece, accepted, unchanged, skipped, rejected)
      VALUES (${runId}, ${number}, ${piece.piece}, ${accepted}, ${unchanged}, ${total}, ${rejected.length})`;
  }

  /** Whether a transaction of which nobody heard whether it was committed, was. */
  async has(runId: string, { number, piece }: Piece): Promise<boolean> {
    const { rows } = await this.db.query(
      'SELECT FROM import_batch WHERE run_id = $1 AND number = $2 AND piece = $3',
      [runId, number, piece],
    );
    return rows.length > 0;
  }
}
