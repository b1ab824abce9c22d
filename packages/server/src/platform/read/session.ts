import { Client, type Pool, type PoolClient } from 'pg';

/** Where statements of one reader run. */
export interface Session {
  query(text: string, values: readonly unknown[]): Promise<{ [column: string]: unknown }[]>;
  close(): Promise<void>;
}

export type StatementListener = (text: string, values: readonly unknown[]) => void;

/**
 * Runs a statement on a connection of its own. When the reader goes away or runs out of time the statement is cancelled on the
 * server too: otherwise an abandoned query goes on holding one of few connections.
 */
async function runCancellable(
  pool: Pool,
  client: PoolClient,
  text: string,
  values: readonly unknown[],
  signal?: AbortSignal,
) {
  signal?.throwIfAborted();
  const cancel = () => {
    const { processID } = client as unknown as { processID: number };
    const aside = new Client(pool.options);
    aside
      .connect()
      .then(() => aside.query('SELECT pg_cancel_backend($1)', [processID]))
      .catch(() => undefined)
      .finally(() => aside.end().catch(() => undefined));
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return (await client.query(text, values as unknown[])).rows;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}

/** The present: every statement takes whichever connection is free. */
export class PresentSession implements Session {
  constructor(
    private readonly pool: Pool,
    private readonly signal?: AbortSignal,
    private readonly heard?: StatementListener,
  ) {}

  async query(text: string, values: readonly unknown[]) {
    this.heard?.(text, values);
    const client = await this.pool.connect();
    try {
      return await runCancellable(this.pool, client, text, values, this.signal);
    } finally {
      client.release();
    }
  }

  async close(): Promise<void> {}
}

/**
 * A recorded time in the past: one read-only transaction in which every table name means the view of the same name in schema
 * `past`. The statements are those of the present, to the letter.
 */
export class PastSession implements Session {
  #client: Promise<PoolClient> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly recordedAt: Date,
    private readonly signal?: AbortSignal,
    private readonly heard?: StatementListener,
  ) {}

  async query(text: string, values: readonly unknown[]) {
    this.heard?.(text, values);
    this.#client ??= this.#open();
    const client = await this.#client;
    // One connection runs one statement at a time.
    const next = this.#last
      .catch(() => undefined)
      .then(() => runCancellable(this.pool, client, text, values, this.signal));
    this.#last = next;
    return next;
  }

  async #open(): Promise<PoolClient> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN READ ONLY');
      await client.query(
        `SELECT set_config('search_path', 'past, public', true), set_config('entente.as_of', $1, true)`,
        [this.recordedAt.toISOString()],
      );
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    this.#client = null;
    if (!client) return;
    await this.#last.catch(() => undefined);
    await client.query('ROLLBACK').then(
      () => client.release(),
      () => client.release(true),
    );
  }
}
