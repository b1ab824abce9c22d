interface Held {
  bytes: number;
  release(): void;
}

/** Bounds what several hold together: when it is too much, whoever has held longest lets go. */
export class MemoryBudget {
  readonly #held = new Set<Held>();
  #bytes = 0;

  constructor(private readonly most: number) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** Answers how to say that it is held no more; `release` is called when it must be let go. */
  hold(bytes: number, release: () => void): () => void {
    const held: Held = { bytes, release };
    this.#held.add(held);
    this.#bytes += bytes;
    while (this.#bytes > this.most) {
      const [oldest] = this.#held;
      if (!oldest) break;
      this.#drop(oldest);
      oldest.release();
    }
    return () => this.#drop(held);
  }

  #drop(held: Held): void {
    if (this.#held.delete(held)) this.#bytes -= held.bytes;
  }
}
