import type { Frame, Sink } from './frame.stream';

/**
 * One subscription: a number in the lane of its clearance, and nothing else. What it has not taken is in no queue of its own: it is in
 * the frames of its group, in the ring or in the log.
 */
export class Subscriber<G> {
  isEnded = false;
  #room: (() => void) | null = null;
  /** The last record handed out, while it is given a snapshot: '' before the first. */
  snapshotAfter: string | null;
  /** When it was last sent anything. */
  sentAt = performance.now();

  constructor(
    readonly group: G,
    readonly sink: Sink,
    /** Everything up to and including this number is dealt with. */
    public at: number,
    snapshotAfter: string | null,
    private readonly ended: (subscriber: Subscriber<G>) => void,
  ) {
    this.snapshotAfter = snapshotAfter;
  }

  /** False if it takes no more for now. */
  get takes(): boolean {
    return !this.isEnded && !this.sink.isFull;
  }

  /** Whether it takes again within that time. One that reads fast is full for a moment only. */
  takesWithin(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const told = () => {
        clearTimeout(timer);
        this.#room = null;
        resolve(this.takes);
      };
      const timer = setTimeout(told, ms);
      this.#room = told;
    });
  }

  /** Its transport says that it takes again. Answers whether somebody waited for that. */
  hasRoom(): boolean {
    const told = this.#room;
    told?.();
    return told !== null;
  }

  send(frame: Frame): void {
    try {
      this.sink.send(frame);
    } catch (error) {
      // Its transport is broken, which is no matter of the others in the group.
      this.fail(error);
    }
  }

  fail(error: unknown): void {
    if (this.isEnded) return;
    this.end();
    try {
      this.sink.fail(error);
    } catch {
      // Nobody is there to be told.
    }
  }

  end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.#room?.();
    this.ended(this);
  }
}
