const TICKS = 15;

/**
 * Calls each member once a period. One timer for all: the members are spread over its ticks, so that
 * ten thousand connections neither hold as many timers nor are all served in one moment.
 */
export class Heartbeat {
  readonly #slots: Set<() => void>[] = Array.from({ length: TICKS }, () => new Set());
  readonly #timer: NodeJS.Timeout;
  #at = 0;

  constructor(periodMs: number) {
    this.#timer = setInterval(() => this.#tick(), periodMs / TICKS);
    this.#timer.unref();
  }

  /** The first beat comes after a whole period. Answers what takes the member out again. */
  add(beat: () => void): () => void {
    const slot = this.#slots[this.#at];
    slot?.add(beat);
    return () => slot?.delete(beat);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    this.#at = (this.#at + 1) % TICKS;
    for (const beat of this.#slots[this.#at] ?? []) beat();
  }
}
