import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { Product } from './support/product';
import { ScriptedServer } from './support/scripted-server';
import { SocketServer } from './support/socket-server';
import { changed, next, stream } from './support/streamed';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const inBrowser = existsSync(executablePath) ? test : test.skip;

describe('a page of another origin', () => {
  let browser: Browser;
  let pages: Server;
  const server = ScriptedServer.start();

  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `export * from './index'; export { getActor } from './generated/resources/actors'; export { webSocket } from './ws';`,
        resolveDir: join(__dirname, '../src'),
        loader: 'ts',
      },
      bundle: true,
      format: 'iife',
      globalName: 'sdk',
      write: false,
    });
    const page = `<!doctype html><title>Page</title><script>${outputFiles[0]?.text}</script>`;
    pages = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page)).listen(
      0,
      'localhost',
    );
    if (existsSync(executablePath))
      browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    pages.close();
    await (await server).stop();
  });

  inBrowser('reads, writes, retries and is refused as in Node', async () => {
    const { url, play, asked } = await allowing(await server);
    play();
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(pages.address() as AddressInfo).port}/`);

    const answer = await page.evaluate(async (url) => {
      // @ts-expect-error The bundle of the page.
      const { createClient, getActor, NotFoundError, AbortedError } = sdk;
      const entente = createClient({ url, auth: async () => 'token' });
      const actor = await getActor(entente, { ref: 'QA' });
      const written = await entente.engagements.record({ input: { kind: 'CALL' } });
      const error = await entente.topics.get({ ref: 'nothing' }).catch((error: unknown) => error);
      const aborted = await entente.topics
        .get({ ref: 'x' }, { signal: AbortSignal.abort() })
        .catch((error: unknown) => error);
      return [
        actor.id,
        written.id,
        error instanceof NotFoundError,
        error.requestId,
        aborted instanceof AbortedError,
      ];
    }, url);

    expect(answer).toEqual(['actor_1', 'engagement_1', true, 'request-1', true]);
    expect(asked.map(({ operationName }) => operationName)).toEqual([
      'getActor',
      'getActor',
      'recordEngagement',
      'getTopic',
    ]);
    expect(asked[0]?.headers).toMatchObject({
      authorization: 'Bearer token',
      origin: expect.stringContaining('http://localhost:'),
    });
  });

  inBrowser('follows streams as in Node, by server-sent events and over a WebSocket', async () => {
    const http = await server;
    let connections = 0;
    http.script = ({ operationName, path, headers }, response) => {
      response.setHeader('access-control-allow-origin', headers.origin ?? '');
      response.setHeader('access-control-allow-headers', 'content-type, authorization');
      if (!operationName) return void response.writeHead(204).end();
      if (path === '/graphql') return { data: { events: { head: 'c0', oldest: 'c0' } } };
      return stream([next(changed(++connections))], connections === 1 ? 'hang up' : 'open')(
        {} as never,
        response,
      );
    };
    const sockets = await SocketServer.start();
    sockets.reset(async function* () {
      yield { data: { events: changed(7) } };
      await new Promise(() => {});
    });
    const page = await browser.newPage();
    await page.goto(`http://localhost:${(pages.address() as AddressInfo).port}/`);

    const answer = await page.evaluate(
      async ({ url, socketUrl }) => {
        // @ts-expect-error The bundle of the page.
        const { createClient, webSocket } = sdk;
        const entente = createClient({ url, auth: async () => 'token' });
        const controller = new AbortController();
        const got: unknown[] = [];
        try {
          for await (const { recordVersion } of entente.events({}, { signal: controller.signal }))
            if (got.push(recordVersion) === 2) controller.abort();
        } catch (error) {
          got.push((error as { code?: string }).code);
        }
        const transport = webSocket({ url: socketUrl });
        for await (const { recordVersion } of entente.events({}, { transport })) {
          got.push(recordVersion);
          break;
        }
        return got;
      },
      { url: http.url, socketUrl: sockets.socketUrl },
    );
    await sockets.stop();

    expect(answer).toEqual([1, 2, 'ABORTED', 7]);
  });

  inBrowser(
    'reads from the product and writes to it, if it is among its CORS_ORIGINS',
    async () => {
      const origin = `http://localhost:${(pages.address() as AddressInfo).port}`;
      const product = await Product.start({ CORS_ORIGINS: origin });
      const page = await browser.newPage();
      await page.goto(origin);

      const answer = await page.evaluate(
        async ({ url, token }) => {
          // @ts-expect-error The bundle of the page.
          const { createClient, ConflictError } = sdk;
          const entente = createClient({ url, auth: token });
          const found = await entente.engagements.list({ filter: { between: ['QA', 'IQ'] } }).take(2);
          const { id } = await entente.engagements.record({
            input: { kind: 'CALL', status: 'HELD', participations: [{ actor: 'QA' }] },
          });
          const error = await entente.engagements
            .amend({ id, expectedVersion: 9, input: {} })
            .catch((error: unknown) => error);
          return [found.length, error instanceof ConflictError, error.currentVersion, typeof error.requestId];
        },
        { url: product.url, token: product.token },
      );
      await product.stop();

      expect(answer).toEqual([2, true, 1, 'string']);
    },
    60_000,
  );
});

/** Answers as a server does that has the page's origin in CORS_ORIGINS; the first request is met by an overload. */
async function allowing(server: ScriptedServer) {
  let first = true;
  const play = () =>
    server.play(({ operationName, headers }, response) => {
      response.setHeader('access-control-allow-origin', headers.origin ?? '');
      response.setHeader('access-control-allow-headers', 'content-type, authorization');
      response.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
      response.setHeader('x-request-id', 'request-1');
      if (!operationName) {
        server.asked.pop();
        return void response.writeHead(204).end();
      }
      if (first) {
        first = false;
        return void response.writeHead(503, { 'retry-after': '0' }).end();
      }
      return { data: { actor: { id: 'actor_1' }, recordEngagement: { id: 'engagement_1' }, topic: null } };
    });
  return { url: server.url, play, asked: server.asked };
}
