/** What ends a run before its file does: whoever says so, or the loss of its lock. */
export class Halt {
  #isLost = false;
  readonly #halted: Promise<null>;
  #halt: () => void = () => undefined;

  constructor(private readonly stop: AbortSignal) {
    this.#halted = new Promise((resolve) => {
      this.#halt = () => resolve(null);
    });
    if (stop.aborted) this.#halt();
    else stop.addEventListener('abort', this.#halt, { once: true });
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  lose(): void {
    this.#isLost = true;
    this.#halt();
  }

  /** What is waited for; null if the run is to end meanwhile. Without its lock it may write nothing more. */
  async orComes<T>(awaited: Promise<T>): Promise<T | null> {
    awaited.catch(() => undefined);
    const come = this.stop.aborted ? null : await Promise.race([awaited, this.#halted]);
    if (this.#isLost) throw new Error('the lock was lost');
    return come;
  }
}
