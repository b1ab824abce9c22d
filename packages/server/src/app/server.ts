import type { AddressInfo } from 'node:net';
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from '../platform/log';
import { OperatorError } from '../platform/operator-error';
import type { Config } from './config';
import { prefersPage } from './http/accept';
import { serveConsole } from './http/console-page';
import { drain } from './http/drain';
import { requestIdOf } from './http/exchange';
import type { Execute } from './http/executor';
import { createGraphQLEndpoint, type RequestFacts } from './http/graphql-endpoint';
import { serveHealth } from './http/health';
import { answerRefusals, refuseAddress, refuseConnection } from './http/refusals';
import { followRequests, refuseForeignHosts } from './http/request-hooks';
import { Running } from './http/running';
import type { StreamSource } from './http/stream/stream-source';
import { serveStreams } from './http/stream/stream-transports';
import type { Viewer } from './runtime';

export type { RequestFacts };

export interface ServerOptions<C> {
  schema: GraphQLSchema;
  config: Pick<Config, 'host' | 'port' | 'allowedHosts' | 'corsOrigins' | 'limits'>;
  log: Logger;
  execute: Execute<C>;
  contextOf(facts: RequestFacts): C | Promise<C>;
  /** Whether the database answers and is migrated. */
  isReady(): Promise<boolean>;
  /** Who asks for a stream. Throws for a token that is not this server's. */
  viewerOf(token: string | null): Viewer;
  /** What subscriptions run on; null where there is nothing to subscribe to. */
  streams: StreamSource | null;
  /** Where the built console lies, if not beside this package. */
  consoleDirectory?: string;
  times?: Partial<Times>;
}

/** How long a caller may take, in milliseconds. Node's own defaults leave a socket that sends nothing open for a minute. */
export interface Times {
  headers: number;
  request: number;
  check: number;
  /** Above the 60 s after which load balancers drop idle connections, so that they, not we, close first. */
  keepAlive: number;
  drain: number;
  /** Until `connection_init` over a WebSocket. */
  init: number;
  /** Between pings over a WebSocket: one that is silent for three of them is gone. */
  beat: number;
  /** Between comments in a stream of server-sent events. */
  comment: number;
}

const TIMES: Times = {
  headers: 10_000,
  request: 30_000,
  check: 1_000,
  keepAlive: 65_000,
  drain: 25_000,
  init: 10_000,
  beat: 15_000,
  comment: 12_000,
};

const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'x-request-id',
  'apollo-require-preflight',
  'last-event-id',
];

export async function createServer<C>(
  options: ServerOptions<C>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const { config, log } = options;
  const times = { ...TIMES, ...options.times };
  const running = new Running();
  let stopping: Promise<void> | null = null;

  const app = createApp(config.limits.bodyBytes, times);
  followRequests(app, running, log);
  refuseForeignHosts(app, config.allowedHosts);
  answerRefusals(app, config.limits, log);
  await app.register(cors, {
    origin: config.corsOrigins,
    credentials: false,
    methods: ['GET', 'POST'],
    allowedHeaders: ALLOWED_HEADERS,
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
    strictPreflight: false,
  });

  const { allowedHosts, corsOrigins, limits } = config;
  const streams = serveStreams(app, { ...options, allowedHosts, corsOrigins, limits, running, times });
  const endpoint = await createGraphQLEndpoint({
    ...options,
    limits: config.limits,
    drain: () => drain(app, running, streams, times.drain),
  });
  const consolePage = await serveConsole(app, options.consoleDirectory);
  serveHealth(app, { isReady: options.isReady, isDraining: () => stopping !== null });

  // A browser gets the console, a client gets GraphQL, at either address.
  const answer = (request: FastifyRequest, reply: FastifyReply) =>
    request.method !== 'POST' && prefersPage(request.headers.accept)
      ? consolePage.send(reply)
      : endpoint.answer(request, reply);
  for (const url of ['/', '/graphql']) app.route({ method: ['GET', 'POST'], url, handler: answer });

  return {
    url: await listen(app, config),
    stop() {
      stopping ??= endpoint.stop();
      return stopping;
    },
  };
}

function createApp(bodyLimit: number, times: Times): FastifyInstance {
  const app = Fastify({
    // One line a request is written by `followRequests`; Fastify's own would carry addresses and query strings.
    logger: false,
    bodyLimit,
    genReqId: ({ headers }) => requestIdOf(headers),
    requestTimeout: times.request,
    keepAliveTimeout: times.keepAlive,
    http: { headersTimeout: times.headers, connectionsCheckingInterval: times.check },
    // Requests over open connections are served while draining; see `drain`.
    return503OnClosing: false,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseConnection,
  });
  // Leaves JSON as the only body: forms and plain text can be sent across sites without a preflight.
  app.removeContentTypeParser('text/plain');
  app.addHook('onSend', (_request, reply, payload, done) => {
    // Draining: the last answer over a connection says so, else the connection would stay open after it.
    if (!app.server.listening) reply.header('connection', 'close');
    done(null, payload);
  });
  return app;
}

async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new OperatorError(`Port ${port} is taken on ${host}; give another one by PORT`);
    if (code === 'EADDRNOTAVAIL')
      throw new OperatorError(`This machine has no address ${host}; give another one by HOST`);
    throw error;
  }
  const address = app.server.address() as AddressInfo;
  const name = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${address.port}`;
}
