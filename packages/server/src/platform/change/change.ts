import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { DomainError } from '../errors';
import type { Catalog } from '../read/catalog';
import type { Command } from './command';
import { type Projection, runProjections } from './projection';
import { Transaction } from './transaction';

const KEY_LIFE_HOURS = 24;
const ATTEMPTS = 3;

export interface Surroundings {
  /** What a change is dated with; absent: the clock of the database. */
  clock?: (() => Date) | undefined;
  /** Called after each commit. */
  committed?: (() => void) | undefined;
}

/**
 * The only way to write. One command is one transaction: its rows, their former states, the version of each record touched, what the
 * projections derive, last the outbox; or nothing at all.
 */
export class Change {
  constructor(
    private readonly database: DataSource,
    private readonly catalog: Catalog,
    private readonly projections: readonly Projection[],
    private readonly surroundings: Surroundings = {},
  ) {}

  /** `fn` answers with what the caller needs to read the result anew: ids, never content, since a repeat gets the same answer. */
  async run<A>(command: Command, fn: (tx: Transaction) => Promise<A>): Promise<A> {
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await this.#once(command, fn);
        this.surroundings.committed?.();
        return answer;
      } catch (error) {
        if (attempt < ATTEMPTS && isPassing(error)) continue;
        throw error;
      }
    }
  }

  async #once<A>(command: Command, fn: (tx: Transaction) => Promise<A>): Promise<A> {
    return this.database.transaction(async (manager) => {
      const digest = digestOf(command.field, command.args);
      if (command.idempotencyKey != null) {
        const earlier = await this.#claimKey(manager, command, digest);
        if (earlier !== null) return earlier.answer as A;
      }
      const tx = new Transaction(manager, this.catalog, command, this.surroundings.clock);
      const answer = await fn(tx);
      await runProjections(this.projections, tx);
      if (command.idempotencyKey != null)
        await manager.query('UPDATE idempotency SET answer = $3 WHERE account = $1 AND key = $2', [
          command.by,
          command.idempotencyKey,
          JSON.stringify(answer),
        ]);
      return answer;
    });
  }

  /** Two requests with one key meet at the primary key: the second waits for the first, then finds its answer. */
  async #claimKey(
    manager: DataSource['manager'],
    command: Command,
    digest: string,
  ): Promise<{ answer: unknown } | null> {
    const key = String(command.idempotencyKey);
    if (key.length === 0 || key.length > 200)
      throw new DomainError('BAD_USER_INPUT', 'idempotencyKey has 1 to 200 characters', {
        field: 'idempotencyKey',
      });
    await manager.query(
      `DELETE FROM idempotency WHERE account = $1 AND key = $2 AND at < now() - $3 * interval '1 hour'`,
      [command.by, key, KEY_LIFE_HOURS],
    );
    const inserted: unknown[] = await manager.query(
      `INSERT INTO idempotency (account, key, field, digest, at) VALUES ($1, $2, $3, $4, now()) ON CONFLICT DO NOTHING RETURNING key`,
      [command.by, key, command.field, digest],
    );
    if (inserted.length > 0) return null;
    const [found]: { digest: string; answer: unknown }[] = await manager.query(
      'SELECT digest, answer FROM idempotency WHERE account = $1 AND key = $2',
      [command.by, key],
    );
    if (found?.digest !== digest)
      throw new DomainError(
        'CONFLICT',
        'idempotencyKey was used within 24 hours for another field or other arguments; take a new key for another command',
        { field: 'idempotencyKey' },
      );
    return { answer: found.answer };
  }
}

/** Keys of objects are sorted, so that two writings of one input are one input. */
function digestOf(field: string, args: unknown): string {
  const canonical = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(canonical);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, each]) => each !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, each]) => [name, canonical(each)]),
    );
  };
  return createHash('sha256')
    .update(JSON.stringify([field, canonical(args)]))
    .digest('hex');
}

/** A deadlock, or a row that was changed meanwhile: the command may succeed if tried anew. */
function isPassing(error: unknown): boolean {
  const code =
    (error as { code?: string; driverError?: { code?: string } })?.driverError?.code ??
    (error as { code?: string })?.code;
  return code === '40001' || code === '40P01';
}
