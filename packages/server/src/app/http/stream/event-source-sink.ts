import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Exchange } from '../exchange';
import { serverSentEvent } from './frame-bytes';
import { once } from './stream-gate';
import type { Frame, Sink } from './stream-source';

/** After which a client comes back when the stream breaks off. */
const RETRY_MS = 1_000;
const COMPLETE = 'event: complete\ndata:\n\n';
const HEARTBEAT = ':\n\n';
/** A peer of which nothing is heard is found by TCP. */
const KEEP_ALIVE_MS = 15_000;

/** One response of server-sent events. */
export class EventSourceSink implements Sink {
  onDrain: (() => void) | null = null;
  readonly #ends: (() => void)[] = [];
  #hasBegun = false;
  #isOver = false;
  #isBlocked = false;
  readonly #finish = once(() => {
    this.#isOver = true;
    for (const end of this.#ends.splice(0)) end();
  });

  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly exchange: Exchange,
    private readonly tell: (error: unknown) => object[],
  ) {
    reply.hijack();
    exchange.whenEnded(this.#finish);
  }

  get isFull(): boolean {
    return this.reply.raw.writableLength > 0;
  }

  whenOver(end: () => void): void {
    if (this.#isOver) end();
    else this.#ends.push(end);
  }

  /** Sends the headers: to the client, the word that its stream is live. */
  begin(): void {
    if (this.#hasBegun || this.#isOver) return;
    this.#hasBegun = true;
    const { raw } = this.reply;
    this.request.socket.setKeepAlive(true, KEEP_ALIVE_MS);
    raw.writeHead(200, {
      ...(this.reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that gather an answer before they pass it on would pass on nothing.
      'x-accel-buffering': 'no',
    });
    this.#write(`retry: ${RETRY_MS}\n\n`);
  }

  send(frame: Frame): void {
    if (this.#isOver) return;
    this.begin();
    this.exchange.frames = (this.exchange.frames ?? 0) + 1;
    this.#write(serverSentEvent(frame));
  }

  /** The one answer of a query, and that it was the last. */
  answer(result: object): void {
    if (this.#isOver) return;
    this.begin();
    this.#write(`event: next\ndata: ${JSON.stringify(result)}\n\n`);
    this.#write(COMPLETE);
    this.end();
  }

  fail(error: unknown): void {
    this.answer({ errors: this.tell(error) });
  }

  /** Silence would look like a connection that is gone, to proxies as to clients. */
  beat(): void {
    if (!this.#isOver && !this.isFull) this.#write(HEARTBEAT);
  }

  /** Without `complete`: the client comes back. */
  end(): void {
    if (this.#isOver) return;
    this.begin();
    this.#finish();
    this.reply.raw.end();
  }

  #write(bytes: Buffer | string): void {
    const { raw } = this.reply;
    raw.write(bytes, this.#written);
    // Node holds what is written until the tick ends, so as to send it in one piece. Until then the sink would look full.
    raw.socket?.uncork();
    this.#isBlocked ||= this.isFull;
  }

  readonly #written = (): void => {
    if (!this.#isBlocked || this.#isOver || this.isFull) return;
    this.#isBlocked = false;
    this.onDrain?.();
  };
}
