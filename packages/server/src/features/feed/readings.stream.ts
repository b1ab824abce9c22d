import type { DocumentNode, ExecutionResult } from 'graphql';
import type { References } from '../record/references.query';
import type { Event, EventFrame } from './event.entity';
import type { StreamViewer } from './frame.stream';
import type { LogEntry } from './log-entry.rule';

/** Reads the present with a viewer's rights, as a request does: what is hidden from the viewer is not there. */
export interface Reading {
  readonly references: References;
  /** Null if it is hidden by now. */
  event(entry: LogEntry): Promise<Event | null>;
  hasRecord(id: string): Promise<boolean>;
  run(
    document: DocumentNode,
    variables: Record<string, unknown>,
    frame: EventFrame,
  ): Promise<ExecutionResult>;
}

export type OpenReading = (viewer: StreamViewer, signal: AbortSignal) => Reading;

interface Shared {
  reading: Reading;
  deadline: NodeJS.Timeout;
  /** How those who use it are told that time is up. */
  waiting: Set<(reason: unknown) => void>;
  isCurrent: boolean;
}

/**
 * Executions that begin in one turn of the event loop read together, so that a batch of events costs a statement and not one each. A
 * later turn reads anew: what is told is as it stands then.
 */
export class Readings {
  readonly #current = new Map<string, Shared>();

  constructor(
    private readonly open: OpenReading,
    private readonly deadlineMs: number,
    private readonly tooLate: () => Error,
  ) {}

  /** Ends with the deadline even where something does not listen to it. */
  use<T>(viewer: StreamViewer, fn: (reading: Reading) => Promise<T>): Promise<T> {
    const shared = this.#sharedBy(viewer);
    return new Promise<T>((resolve, reject) => {
      shared.waiting.add(reject);
      const done = () => {
        shared.waiting.delete(reject);
        this.#close(shared);
      };
      fn(shared.reading).then(
        (value) => {
          resolve(value);
          done();
        },
        (error) => {
          reject(error);
          done();
        },
      );
    });
  }

  #sharedBy(viewer: StreamViewer): Shared {
    const name = `${viewer.clearance} ${viewer.mayWrite} ${viewer.account ?? ''}`;
    const known = this.#current.get(name);
    if (known) return known;
    const controller = new AbortController();
    const shared: Shared = {
      reading: this.open(viewer, controller.signal),
      deadline: setTimeout(() => {
        controller.abort(this.tooLate());
        for (const giveUp of shared.waiting) giveUp(controller.signal.reason);
      }, this.deadlineMs),
      waiting: new Set(),
      isCurrent: true,
    };
    this.#current.set(name, shared);
    setImmediate(() => {
      this.#current.delete(name);
      shared.isCurrent = false;
      this.#close(shared);
    });
    return shared;
  }

  #close(shared: Shared): void {
    if (shared.waiting.size === 0 && !shared.isCurrent) clearTimeout(shared.deadline);
  }
}
