import type { Result, Standing, WebhookStore } from './webhook-store.job';

/** So long what comes of attempts is gathered, to be written at once. */
const GATHER_MS = 3;

interface Settled {
  result: Result;
  standing: Standing | null;
  written(): void;
}

/**
 * What came of attempts, on its way to the database. A delivery keeps its place in the window until it is written: so a process that is
 * killed has no more to repeat than what was under way. Outlives a leadership, so that what could not be written then is written first.
 */
export class DeliveryResults {
  #waiting: Settled[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly store: WebhookStore,
    private readonly failed: (error: unknown) => void,
  ) {}

  add(settled: Settled): void {
    this.#waiting.push(settled);
    this.#timer ??= setTimeout(() => void this.flush().catch(this.failed), GATHER_MS);
  }

  /** Writes what waits; what cannot be written goes on waiting. */
  flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.catch(() => undefined).then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    const batch = this.#waiting.splice(0);
    if (batch.length === 0) return;
    // How an endpoint does is what was found last.
    const standings = new Map<string, Standing>();
    for (const { standing } of batch)
      if (standing) standings.set(standing.id, { ...standing, ...disabledOf(standings.get(standing.id)) });
    try {
      await this.store.settle(
        batch.map(({ result }) => result),
        [...standings.values()],
      );
    } catch (error) {
      this.#waiting.unshift(...batch);
      throw error;
    }
    for (const { written } of batch) written();
  }
}

/** An endpoint that gave up stays so, whatever else was under way. */
function disabledOf(standing: Standing | undefined): Partial<Standing> {
  if (!standing?.disabled_at) return {};
  return { disabled_at: standing.disabled_at, disabled_reason: standing.disabled_reason };
}
