import type { Exchange } from '../exchange';
import { headOfMessage, type MessageHead, nextFrame } from './frame-bytes';
import { once } from './stream-gate';
import type { Frame, Sink } from './stream-source';

/** What an operation needs of its socket. */
export interface Wire {
  send(message: string): void;
  /** A finished frame. */
  write(frame: Buffer): void;
  readonly isFull: boolean;
}

/** One operation on a socket, from `subscribe` to the last message about it. */
export class SocketOperation implements Sink {
  onDrain: (() => void) | null = null;
  isStream = false;
  readonly #head: MessageHead;
  readonly #ends: (() => void)[] = [];
  readonly #end = once(() => {
    for (const end of this.#ends.splice(0)) end();
  });
  #isOver = false;

  constructor(
    private readonly id: string,
    readonly exchange: Exchange,
    private readonly wire: Wire,
    private readonly tell: (error: unknown) => object[],
  ) {
    this.#head = headOfMessage(id);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  get isFull(): boolean {
    return this.wire.isFull;
  }

  /** At once if it is over already. */
  whenOver(end: () => void): void {
    if (this.#isOver) end();
    else this.#ends.push(end);
  }

  send(frame: Frame): void {
    if (this.#isOver) return;
    this.exchange.frames = (this.exchange.frames ?? 0) + 1;
    this.wire.write(nextFrame(this.#head, frame));
  }

  /** The one answer of a query, and that it was the last. */
  answer(result: object): void {
    if (this.#isOver) return;
    this.wire.send(JSON.stringify({ id: this.id, type: 'next', payload: result }));
    this.wire.send(JSON.stringify({ id: this.id, type: 'complete' }));
    this.stop();
  }

  fail(error: unknown): void {
    if (this.#isOver) return;
    this.wire.send(JSON.stringify({ id: this.id, type: 'error', payload: this.tell(error) }));
    this.stop();
  }

  /** Without a word: the client has said so, or is gone. */
  stop(): void {
    this.#isOver = true;
    this.#end();
  }
}
