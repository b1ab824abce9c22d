import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook's call, as it came. */
export interface Call {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The body, parsed. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape.
  event: any;
  at: number;
}

export interface Reply {
  status?: number;
  headers?: { [name: string]: string };
  body?: string;
  /** Never answers. */
  hangs?: boolean;
  afterMs?: number;
}

/** An endpoint that does as it is told, and keeps what it was sent. */
export class Receiver {
  readonly calls: Call[] = [];
  /** Most calls at a time. */
  most = 0;
  #running = 0;
  reply: (call: Call) => Reply = () => ({ status: 204 });

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Receiver> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        const call = {
          path: request.url ?? '',
          headers: request.headers,
          body,
          event: JSON.parse(body),
          at: performance.now(),
        };
        receiver.#running++;
        receiver.most = Math.max(receiver.most, receiver.#running);
        receiver.calls.push(call);
        const { status = 204, headers = {}, body: answer, hangs, afterMs = 0 } = receiver.reply(call);
        response.on('close', () => receiver.#running--);
        if (!hangs) setTimeout(() => response.writeHead(status, headers).end(answer), afterMs);
      });
    });
    const receiver = new Receiver(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** Ids of what came, in order. */
  get ids(): string[] {
    return this.calls.map(({ headers }) => String(headers['webhook-id']));
  }

  async has(count: number, withinMs = 5_000): Promise<Call[]> {
    await until(() => this.calls.length >= count, withinMs);
    return this.calls;
  }

  /** Breaks off whatever is under way. */
  disconnect(): void {
    this.server.closeAllConnections();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 5_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`not so within ${withinMs} ms: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
