/** A delivery that waits. */
export interface Waiting {
  id: string;
  /** Deliveries with the same key are made one after the other. */
  key: string;
  /** Milliseconds since 1970. */
  dueAt: number;
  /** Its place in the order in which deliveries were decided on. */
  nth: number;
  /** How often it was tried before its time. */
  hastened?: number;
}

/** So often a delivery is tried before its time: what fails whenever it is sent must keep most of its attempts for later. */
const MOST_HASTENED = 3;

/** An endpoint that answers is asked by so many deliveries at a time. */
const WINDOW = 8;

/**
 * What waits for one endpoint. Within a key a later delivery waits until the earlier one is settled for good; keys go side by side,
 * within a window. An endpoint that is down is asked by one delivery at a time, and not before it has rested.
 */
export class DeliveryQueue<D extends Waiting> {
  isDown = false;
  restUntil = 0;
  readonly #lines = new Map<string, D[]>();
  /** The first of each line that is not being sent, by when it is due. */
  readonly #heads: D[] = [];
  readonly #ids = new Set<string>();
  readonly #sending = new Set<D>();

  constructor(private readonly window = WINDOW) {}

  get size(): number {
    return this.#ids.size;
  }

  get sending(): number {
    return this.#sending.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  add(delivery: D): void {
    if (this.#ids.has(delivery.id)) return;
    this.#ids.add(delivery.id);
    const line = this.#lines.get(delivery.key);
    if (line) line.push(delivery);
    else {
      this.#lines.set(delivery.key, [delivery]);
      this.#wait(delivery);
    }
  }

  /** What is to be sent now. */
  take(now: number): D[] {
    const room = this.#room(now);
    let count = 0;
    while (count < room && this.#heads[count] !== undefined && (this.#heads[count] as D).dueAt <= now)
      count++;
    const taken = this.#heads.splice(0, count);
    for (const each of taken) this.#sending.add(each);
    return taken;
  }

  /** When there may be something to take; null: not before something is settled or added. */
  nextAt(now: number): number | null {
    const [first] = this.#heads;
    if (first === undefined || this.#room(Infinity) <= 0) return null;
    return Math.max(now, this.restUntil, first.dueAt);
  }

  /** It is not to be sent again: the next of its line may go. */
  settle(delivery: D): void {
    this.#sending.delete(delivery);
    this.#ids.delete(delivery.id);
    const line = this.#lines.get(delivery.key);
    line?.shift();
    const next = line?.[0];
    if (next) this.#wait(next);
    else this.#lines.delete(delivery.key);
  }

  /** It stays first of its line, and is due at another time. */
  again(delivery: D, dueAt: number): void {
    this.#sending.delete(delivery);
    delivery.dueAt = dueAt;
    this.#wait(delivery);
  }

  /** What waits for another attempt goes now: the endpoint answers again. */
  hasten(now: number, which: (delivery: D) => boolean = () => true): void {
    for (const head of this.#heads)
      if (head.dueAt > now && (head.hastened ?? 0) < MOST_HASTENED && which(head)) {
        head.dueAt = now;
        head.hastened = (head.hastened ?? 0) + 1;
      }
    this.#heads.sort(earlier);
  }

  #room(now: number): number {
    if (now < this.restUntil) return 0;
    return (this.isDown ? 1 : this.window) - this.#sending.size;
  }

  #wait(delivery: D): void {
    let low = 0;
    for (let high = this.#heads.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (earlier(this.#heads[middle] as D, delivery) <= 0) low = middle + 1;
      else high = middle;
    }
    this.#heads.splice(low, 0, delivery);
  }
}

function earlier(a: Waiting, b: Waiting): number {
  return a.dueAt - b.dueAt || a.nth - b.nth;
}
