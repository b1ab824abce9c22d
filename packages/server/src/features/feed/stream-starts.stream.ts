import { StreamStart } from './event.entity';
import type { EventCursors } from './event-cursor.rule';
import type { EventLog, LogState } from './event-log.query';
import { refuseLost } from './event-position.rule';
import type { StreamRequest } from './stream-request.rule';

/** Where a subscription begins. */
export interface Start {
  epoch: string;
  /** Everything up to and including it is dealt with, once the snapshot is. */
  number: number;
  /** The last record of a snapshot that was handed out; '' before the first, null without a snapshot. */
  snapshotAfter: string | null;
}

/** Finds where subscriptions begin; asks the database, whose head may be beyond what this process has read. */
export class StreamStarts {
  #asking: Promise<LogState> | null = null;

  constructor(
    private readonly log: EventLog,
    private readonly cursors: EventCursors,
  ) {}

  async of(
    { after, from }: Pick<StreamRequest, 'after' | 'from'>,
    clearance: number,
    lastEventId: string | null = null,
  ): Promise<Start> {
    const field = lastEventId === null ? 'after' : 'Last-Event-ID';
    const cursor = lastEventId ?? after;
    const position = cursor === null ? null : this.cursors.read(cursor, clearance, field);
    const state = await this.#state();
    const { epoch, heads, oldest } = state;
    if (position) {
      refuseLost(position, state, this.cursors, field);
      return { epoch, number: position.number, snapshotAfter: position.snapshotAfter ?? null };
    }
    const number = (from === StreamStart.EARLIEST ? oldest : heads)[clearance] ?? 0;
    return { epoch, number, snapshotAfter: from === StreamStart.SNAPSHOT ? '' : null };
  }

  /** Those who ask while others wait share the next question: it begins after each of them asked. */
  #state(): Promise<LogState> {
    this.#asking ??= new Promise((resolve) => setImmediate(resolve)).then(() => {
      this.#asking = null;
      return this.log.state();
    });
    return this.#asking;
  }
}
