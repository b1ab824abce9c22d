import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { describeFailure, type Logger } from '../../platform/log';
import type { OwnConnection } from './own-connection.query';
import type { Sequencer } from './sequencer.job';

/** A connection of its own, as `pg` makes it. */
export interface LeaderConnection extends OwnConnection {
  connect(): Promise<unknown>;
  end(): Promise<void>;
  on(event: 'error' | 'end', heard: (error?: unknown) => void): unknown;
}

/** Something small that needs to be done in one place, now and then. */
export interface LeaderJob {
  name: string;
  everyMs: number;
  /** Ends early, and does not fail, once it is told that the leader leads no more. */
  run(isOver: AbortSignal): Promise<void>;
}

export interface LeaderOptions {
  connection(): LeaderConnection;
  sequencer(db: OwnConnection): Sequencer;
  /** What a new leader does before anything else. */
  begin(db: OwnConnection): Promise<void>;
  jobs: readonly LeaderJob[];
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/**
 * For the connection, which is the leadership: PostgreSQL lets go of the lock when it has heard nothing of the process for some
 * seconds, be it that its host is gone, or that it is frozen.
 */
export const LEADER_SETTINGS = [
  'tcp_keepalives_idle=3',
  'tcp_keepalives_interval=1',
  'tcp_keepalives_count=3',
  'tcp_user_timeout=6000',
  'idle_session_timeout=5000',
  'idle_in_transaction_session_timeout=8000',
];

/** "entente", as a number. Whoever may not have a leader beside him takes it himself. */
export const LEADER_LOCK = '28548142625973349';

/** How often somebody who does not lead asks for the lock. */
const ASK_MS = 100;
/** How soon a connection that was lost is made anew, and how soon one that did not last. */
const AT_ONCE_MS = 10;
const AGAIN_MS = 200;
const STEADY_MS = 1_000;
/** How often the outbox is looked at while events come, in case another process wrote them; how often when none came for a while. */
const BUSY_MS = 5;
const IDLE_MS = 100;
const BUSY_FOR_MS = 3_000;
/** Passes begin no faster than this: more events then share what a pass costs. */
const PACE_MS = 4;

/** Competes for the lock as long as the process lives. Whoever holds it numbers events and runs the jobs; it never ends the process. */
export class Leader {
  readonly #stopping = new AbortController();
  #living: Promise<void> | null = null;
  #leads = false;
  #nudged = false;
  #wake: () => void = () => undefined;

  constructor(private readonly options: LeaderOptions) {}

  get leads(): boolean {
    return this.#leads;
  }

  start(): void {
    this.#living ??= this.#live();
  }

  /** Lets go of the lock at once. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#living;
  }

  /** There is something to number. */
  readonly nudge = (): void => {
    this.#nudged = true;
    this.#wake();
  };

  async #live(): Promise<void> {
    let complaint = '';
    while (!this.#stopping.signal.aborted) {
      const over = new AbortController();
      let reachedAt = Number.POSITIVE_INFINITY;
      const connection = this.options.connection();
      connection.on('error', () => over.abort());
      connection.on('end', () => over.abort());
      const signal = AbortSignal.any([over.signal, this.#stopping.signal]);
      signal.addEventListener('abort', () => this.#wake());
      try {
        await connection.connect();
        reachedAt = performance.now();
        await this.#compete(connection, signal);
        complaint = '';
        if (!signal.aborted) await this.#lead(connection, over);
      } catch (error) {
        // A database that is away is told of once, not five times a second.
        if (!this.#stopping.signal.aborted && complaint !== String(error))
          this.options.log.warn({ error: describeFailure(error) }, 'The leader’s connection failed');
        complaint = String(error);
      } finally {
        over.abort();
        // A connection that hangs is left to its time-outs.
        await Promise.race([connection.end().catch(() => undefined), wait(AGAIN_MS)]);
      }
      await this.#sleep(
        performance.now() - reachedAt > STEADY_MS ? AT_ONCE_MS : AGAIN_MS,
        this.#stopping.signal,
      );
    }
  }

  async #compete(connection: LeaderConnection, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const { rows } = await connection.query({
        name: 'lead',
        text: 'SELECT pg_try_advisory_lock($1) AS has',
        values: [LEADER_LOCK],
      });
      if (rows[0].has) return;
      await this.#sleep(ASK_MS, signal);
    }
  }

  async #lead(connection: LeaderConnection, over: AbortController): Promise<void> {
    const signal = AbortSignal.any([over.signal, this.#stopping.signal]);
    // Every job that rests listens.
    setMaxListeners(0, signal);
    this.#leads = true;
    this.options.log.info('This process leads: it numbers events');
    let jobs: Promise<unknown> = Promise.resolve();
    try {
      await this.options.begin(connection);
      jobs = Promise.all(this.options.jobs.map((job) => this.#repeat(job, signal)));
      await this.#number(connection, signal);
    } finally {
      this.#leads = false;
      over.abort();
      await jobs;
    }
  }

  async #number(connection: LeaderConnection, signal: AbortSignal): Promise<void> {
    const sequencer = this.options.sequencer(connection);
    let busyUntil = 0;
    let isBackfilled = false;
    while (!signal.aborted) {
      const startedAt = performance.now();
      const wasNudged = this.#nudged;
      this.#nudged = false;
      let count = 0;
      try {
        if (wasNudged || (await sequencer.hasWork())) count = await sequencer.pass();
        if (!isBackfilled) isBackfilled = !(await sequencer.backfill());
      } catch (error) {
        if (signal.aborted || isOfConnection(error)) throw error;
        this.options.log.error(
          { error: describeFailure(error) },
          'Events could not be numbered; it is tried again',
        );
        await this.#sleep(AGAIN_MS, signal);
      }
      if (count > 0) busyUntil = performance.now() + BUSY_FOR_MS;
      if (sequencer.isFull(count) || !isBackfilled) continue;
      const rest = count > 0 || performance.now() < busyUntil ? BUSY_MS : IDLE_MS;
      await this.#rest(rest, startedAt, signal);
    }
  }

  /** Until it is nudged, but not for less than the pace. */
  async #rest(ms: number, startedAt: number, signal: AbortSignal): Promise<void> {
    if (!this.#nudged && !signal.aborted)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    const early = PACE_MS - (performance.now() - startedAt);
    if (early > 0) await this.#sleep(early, signal);
  }

  /** One job's failure is its own. */
  async #repeat(job: LeaderJob, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await job.run(signal);
      } catch (error) {
        if (!signal.aborted)
          this.options.log.error(
            { job: job.name, error: describeFailure(error) },
            'A job of the leader failed',
          );
      }
      await this.#sleep(job.everyMs, signal);
    }
  }

  async #sleep(ms: number, signal: AbortSignal): Promise<void> {
    await wait(ms, undefined, { signal }).catch(() => undefined);
  }
}

/** The connection is of no more use; other failures are of a statement. */
function isOfConnection(error: unknown): boolean {
  const code = (error as { code?: string })?.code;
  return code === undefined || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57)/.test(code);
}
