import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server was asked. */
export interface Asked {
  query: string;
  operationName?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the operation takes.
  variables: Record<string, any>;
  headers: IncomingHttpHeaders;
  /** Where it was asked. */
  path: string;
}

/** Answers one request, or leaves it open. */
export type Script = (asked: Asked, response: ServerResponse) => unknown;

/** A server on a real socket that does what a test says. */
export class ScriptedServer {
  readonly asked: Asked[] = [];
  script: Script = () => ({ data: {} });
  #server!: Server;

  static async start(): Promise<ScriptedServer> {
    const scripted = new ScriptedServer();
    scripted.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', async () => {
        const asked = {
          ...JSON.parse(Buffer.concat(chunks).toString() || '{}'),
          headers: request.headers,
          path: request.url,
        };
        scripted.asked.push(asked);
        const answer = await scripted.script(asked, response);
        if (answer === undefined || response.writableEnded || response.destroyed) return;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((ready) => scripted.#server.listen(0, '127.0.0.1', ready));
    return scripted;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  /** Plays the scripts in turn, the last one from then on. */
  play(...scripts: Script[]): void {
    let next = 0;
    this.asked.length = 0;
    this.script = (asked, response) => scripts[Math.min(next++, scripts.length - 1)]?.(asked, response);
  }

  connections(): Promise<number> {
    return new Promise((resolve, reject) =>
      this.#server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

/** Answers with these data. */
export const data =
  (value: object): Script =>
  () => ({ data: value });

/** Refuses as the server does. */
export const refuse =
  (code: string, details: object = {}, status = 200): Script =>
  (_, response) => {
    response.statusCode = status;
    response.setHeader('x-request-id', `request-${code}`);
    return {
      data: null,
      errors: [
        {
          message: `It is ${code}`,
          path: ['engagement'],
          extensions: { code, requestId: 'in-extensions', ...details },
        },
      ],
    };
  };

/** Answers with a status and no GraphQL. */
export const status =
  (code: number, headers: Record<string, string> = {}): Script =>
  (_, response) => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers });
    response.end('<html>');
  };

/** Never answers. */
export const silence: Script = () => undefined;

/** Hangs up without a word. */
export const hangUp: Script = (_, response) => void response.destroy();
