import { DomainError } from '../../platform/errors';
import type { EventCursors } from './event-cursor.rule';
import type { EventLog } from './event-log.query';
import type { EventTail } from './event-tail.stream';
import type { LogEntry } from './log-entry.rule';

const BLOCK = 500;
const MOST_BLOCKS = 16;
const RETRY_MS = 250;

/**
 * Reads on from a number: in the ring, or in the log where the ring begins later. Blocks of the log lie at round numbers and stay for a
 * while, so that a thousand who come back at about the same place read it once.
 */
export class LogPages {
  isStopped = false;
  readonly #blocks = new Map<string, Promise<LogEntry[]>>();

  constructor(
    private readonly tail: EventTail,
    private readonly log: EventLog,
    private readonly cursors: EventCursors,
    /** Whether another try may succeed: the database is away, not the question wrong. */
    private readonly isPassing: (error: unknown) => boolean,
  ) {}

  /**
   * What follows `number`, without a gap; empty only at the end of the ring. Too old is CURSOR_EXPIRED. Waits for a database that is
   * away, since whoever asks has nothing else to do.
   */
  after(clearance: number, number: number): Promise<readonly LogEntry[]> {
    return this.persist(() => this.#after(clearance, number));
  }

  /** What was read before may hold what is erased by now. */
  forget(): void {
    this.#blocks.clear();
  }

  async persist<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await read();
      } catch (error) {
        if (this.isStopped || !this.isPassing(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #after(clearance: number, number: number): Promise<readonly LogEntry[]> {
    const lane = this.tail.ring.lane(clearance);
    const kept = lane.after(number, BLOCK);
    if (kept !== null) return kept;
    const block = Math.floor(number / BLOCK);
    const read = await this.#block(clearance, block);
    // What is to be read next comes while this is dealt with.
    if (read.length === BLOCK && (block + 1) * BLOCK < lane.oldest)
      this.#block(clearance, block + 1).catch(() => undefined);
    const entries = read.filter((entry) => numberOf(entry, clearance) > number);
    const [first] = entries;
    if (first !== undefined && numberOf(first, clearance) === number + 1) return entries;
    throw await this.#lost(clearance, number);
  }

  #block(clearance: number, block: number): Promise<LogEntry[]> {
    const name = `${this.tail.epoch} ${clearance} ${block}`;
    const known = this.#blocks.get(name);
    if (known) {
      this.#blocks.delete(name);
      this.#blocks.set(name, known);
      return known;
    }
    const reading = this.log.after(clearance, block * BLOCK, BLOCK);
    this.#blocks.set(name, reading);
    const forget = () => {
      if (this.#blocks.get(name) === reading) this.#blocks.delete(name);
    };
    reading.then((read) => {
      // More will stand there, or less does already: not to be kept.
      if (read.length < BLOCK || numberOf(read.at(-1), clearance) !== (block + 1) * BLOCK) forget();
    }, forget);
    while (this.#blocks.size > MOST_BLOCKS) {
      const [oldest] = this.#blocks.keys();
      if (oldest === undefined) break;
      this.#blocks.delete(oldest);
    }
    return reading;
  }

  async #lost(clearance: number, number: number): Promise<unknown> {
    const { epoch, oldest } = await this.log.state();
    if (epoch !== this.tail.epoch) return epochChanged();
    const start = oldest[clearance] ?? 0;
    if (start <= number) return new Error(`the log has a gap after ${number} of clearance ${clearance}`);
    return new DomainError(
      'CURSOR_EXPIRED',
      'This stream fell so far behind that the log no longer holds what follows; start from a snapshot, or at oldestCursor, knowing that events are missing between',
      { oldestCursor: this.cursors.write({ epoch, clearance, number: start }) },
    );
  }
}

export function epochChanged(): DomainError {
  return new DomainError(
    'EPOCH_CHANGED',
    'The log was restored from a backup, and cursors of before mean nothing in it; start from a snapshot',
  );
}

export function numberOf(entry: LogEntry | undefined, clearance: number): number {
  return entry?.numbers[clearance] ?? 0;
}
