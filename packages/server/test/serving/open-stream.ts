import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import type { ToyServer } from './toy-server';

export const GREETINGS = 'subscription Greetings { greetings }';

/** A response that goes on. */
export class Stream {
  text = '';
  readonly ended: Promise<void>;

  constructor(
    readonly request: ClientRequest,
    readonly response: IncomingMessage,
  ) {
    response.setEncoding('utf8').on('data', (chunk) => {
      this.text += chunk;
    });
    this.ended = new Promise((resolve) => response.once('close', resolve));
    response.on('error', () => {});
  }

  get status() {
    return this.response.statusCode;
  }

  /** The events so far, as the lines of each. */
  events(): string[] {
    return this.text.split('\n\n').filter((event) => /^(id|event):/.test(event));
  }

  async end(): Promise<void> {
    this.request.destroy();
    await this.ended;
  }
}

export interface Asked {
  method?: string;
  query?: string;
  variables?: object;
  search?: string;
  headers?: Record<string, string>;
  of?: ToyServer;
}

export function openStream(
  server: ToyServer,
  { method = 'POST', query = GREETINGS, variables, search, headers = {}, of = server }: Asked = {},
): Promise<Stream> {
  const { hostname, port } = new URL(of.url);
  const inAddress = search ?? new URLSearchParams({ query }).toString();
  const path = method === 'POST' && search === undefined ? '/graphql/stream' : `/graphql/stream?${inAddress}`;
  const type = method === 'POST' ? { 'content-type': 'application/json' } : {};
  return new Promise<Stream>((resolve, reject) => {
    const request = httpRequest(
      {
        hostname,
        port,
        path,
        method,
        agent: false,
        headers: { ...type, accept: 'text/event-stream', ...headers },
      },
      (response) => resolve(new Stream(request, response)),
    );
    request.on('error', reject).end(method === 'POST' ? JSON.stringify({ query, variables }) : undefined);
  });
}

/** What is said to one that is not opened. */
export async function refusalOf(server: ToyServer, asked: Asked) {
  const stream = await openStream(server, asked);
  await stream.ended;
  return { status: stream.status, headers: stream.response.headers, ...JSON.parse(stream.text) };
}
