import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { DomainError } from '../../../platform/errors';
import type { Limits } from '../../limits';
import type { Viewer } from '../../runtime';
import { Exchange } from '../exchange';
import { CLOSE, type CloseCode, reasonOf, Violation } from './close-code';
import type { OperationRunner } from './operation-runner';
import type { Operation } from './operations';
import { messageIn, type SocketMessage } from './socket-message';
import { SocketOperation, type Wire } from './socket-operation';
import { socketToken } from './socket-token';
import type { StreamGate } from './stream-gate';

export interface SessionOptions<C> {
  requestId: string;
  /** The Authorization header of the upgrade. */
  authorization: string | undefined;
  initTimeoutMs: number;
  limits: Pick<Limits, 'socketSubscriptions' | 'socketOperations'>;
  runner: OperationRunner<C>;
  gate: StreamGate;
  viewerOf(token: string | null): Viewer;
  opened(exchange: Exchange): void;
  ended(exchange: Exchange): void;
  failed(error: unknown): void;
}

const AS_TEXT = { compress: false };
/** While so much waits to be sent, nothing more is read: a client that asks and does not listen fills no memory. */
const MOST_UNSENT = 64 * 1024;
/** Beats in a row without a sign of life. */
const LONGEST_SILENCE = 2;

/** One WebSocket and what runs over it, by the graphql-transport-ws protocol. */
export class SocketSession<C> implements Wire {
  readonly #operations = new Map<string, SocketOperation>();
  readonly #initTimer: NodeJS.Timeout;
  #token: string | null = null;
  #viewer: Viewer | null = null;
  #isClosing = false;
  #isRestarting = false;
  #isBlocked = false;
  #silence = 0;
  #asked = 0;
  readonly #streams = new Set<SocketOperation>();
  readonly #queries = new Set<SocketOperation>();
  /** Streams that are being begun, those among them that were given up meanwhile. */
  #beginning = 0;

