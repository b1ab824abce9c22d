import { setTimeout as wait } from 'node:timers/promises';
import { DeliveryResults } from './delivery-results.job';
import { Dispatch } from './dispatch.job';
import type { DispatchMeans } from './dispatch-means.job';
import { WebhookStore } from './webhook-store.job';

/** How long a leader that is to stop waits for what is under way. */
const GRACE_MS = 500;

/** Sends what webhooks want, as long as this process leads. */
export class WebhookDispatch {
  readonly name = 'webhooks';
  readonly everyMs = 250;
  readonly #store: WebhookStore;
  readonly #results: DeliveryResults;

  constructor(private readonly means: DispatchMeans) {
    this.#store = new WebhookStore(means.db);
    this.#results = new DeliveryResults(this.#store, (error) =>
      means.journal.warn(
        { error: String(error) },
        'What came of deliveries could not be written; it is tried again',
      ),
    );
  }

  async run(isOver: AbortSignal): Promise<void> {
    await this.#results.flush();
    const dispatch = new Dispatch(this.means, this.#store, this.#results);
    await Promise.race([dispatch.run(isOver), over(isOver)]);
    await Promise.race([dispatch.settled(), wait(GRACE_MS)]);
    dispatch.close();
    // A database that is away must not keep the next leader waiting.
    await Promise.race([this.#results.flush().catch(() => undefined), wait(GRACE_MS)]);
  }
}

function over(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
