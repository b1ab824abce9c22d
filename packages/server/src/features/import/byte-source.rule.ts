/** Bytes that come in chunks, of which some are to be looked at first. */
export class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>;
  #ahead: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next so many bytes, which stay; fewer at the end. */
  async peek(count: number): Promise<Buffer> {
    while (this.#ahead.length < count) {
      const { value, done } = await this.#chunks.next();
      if (done) break;
      this.#ahead = this.#ahead.length === 0 ? value : Buffer.concat([this.#ahead, value]);
    }
    return this.#ahead.subarray(0, count);
  }

  async take(count: number): Promise<Buffer> {
    const taken = await this.peek(count);
    this.#ahead = this.#ahead.subarray(taken.length);
    return taken;
  }

  /** Whatever comes next; null at the end. */
  async next(): Promise<Buffer | null> {
    if (this.#ahead.length > 0) {
      const ahead = this.#ahead;
      this.#ahead = Buffer.alloc(0);
      return ahead;
    }
    const { value, done } = await this.#chunks.next();
    return done ? null : value;
  }

  /** Puts bytes back that were taken too many. */
  unread(bytes: Buffer): void {
    this.#ahead = Buffer.concat([bytes, this.#ahead]);
  }

  async *rest(): AsyncGenerator<Buffer> {
    for (;;) {
      const chunk = await this.next();
      if (chunk === null) return;
      if (chunk.length > 0) yield chunk;
    }
  }

  /** Says that no more is wanted. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
