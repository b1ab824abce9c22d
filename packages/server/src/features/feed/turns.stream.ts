/** Whoever waits for a place. */
interface Waiting {
  pump(): void;
}

/** Bounds what all groups execute at a time; who finds no place gets one in turn. */
export class Turns {
  #taken = 0;
  readonly #waiting = new Set<Waiting>();

  constructor(private readonly places: number) {}

  /** Whether there is a place; if not, `pump` is called when there is one. */
  take(one: Waiting): boolean {
    if (this.#taken < this.places) {
      this.#taken++;
      return true;
    }
    this.#waiting.add(one);
    return false;
  }

  /** A place, were it one too many: for what holds up everything behind it. */
  insist(): void {
    this.#taken++;
  }

  giveBack(): void {
    this.#taken--;
    const [next] = this.#waiting;
    if (!next || this.#taken >= this.places) return;
    this.#waiting.delete(next);
    next.pump();
  }

  forget(one: Waiting): void {
    this.#waiting.delete(one);
  }
}
