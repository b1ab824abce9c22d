import type { Change } from '../../platform/change/change';
import { Load } from '../../platform/change/load';
import { describeFailure, type Logger } from '../../platform/log';
import { OperatorError } from '../../platform/operator-error';
import type { Catalog } from '../../platform/read/catalog';
import { allWarnings, type Batch, type Rejected, Warnings } from './batch.rule';
import { type OpenedRows, openRows } from './batch-reader.job';
import type { Dataset, DatasetWriter } from './dataset.rule';
import type { DatasetFile } from './dataset-file.job';
import { Halt } from './halt.rule';
import { type BooksConnection, ImportBooks, type Piece, type Sorted } from './import-books.job';
import { ImportStatus } from './import-run.entity';
import { InFlight, KnownRecords } from './in-flight.rule';
import { SmallMemory } from './memory.job';
import { isOfRows, PassingFaults, refusalOf } from './write-fault.rule';

/** How many transactions are written side by side. */
export const SIDE_BY_SIDE = 4;
/** So many rows of one batch that cannot be written are no accident of single rows. */
const MOST_UNWRITABLE = 50;

const LOST =
  'The connection that kept other imports of the dataset away was lost: the same command goes on once the database answers.';

/** The name of the piece that waits for others. */
const LATER = 'later ';

type Fact = Sorted['facts'][number];

export interface ImportMeans {
  change: Change;
  catalog: Catalog;
  /** Beside the pools, not yet open: the run's lock. */
  connection(): BooksConnection;
  rows<R>(text: string, values?: readonly unknown[]): Promise<R[]>;
  log: Pick<Logger, 'warn'>;
}

export interface ImportOrder {
  dataset: Dataset<unknown>;
  file: DatasetFile;
  isDryRun?: boolean;
  /** How many rows to read; null: all. */
  limit?: number | null;
}

/** How far a run got; it counts up while the run goes on. */
export class ImportFigures {
  runId: string | null = null;
  accepted = 0;
  unchanged = 0;
  skipped = 0;
  rejected = 0;

  get read(): number {
    return this.accepted + this.unchanged + this.skipped + this.rejected;
  }

  add({ accepted, unchanged, skipped, rejected }: Piece): void {
    this.accepted += accepted;
    this.unchanged += unchanged;
    for (const count of skipped.values()) this.skipped += count;
    this.rejected += rejected.length;
  }
}

/** Imports one file. It can be broken off at any moment, by whatever: the next run of the same file goes on. */
export class Import {
  readonly figures = new ImportFigures();
  readonly #known = new KnownRecords();
  readonly #memory = new SmallMemory();
  readonly #inFlight = new InFlight(SIDE_BY_SIDE);
  readonly #writer: DatasetWriter<unknown>;
  #writing: Promise<unknown> = Promise.resolve();
  #books!: ImportBooks;
  #runId = '';