  constructor(
    private readonly ws: WebSocket,
    private readonly socket: Socket,
    private readonly options: SessionOptions<C>,
  ) {
    const seconds = options.initTimeoutMs / 1000;
    this.#initTimer = setTimeout(
      () => this.close(CLOSE.INIT_TIMEOUT, `connection_init did not come within ${seconds} s`),
      options.initTimeoutMs,
    );
    ws.on('message', (data: Buffer, isBinary: boolean) => this.#hear(data, isBinary));
    ws.on('pong', () => this.#isAlive());
    ws.on('ping', () => this.#isAlive());
    // What is wrong with the frames themselves: ws closes the socket with the right code.
    ws.on('error', () => {});
    ws.once('close', () => this.#end());
  }

  /** The kernel has not taken all that was sent, so the other side is not reading, or slowly. */
  get isFull(): boolean {
    return this.socket.writableLength > 0;
  }

  write(frame: Buffer): void {
    if (this.ws.readyState !== WebSocket.OPEN) return;
    this.socket.write(frame, this.#sent);
    this.#isBlocked ||= this.isFull;
  }

  send(message: string): void {
    if (this.ws.readyState !== WebSocket.OPEN) return;
    this.ws.send(message, AS_TEXT, this.#sent);
    this.#isBlocked ||= this.isFull;
    if (this.socket.writableLength > MOST_UNSENT) this.ws.pause();
  }

  close(code: CloseCode, reason: string): void {
    if (this.#isClosing) return;
    this.#isClosing = true;
    this.#stopAll();
    this.ws.close(code, reasonOf(reason));
    // Else its close frame would never be read.
    if (this.ws.isPaused) this.ws.resume();
  }

  /** Lets what runs finish, though not the streams, and sends the client elsewhere. */
  restart(): void {
    this.#isRestarting = true;
    if (this.#queries.size === 0) this.close(CLOSE.RESTART, 'The server restarts; come back');
    else for (const operation of this.#streams) operation.stop();
  }

  terminate(): void {
    this.#isClosing = true;
    this.ws.terminate();
  }

  /** Called at intervals: a peer that is gone without a word answers no ping. */
  beat(): void {
    if (this.#silence >= LONGEST_SILENCE) {
      this.terminate();
      return;
    }
    this.#silence += 1;
    if (this.ws.readyState === WebSocket.OPEN) this.ws.ping();
  }

  readonly #sent = (): void => {
    if (!this.#isBlocked || this.isFull) return;
    this.#isBlocked = false;
    if (this.ws.isPaused) this.ws.resume();
    for (const operation of this.#operations.values()) operation.onDrain?.();
  };

  #isAlive(): void {
    this.#silence = 0;
  }

  #hear(data: Buffer, isBinary: boolean): void {
    this.#isAlive();
    if (this.#isClosing) return;
    try {
      if (isBinary) throw new Violation(CLOSE.BAD_MESSAGE, 'A message must be text');
      this.#take(messageIn(data));
    } catch (error) {
      if (error instanceof Violation) this.close(error.code, error.message);
      else {
        this.options.failed(error);
        this.close(CLOSE.INTERNAL, 'Something went wrong here');
      }
    }
  }

  #take(message: SocketMessage): void {
    switch (message.type) {
      case 'connection_init':
        this.#begin(message.payload);
        break;
      case 'ping':
        this.send(JSON.stringify({ type: 'pong', ...(message.payload && { payload: message.payload }) }));
        break;
      case 'subscribe':
        this.#subscribe(message.id, message.payload);
        break;
      case 'complete':
        this.#operations.get(message.id)?.stop();
    }
  }

  #begin(payload: Record<string, unknown>): void {
    if (this.#viewer) throw new Violation(CLOSE.TOO_MANY, 'connection_init may be sent once');
    try {
      this.#token = socketToken(payload, this.options.authorization);
      this.#viewer = this.options.viewerOf(this.#token);
    } catch (error) {
      throw error instanceof DomainError ? new Violation(CLOSE.FORBIDDEN, error.message) : error;
    }
    clearTimeout(this.#initTimer);
    this.send('{"type":"connection_ack"}');
  }

  #subscribe(id: string, payload: unknown): void {
    const { ended, opened, requestId, runner } = this.options;
    const viewer = this.#viewer;
    if (!viewer) throw new Violation(CLOSE.NOT_ACKNOWLEDGED, 'connection_init must be acknowledged first');
    if (this.#operations.has(id)) throw new Violation(CLOSE.ID_TAKEN, `There is a subscriber ${id} already`);

    this.#asked += 1;
    const exchange = new Exchange(`${requestId}/${this.#asked}`);
    let accepted: Operation | null = null;
    const operation = new SocketOperation(id, exchange, this, (error) =>
      runner.tell(error, exchange, accepted),
    );
    this.#operations.set(id, operation);
    opened(exchange);
    operation.whenOver(() => {
      this.#operations.delete(id);
      ended(exchange);
    });
    try {
      accepted = runner.accept(payload);
      this.#run(accepted, operation, viewer);
    } catch (error) {
      if (error instanceof Violation) throw error;
      operation.fail(error);
    }
  }

  #run(accepted: Operation, operation: SocketOperation, viewer: Viewer): void {
    const { limits, gate } = this.options;
    operation.exchange.operation = accepted.name;
    operation.isStream = accepted.type === 'subscription';
    const count = operation.isStream ? this.#streams : this.#queries;
    const most = operation.isStream ? limits.socketSubscriptions : limits.socketOperations;
    if (count.size >= most || this.#beginning >= limits.socketSubscriptions)
      throw new Violation(
        CLOSE.TOO_MANY,
        `At most ${most} ${operation.isStream ? 'subscriptions' : 'queries at a time'} over one socket`,
      );
    count.add(operation);
    operation.whenOver(() => {
      count.delete(operation);
      if (this.#isRestarting) this.restart();
    });
    gate.refuseWhileClosing();
    if (operation.isStream) operation.whenOver(gate.begin());
    const work = operation.isStream
      ? this.#stream(accepted, operation, viewer)
      : this.#answer(accepted, operation);
    work.catch((error) => operation.fail(error));
  }

  async #answer(accepted: Operation, operation: SocketOperation): Promise<void> {
    const { exchange } = operation;
    operation.whenOver(() => exchange.abort(GONE));
    operation.answer(await this.options.runner.answer(accepted, exchange, this.#token));
  }

  async #stream(accepted: Operation, operation: SocketOperation, viewer: Viewer): Promise<void> {
    const { exchange } = operation;
    exchange.frames = 0;
    operation.whenOver(() => exchange.abort(GONE));
    this.#beginning += 1;
    const settled = () => {
      this.#beginning -= 1;
    };
    operation.whenOver(await this.options.runner.attach(accepted, exchange, { viewer }, operation, settled));
  }

  #stopAll(): void {
    clearTimeout(this.#initTimer);
    for (const operation of this.#operations.values()) operation.stop();
  }

  #end(): void {
    this.#isClosing = true;
    this.#stopAll();
  }
}

const GONE = new DomainError('DEADLINE_EXCEEDED', 'The caller does not want the answer any more');
