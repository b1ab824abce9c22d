import type { Load } from '../../platform/change/load';

/** How many records are remembered to be there; some tens of megabytes at most. */
const MOST_KNOWN = 100_000;

/** Records that are known to be committed: those that loads need again and again, such as states. */
export class KnownRecords {
  readonly #ids = new Set<string>();

  constructor(private readonly most = MOST_KNOWN) {}

  /** What is asked for last is forgotten last. */
  remember(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#ids.delete(id);
      this.#ids.add(id);
    }
    for (const id of this.#ids) {
      if (this.#ids.size <= this.most) break;
      this.#ids.delete(id);
    }
  }

  /** Spares a load to ask for what is there. */
  spare(load: Load): void {
    const known = load.ensured.filter((id) => this.#ids.has(id));
    load.forget(known);
    this.remember(known);
  }
}

/** Transactions that run side by side, none of which waits for another within the database: two that write one record take turns. */
export class InFlight {
  readonly #running = new Map<Promise<void>, ReadonlySet<string>>();
  #failure: { error: unknown } | null = null;

  constructor(private readonly most: number) {}

  /** Waits until there is room, and until whoever writes one of these is done. */
  admit(ids: readonly string[]): Promise<void> {
    return this.#until(() => this.#running.size < this.most && this.busyWith(ids).size === 0);
  }

  /** Waits until nobody writes one of these. */
  without(ids: readonly string[]): Promise<void> {
    return this.#until(() => this.busyWith(ids).size === 0);
  }

  /** Which of these somebody is writing just now. */
  busyWith(ids: readonly string[]): ReadonlySet<string> {
    const running = [...this.#running.values()];
    return new Set(ids.filter((id) => running.some((busy) => busy.has(id))));
  }

  start(ids: readonly string[], work: () => Promise<void>): void {
    const running: Promise<void> = work()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#running.delete(running));
    this.#running.set(running, new Set(ids));
  }

  /** Until all that run now are done, also where one failed. */
  async settle(): Promise<void> {
    await Promise.all(this.#running.keys());
  }

  async finish(): Promise<void> {
    await this.settle();
    this.#complain();
  }

  async #until(isFree: () => boolean): Promise<void> {
    for (;;) {
      this.#complain();
      if (isFree()) return;
      await Promise.race(this.#running.keys());
    }
  }

  #complain(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