  constructor(
    private readonly means: ImportMeans,
    private readonly order: ImportOrder,
    private readonly passing = new PassingFaults(),
  ) {
    const { dataset, file } = order;
    this.#writer = dataset.writer({
      rows: (text, values) => means.rows(text, values),
      catalog: means.catalog,
      file: file.name,
    });
  }

  /** Until the end of the file, or until `stop` says so: then at the end of a batch. */
  async run(stop: AbortSignal): Promise<ImportStatus> {
    const { dataset } = this.order;
    const connection = this.means.connection();
    const halt = new Halt(stop);
    // Its end is the end of the lock: whoever comes next could write the same rows.
    connection.on('error', () => halt.lose());
    await connection.connect();
    this.#books = new ImportBooks(connection, dataset.name);
    try {
      await this.#books.lock();
      return await this.#underLock(halt);
    } finally {
      await connection.end().catch(() => undefined);
    }
  }

  async #underLock(halt: Halt): Promise<ImportStatus> {
    const { dataset, file, limit = null, isDryRun = false } = this.order;
    const rows = await halt.orComes(openRows(dataset, file, limit));
    if (rows === null) return ImportStatus.INTERRUPTED;
    this.#runId = await this.#books.begin({
      file: file.name,
      hash: file.hash() ?? '',
      version: rows.dialect.version,
      isDryRun,
    });
    this.figures.runId = this.#runId;
    try {
      const isWhole = await this.#all(rows, halt);
      const status = isWhole ? ImportStatus.COMPLETED : ImportStatus.INTERRUPTED;
      await this.#books.end(this.#runId, status, file.hash());
      return status;
    } catch (error) {
      await this.#inFlight.settle();
      await this.#books.end(this.#runId, ImportStatus.FAILED, null).catch(() => undefined);
      throw halt.isLost ? new OperatorError(LOST) : error;
    }
  }

  /** Whether the file was read to its end. */
  async #all({ dialect, batches }: OpenedRows, halt: Halt): Promise<boolean> {
    try {
      for (;;) {
        const next = await halt.orComes(batches.next());
        if (next === null || next.done) {
          await this.#inFlight.finish();
          return next !== null;
        }
        const sorted = await this.#books.sort(next.value, dialect.isNamedByContent ?? false);
        await this.#dispatch(next.value, sorted);
      }
    } finally {
      // Whoever waits for standard input that does not come is not waited for.
      void batches.return(undefined).catch(() => undefined);
    }
  }

  async #dispatch(batch: Batch, { facts, unchanged }: Sorted): Promise<void> {
    const rest: Piece = {
      number: batch.number,
      piece: '',
      accepted: 0,
      unchanged,
      skipped: batch.skipped,
      rejected: batch.rejected,
      warnings: batch.warnings.all,
      rows: [],
    };
    const { now, later, ids, fault } = await this.#split(facts);
    await this.#inFlight.admit(now?.load.recordIds ?? []);
    const others = this.#inFlight.settle();
    this.#inFlight.start(ids, async () => {
      try {
        if (!now) throw fault;
        await this.#commit(now, rest);
      } catch (error) {
        if (!isOfRows(error)) throw error;
        await this.#commit(NOTHING, rest);
        await this.#inPieces(now?.facts ?? facts, batch.number, '', error);
      }
      if (later.length === 0) return;
      await others;
      await this.#afterwards(later, batch.number);
    });
  }

  /**
   * Facts of records that somebody is writing just now are written after those, so that all the others need not wait: one visit is told
   * by rows of two batches.
   */
  async #split(facts: readonly Fact[]): Promise<Split> {
    try {
      const all = await this.#prepared(facts);
      const ids = all.load.recordIds;
      const busy = this.#inFlight.busyWith(ids);
      const isBusy = ({ externalId }: Fact) => busy.has(all.written.get(externalId) ?? '');
      const later = busy.size === 0 ? [] : facts.filter(isBusy);
      if (later.length === 0) return { now: all, later, ids };
      return { now: await this.#prepared(facts.filter((fact) => !isBusy(fact))), later, ids };
    } catch (fault) {
      return { now: null, later: [], ids: [], fault };
    }
  }

  async #prepared(facts: readonly Fact[]): Promise<Prepared> {
    const prepared = await this.#prepare(facts);
    await this.#writeNeeded(prepared.load);
    return prepared;
  }

  async #afterwards(facts: readonly Fact[], number: number): Promise<void> {
    try {
      await this.#commit(await this.#prepare(facts), { ...EMPTY, number, piece: LATER });
    } catch (error) {
      if (!isOfRows(error)) throw error;
      await this.#inPieces(facts, number, LATER, error);
    }
  }

  /**
   * What a batch needs to be there, such as states, outlets and articles, stands before the batch begins: neighbours need the same, and
   * would take turns for it.
   */
  async #writeNeeded(load: Load): Promise<void> {
    if (this.order.isDryRun) return;
    this.#known.spare(load);
    const needed = load.apart();
    if (needed === null) return;
    const ids = needed.recordIds;
    await this.#inFlight.without(ids);
    await this.passing.outlast(
      () =>
        this.means.change.run(this.#command, async (tx) => {
          await tx.execute(this.#books.presence);
          await needed.into(tx);
        }),
      () => Promise.resolve(false),
    );
    this.#known.remember(ids);
  }

  /** Writes halves of what could not be written as a whole, down to the single row, which is refused. */
  async #inPieces(facts: readonly Fact[], number: number, of: string, fault: unknown): Promise<void> {
    this.means.log.warn({ batch: number, ...describeFailure(fault) }, 'A batch is written in pieces');
    let unwritable = 0;
    const write = async (some: readonly Fact[], piece: string, error: unknown): Promise<void> => {
      if (some.length === 1) {
        unwritable += 1;
        if (unwritable > MOST_UNWRITABLE) throw error;
        const rejected = [this.#refused(some[0] as Fact, error)];
        await this.#commit(NOTHING, { ...EMPTY, number, piece: `${piece}-`, rejected });
        return;
      }
      const middle = Math.ceil(some.length / 2);
      for (const [at, half] of [some.slice(0, middle), some.slice(middle)].entries()) {
        const name = `${piece}${at}`;
        try {
          await this.#commit(await this.#prepare(half), { ...EMPTY, number, piece: name });
        } catch (again) {
          if (!isOfRows(again)) throw again;
          await write(half, name, again);
        }
      }
    };
    await write(facts, of, fault);
  }

  #refused({ line, externalId }: Fact, error: unknown): Rejected {
    this.means.log.warn({ line, ...describeFailure(error) }, 'A row could not be written');
    return { line, field: null, value: externalId, reason: 'CONTRADICTION', message: refusalOf(error) };
  }

  /** One after the other, since a writer remembers what it looked up. */
  #prepare(facts: readonly Fact[]): Promise<Prepared> {
    const preparing = this.#writing.then(async () => {
      const load = new Load();
      const odd = new Warnings();
      const written =
        facts.length === 0
          ? new Map<string, string | null>()
          : await this.#writer.write(facts, load, (line, oddity) => odd.add(line, oddity));
      return { facts, load, written, odd };
    });
    this.#writing = preparing.catch(() => undefined);
    return preparing;
  }

  /** One transaction: records, and what is noted of them. */
  async #commit({ facts, load, written, odd }: Prepared, rest: Piece): Promise<void> {
    const rows = facts.map(({ externalId, hash }) => {
      const recordId = written.get(externalId);
      if (recordId === undefined) throw new Error(`It was not said what became of ${externalId}`);
      return { externalId, hash, recordId };
    });
    const accepted = rows.filter(({ recordId }) => recordId !== null).length;
    const piece: Piece = {
      ...rest,
      accepted,
      unchanged: rest.unchanged + rows.length - accepted,
      warnings: allWarnings(rest.warnings, odd.all),
      rows: this.order.isDryRun ? [] : rows,
    };
    await this.passing.outlast(
      () => this.#write(load, piece),
      () => this.#books.has(this.#runId, piece),
    );
    this.#known.remember(load.recordIds);
    this.figures.add(piece);
    this.#memory.keep();
  }

  get #command() {
    const { dataset, file } = this.order;
    return { field: 'import', args: null, by: `import:${dataset.name}`, reason: file.name, isBulk: true };
  }

  async #write(load: Load, piece: Piece): Promise<void> {
    const entry = this.#books.entry(this.#runId, piece);
    if (this.order.isDryRun || load.recordIds.length === 0) {
      await this.means.rows(entry.text, entry.values);
      return;
    }
    await this.means.change.run(this.#command, async (tx) => {
      await tx.execute(this.#books.presence);
      await load.into(tx);
      await tx.execute(entry);
    });
  }
}

interface Split {
  /** Null: nothing could be made of the batch as a whole. */
  now: Prepared | null;
  later: readonly Fact[];
  /** All that the batch writes. */
  ids: readonly string[];
  fault?: unknown;
}

interface Prepared {
  facts: readonly Fact[];
  load: Load;
  written: ReadonlyMap<string, string | null>;
  odd: Warnings;
}

const NOTHING: Prepared = { facts: [], load: new Load(), written: new Map(), odd: new Warnings() };
const EMPTY: Omit<Piece, 'number' | 'piece'> = {
  accepted: 0,
  unchanged: 0,
  skipped: new Map(),
  rejected: [],
  warnings: [],
  rows: [],
};
