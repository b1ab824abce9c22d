import type { DataSource } from 'typeorm';

/** So many appended rows a statement: it is over in some 50 ms, and readers never wait for it. */
const CHUNK = 10_000;
/** After so many rows their places are given free, which autovacuum would do a minute later: by then reads would pass over a million. */
const VACUUM_AFTER = 50_000;

/** Adds what writes appended to the counters. A statement that reads sees each row in one of the two, and its sums stay what they are. */
export class CounterFold {
  readonly name = 'counters';
  readonly everyMs = 200;
  #folded = 0;

  constructor(private readonly writer: DataSource) {}

  async run(isOver: AbortSignal): Promise<void> {
    let count = CHUNK;
    while (count === CHUNK && !isOver.aborted) {
      const [row]: { count: number }[] = await this.writer.query('SELECT fold_counters($1) AS count', [
        CHUNK,
      ]);
      count = row?.count ?? 0;
      this.#folded += count;
    }
    if (this.#folded < VACUUM_AFTER || isOver.aborted) return;
    this.#folded = 0;
    await this.writer.query('VACUUM counter_delta, counter, counter_total');
  }
}
