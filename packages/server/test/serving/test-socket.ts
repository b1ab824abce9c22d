import type { Socket } from 'node:net';
import { WebSocket } from 'ws';

// biome-ignore lint/suspicious/noExplicitAny: tests look into messages of any shape.
type Message = any;

/** A client of graphql-transport-ws that does what it is told, right or wrong. */
export class TestSocket {
  readonly messages: Message[] = [];
  readonly ws: WebSocket;
  /** Of the close frame; 1006 where there was none. */
  readonly closed: Promise<{ code: number; reason: string }>;
  /** The status with which the upgrade was refused, and the body. */
  refusal: { status: number; body: Message } | null = null;
  #woken: (() => void)[] = [];

  constructor(
    url: string,
    options: {
      path?: string;
      headers?: Record<string, string>;
      origin?: string;
      protocol?: string | null;
      autoPong?: boolean;
    } = {},
  ) {
    const { path = '/graphql', headers = {}, origin, protocol = 'graphql-transport-ws', autoPong } = options;
    const address = new URL(path, url.replace('http', 'ws'));
    this.ws = new WebSocket(address, protocol === null ? [] : [protocol], {
      headers,
      ...(origin !== undefined && { origin }),
      ...(autoPong !== undefined && { autoPong }),
    });
    this.ws.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)));
      this.#wake();
    });
    this.ws.on('error', () => {});
    this.ws.on('unexpected-response', (_request, response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        this.refusal = { status: response.statusCode ?? 0, body: JSON.parse(text) };
        this.ws.terminate();
      });
    });
    this.closed = new Promise((resolve) =>
      this.ws.on('close', (code, reason) => {
        resolve({ code, reason: String(reason) });
        this.#wake();
      }),
    );
  }

  /** Open, and acknowledged. */
  static async begun(url: string, payload?: object, options?: ConstructorParameters<typeof TestSocket>[1]) {
    const socket = new TestSocket(url, options);
    await socket.open();
    socket.send({ type: 'connection_init', ...(payload && { payload }) });
    await socket.next((message) => message.type === 'connection_ack');
    return socket;
  }

  open(): Promise<void> {
    return new Promise((resolve) => this.ws.on('open', resolve));
  }

  send(message: Message): void {
    this.ws.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message));
  }

  subscribe(query: string, id = '1', more: object = {}): void {
    this.send({ type: 'subscribe', id, payload: { query, ...more } });
  }

  /** What is sent arrives in one piece. */
  together(send: () => void): void {
    const { _socket: socket } = this.ws as unknown as { _socket: Socket };
    socket.cork();
    send();
    socket.uncork();
  }

  /** The first message, of those that have come and those that will, of which it is true. */
  async next(isMeant: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const message = this.messages.find(isMeant);
      if (message) return message;
      if (this.ws.readyState === WebSocket.CLOSED)
        throw new Error(`The socket closed before; it said ${JSON.stringify(this.messages)}`);
      await new Promise<void>((resolve) => this.#woken.push(resolve));
    }
  }

  of(id: string, type?: string): Promise<Message> {
    return this.next((message) => message.id === id && (type === undefined || message.type === type));
  }

  end(): Promise<unknown> {
    this.ws.close();
    return this.closed;
  }

  #wake(): void {
    for (const wake of this.#woken.splice(0)) wake();
  }
}

export async function until(condition: () => boolean, ms = 5_000): Promise<void> {
  for (let waited = 0; !condition() && waited < ms; waited += 10)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}
