import type { Client, QueryConfig } from 'pg';
import { describeFailure, type Logger } from '../../platform/log';
import { EventLog } from './event-log.query';
import type { LaneRing } from './lane-ring.rule';
import type { LogEntry } from './log-entry.rule';

/** How often the log is asked; a notification only makes it sooner, since one can get lost. */
const POLL_MS = 250;
const MOST_AT_ONCE = 1_000;
/** A connection that is silent for so long is gone. */
const LONGEST_QUERY_MS = 5_000;
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 1_000;

/** Whoever hands on what the log says. Called without a pause between: nothing else runs meanwhile. */
export interface TailListener {
  /** These were added to the ring just now. */
  appended(entries: readonly LogEntry[]): void;
  /** The ring was emptied after these numbers and goes on elsewhere; the log itself has no gap. */
  jumped(heads: readonly number[]): void;
  /** The database was restored: what was numbered before means nothing any more. */
  renewed(): void;
}

export interface TailOptions {
  /** A connection of its own, as the owner of the log; not opened yet, so that none of its errors goes unheard. */
  connection(): Client;
  log: Logger;
  pollMs?: number;
}

/** Follows the log for the whole process. It outlives PostgreSQL: when that goes away, it comes back and goes on where it was. */
export class EventTail {
  #epoch: string | null = null;
  #seq = 0;
  #readAt = 0;
  #client: Client | null = null;
  #isStopped = false;
  #running: Promise<void> | null = null;
  #wake: () => void = () => undefined;
  #begun: () => void = () => undefined;
  readonly #hasBegun = new Promise<void>((resolve) => {
    this.#begun = resolve;
  });
  readonly #listeners = new Set<TailListener>();

  constructor(
    readonly ring: LaneRing,
    private readonly options: TailOptions,
  ) {}

  /** Of the numbers in the ring; null before the log was first read. */
  get epoch(): string | null {
    return this.#epoch;
  }

  /** How long ago the log was last read: what came since then is not known yet. */
  get ageMs(): number {
    return performance.now() - this.#readAt;
  }

  listen(listener: TailListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Resolves when the log has been read once; where PostgreSQL is not there yet, that takes until it is. */
  start(): Promise<void> {
    this.#running ??= this.#run();
    return this.#hasBegun;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!this.#isStopped) {
      try {
        this.#client = this.options.connection();
        await this.#follow(this.#client, () => {
          retryMs = FIRST_RETRY_MS;
        });
      } catch (error) {
        if (this.#isStopped) break;
        this.options.log.warn(
          { error: describeFailure(error) },
          'the event log cannot be read; trying again',
        );
        await this.#pause(retryMs);
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
      } finally {
        await this.#client?.end().catch(() => undefined);
        this.#client = null;
      }
    }
  }

  async #follow(client: Client, succeeded: () => void): Promise<void> {
    let broken: Error | null = null;
    let hasNews = false;
    const wakeUp = () => this.#wake();
    client.on('error', (error) => {
      broken = error;
      wakeUp();
    });
    client.on('end', () => {
      broken ??= new Error('the connection was closed');
      wakeUp();
    });
    client.on('notification', () => {
      hasNews = true;
      wakeUp();
    });
    await client.connect();
    await client.query('LISTEN event_head');
    const log = new EventLog({
      query: (text, values) => client.query({ text, values, query_timeout: LONGEST_QUERY_MS } as QueryConfig),
    });
    while (!this.#isStopped) {
      if (broken) throw broken;
      hasNews = false;
      const isMore = await this.#read(log);
      succeeded();
      if (!isMore && !hasNews && !broken) await this.#pause(this.options.pollMs ?? POLL_MS);
    }
  }

  /** Whether there is more than was read. */
  async #read(log: EventLog): Promise<boolean> {
    const isFirst = this.#epoch === null;
    const { epoch, head, entries } = isFirst
      ? { epoch: null, head: 0, entries: [] }
      : await log.next(this.#seq, MOST_AT_ONCE);
    if (epoch === null || epoch !== this.#epoch || head < this.#seq) {
      const state = await log.state();
      this.#epoch = state.epoch;
      this.#restart(state.heads);
      this.#readAt = performance.now();
      this.#begun();
      if (!isFirst) for (const listener of this.#listeners) listener.renewed();
      return true;
    }
    const [first] = entries;
    if (head > this.#seq && first?.seq !== this.#seq + 1) {
      // Retention went past us. Whoever is behind reads the log itself, and is told if that no longer has its place.
      const { heads } = await log.state();
      const former = this.ring.heads;
      this.#restart(heads);
      for (const listener of this.#listeners) listener.jumped(former);
      return true;
    }
    for (const entry of entries) this.ring.push(entry);
    this.#seq = entries.at(-1)?.seq ?? this.#seq;
    this.#readAt = performance.now();
    if (entries.length > 0) for (const listener of this.#listeners) listener.appended(entries);
    return this.#seq < head;
  }

  #restart(heads: readonly number[]): void {
    this.#seq = heads.at(-1) ?? 0;
    this.ring.reset(heads);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#isStopped) this.#wake();
    });
  }
}
