import { Client, type Pool, type PoolClient } from 'pg';

/** Where statements of one reader run. */
export interface Session {
  query(text: string, values: readonly unknown[]): Promise<{ [column: string]: unknown }[]>;
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
}

/**
 * A recorded time in the past: every statement runs in a transaction of its own in which each table name means the view of the same name
 * in schema `past`. The statements are those of the present, to the letter. No connection is held between them: a request that reads
 * the present beside the past would wait for a second one, and as many as there are connections would wait for each other.
 */
export class PastSession implements Session {
  readonly #begin: string;

  constructor(
    private readonly pool: Pool,
    recordedAt: Date,
    private readonly signal?: AbortSignal,
    private readonly heard?: StatementListener,
  ) {
    this.#begin = `BEGIN READ ONLY; SET LOCAL search_path = past, public; SET LOCAL entente.as_of = '${recordedAt.toISOString()}'`;
  }

  async query(text: string, values: readonly unknown[]) {
    this.heard?.(text, values);
    const client = await this.pool.connect();
    try {
      await client.query(this.#begin);
      return await runCancellable(this.pool, client, text, values, this.signal);
    } finally {
      await client.query('ROLLBACK').then(
        () => client.release(),
        () => client.release(true),
      );
    }
  }
}
