import type { OwnConnection } from './own-connection.query';

/** Rows of a partition; the migration made the first two. */
export const PARTITION = 1_000_000;

/** Makes partitions of the log before they are needed. */
export class LogPartitions {
  #end = 0;

  constructor(private readonly db: OwnConnection) {}

  /** Afterwards there is room for this number, and for a partition more. */
  async reach(seq: number): Promise<void> {
    if (seq + PARTITION <= this.#end) return;
    this.#end = await this.#present();
    while (seq + PARTITION > this.#end) await this.#make();
  }

  /** What was made in a transaction that failed is not there. */
  forget(): void {
    this.#end = 0;
  }

  async #present(): Promise<number> {
    const { rows } = await this.db.query({
      text: `SELECT coalesce(max(substring(c.relname FROM '\\d+$')::bigint + 1), 0) AS count
               FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'event_log'::regclass`,
    });
    return Number(rows[0].count) * PARTITION;
  }

  /** Made apart and attached: that blocks no reader of the log. */
  async #make(): Promise<void> {
    const from = this.#end + 1;
    const to = this.#end + PARTITION + 1;
    const name = `event_log_${this.#end / PARTITION}`;
    await this.db.query({
      text: `CREATE TABLE ${name} (LIKE event_log INCLUDING DEFAULTS INCLUDING CONSTRAINTS, CHECK (seq >= ${from} AND seq < ${to}));
             ALTER TABLE event_log ATTACH PARTITION ${name} FOR VALUES FROM (${from}) TO (${to})`,
    });
    this.#end = to - 1;
  }
}
