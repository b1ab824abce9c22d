import type { LeaderJob } from './leader.job';
import { PARTITION } from './log-partitions.job';

/** TypeORM's, or whatever else runs a statement and answers with rows. */
interface Statements {
  // biome-ignore lint/suspicious/noExplicitAny: rows are what each statement says.
  query(text: string, values?: unknown[]): Promise<any>;
}

export interface Retention {
  days: number;
  rows?: number;
}

/** Most events that are kept, however young. */
const MOST_ROWS = 50_000_000;

const HOUR_MS = 3_600_000;
const KEY_LIFE_HOURS = 24;
/** Rows that one statement deletes, so that none takes long. */
const AT_ONCE = 10_000;

/** Takes from the log what is older, or more, than it keeps; and keys of idempotency that count no more. */
export class LogRetention implements LeaderJob {
  readonly name = 'retention of the log';
  readonly everyMs = HOUR_MS;

  constructor(
    private readonly db: Statements,
    private readonly keeps: Retention,
  ) {}

  async run(isOver: AbortSignal): Promise<void> {
    const first = await this.#firstKept();
    await this.#dropBefore(first, isOver);
    await this.#deleteBefore(first, isOver);
    await this.db.query(`DELETE FROM idempotency WHERE at < now() - $1 * interval '1 hour'`, [
      KEY_LIFE_HOURS,
    ]);
  }

  /** The number from which on events are kept. */
  async #firstKept(): Promise<number> {
    const [row] = await this.db.query(
      `SELECT greatest(
                coalesce((SELECT seq FROM event_log WHERE published_at >= now() - $1 * interval '1 day' ORDER BY seq LIMIT 1), h.seq + 1),
                h.seq - $2 + 1) AS first
         FROM event_head h`,
      [this.keeps.days, this.keeps.rows ?? MOST_ROWS],
    );
    return Number(row.first);
  }

  /** Whole partitions go without a trace. Whoever reads the log does not wait for it: if it is read just now, the next time will do. */
  async #dropBefore(first: number, isOver: AbortSignal): Promise<void> {
    const partitions: { name: string; nth: string }[] = await this.db.query(
      `SELECT c.relname AS name, substring(c.relname FROM '\\d+$') AS nth
         FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'event_log'::regclass`,
    );
    for (const { name, nth } of partitions)
      if ((Number(nth) + 1) * PARTITION < first && !isOver.aborted)
        await this.db.query(`SET lock_timeout = '2s'; DROP TABLE ${name}; RESET lock_timeout`);
  }

  /** The rest goes row by row. */
  async #deleteBefore(first: number, isOver: AbortSignal): Promise<void> {
    for (let gone = AT_ONCE; gone === AT_ONCE && !isOver.aborted; ) {
      const rows = await this.db.query(
        `WITH old AS (DELETE FROM event_log WHERE seq IN (SELECT seq FROM event_log WHERE seq < $1 ORDER BY seq LIMIT ${AT_ONCE}) RETURNING 1)
         SELECT count(*) AS gone FROM old`,
        [first],
      );
      gone = Number(rows[0].gone);
    }
  }
}
