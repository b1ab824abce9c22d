import { typeIdOf } from '../../platform/type-id';
import { transitionOf } from '../feed/transition.rule';
import { cloudEventOf, testEventOf } from './cloud-event.rule';
import type { DispatchMeans } from './dispatch-means.job';
import type { Delivery } from './endpoint.job';

/** What is sent, and under which id. */
export interface Payload {
  id: string;
  body: string;
}

/** Payloads are made when they are sent, of what the webhook's clearance may see then. */
export class PayloadMaker {
  constructor(private readonly means: Pick<DispatchMeans, 'audienceOf' | 'cursors' | 'now'>) {}

  /** By delivery. What is hidden by now, or wanted no more, has none. */
  async of(deliveries: readonly Delivery[]): Promise<Map<Delivery, Payload>> {
    const { audienceOf } = this.means;
    const audiences = new Map<number, ReturnType<typeof audienceOf>>();
    const made = new Map<string, Promise<Payload | null>>();
    const payloads = new Map<Delivery, Payload>();
    await Promise.all(
      deliveries.map(async (delivery) => {
        const { clearance, epoch, matcher } = delivery.endpoint;
        const { entry } = delivery;
        if (entry === null) {
          payloads.set(delivery, this.#test(delivery));
          return;
        }
        const transition = transitionOf(entry, matcher, clearance);
        if (transition === null) return;
        const audience = audiences.get(clearance) ?? audienceOf(clearance);
        audiences.set(clearance, audience);
        // Webhooks of one clearance that want the same event are sent the same text.
        const key = `${clearance} ${entry.id} ${transition} ${epoch}`;
        const payload =
          made.get(key) ??
          audience.eventContents.of(entry, clearance).then((event) => {
            const number = entry.numbers[clearance] ?? 0;
            const cursor = this.means.cursors.write({ epoch, clearance, number });
            return (
              event && {
                id: typeIdOf('event', entry.id),
                body: cloudEventOf({ event, transition, cursor, number }),
              }
            );
          });
        made.set(key, payload);
        const found = await payload;
        if (found) payloads.set(delivery, found);
      }),
    );
    return payloads;
  }

  #test({ id }: Delivery): Payload {
    const own = typeIdOf('webhook_delivery', id);
    return { id: own, body: testEventOf(own, new Date((this.means.now ?? Date.now)())) };
  }
}
