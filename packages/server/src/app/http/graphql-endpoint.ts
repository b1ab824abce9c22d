import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { DomainError } from '../../platform/errors';
import type { Logger } from '../../platform/log';
import { type Limits, refuseText } from '../limits';
import { acceptsGraphQL } from './accept';
import { bearerTokenOf } from './exchange';
import { type Carried, type Execute, executorOf } from './executor';
import { finishEarlyAnswer, shapeApolloError, tellErrors } from './tell-errors';

export interface RequestFacts {
  requestId: string;
  token: string | null;
  signal: AbortSignal;
}

export interface EndpointOptions<C> {
  schema: GraphQLSchema;
  limits: Limits;
  log: Logger;
  execute: Execute<C>;
  contextOf(facts: RequestFacts): C | Promise<C>;
  /** Called by Apollo when it stops: must return once no request is running. */
  drain(): Promise<void>;
}

/**
 * Apollo behind a Fastify handler of our own. @as-integrations/fastify was tried: it leaves no place
 * to refuse a text before it is parsed, takes 406 only after a mutation has run, and its drain ends
 * at 10 s; what it does besides is the last ten lines of `answer`.
 */
export async function createGraphQLEndpoint<C>(options: EndpointOptions<C>) {
  const { limits, log } = options;
  const apollo = new ApolloServer<Carried<C>>({
    gateway: gatewayOf(options),
    // `stringifyResult` stays Apollo's for now. Apollo spreads the result object, so a lazy getter on
    // it would fire; finished text of a compiled read will be carried as the value of `data` itself,
    // and recognised and passed through in a `stringifyResult` given here.
    formatError: shapeApolloError,
    parseOptions: { maxTokens: limits.tokens },
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    // Its own handler of signals once hung a clean stop; main.ts decides when to stop.
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: {
      debug: () => {},
      info: () => {},
      warn: (text) => log.warn(text),
      error: (text) => log.error(text),
    },
    plugins: [
      tellErrors(log),
      { serverWillStart: async () => ({ drainServer: options.drain }) },
      // The first wraps every resolver of the schema; the next two would send reports to a company
      // as soon as its key stood in the environment.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
  });
  await apollo.start();

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const exchange = request.exchange;
    if (!exchange) throw new Error('A request reached GraphQL without an exchange');
    exchange.startDeadline(limits.deadlineMs);
    if (!acceptsGraphQL(request.headers.accept)) throw notAcceptable();
    const text = textOf(request);
    if (text !== null) refuseText(text, limits);
    const { requestId, signal } = exchange;
    const context = await options.contextOf({ requestId, signal, token: bearerTokenOf(request.headers) });

    const answered = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: searchOf(request.url),
        body: request.body ?? {},
      },
      context: async () => ({ exchange, context }),
    });
    const { body, headers, status } = finishEarlyAnswer(answered, exchange);
    reply.header('cache-control', 'no-store').header('vary', 'Accept, Origin');
    for (const [name, value] of headers) reply.header(name, value);
    reply.code(status);
    return body;
  }

  return { answer, stop: () => apollo.stop() };
}

/** Apollo gives execution away only to a "gateway": this one is our own `execute`. */
function gatewayOf<C>(options: EndpointOptions<C>) {
  const listeners = new Set<(loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void>();
  return {
    onSchemaLoadOrUpdate(
      listener: (loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void,
    ) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      for (const listener of listeners) listener({ apiSchema: options.schema, coreSupergraphSdl: '' });
      return { executor: executorOf(options) };
    },
    async stop() {},
  };
}

/** The text of the operation, wherever Apollo is going to read it from. */
function textOf(request: FastifyRequest): string | null {
  const query =
    request.method === 'POST'
      ? (request.body as { query?: unknown } | undefined)?.query
      : new URLSearchParams(searchOf(request.url)).get('query');
  return typeof query === 'string' ? query : null;
}

function searchOf(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start);
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}

function notAcceptable(): Error {
  return Object.assign(
    new DomainError(
      'BAD_USER_INPUT',
      'Accept must allow application/json or application/graphql-response+json',
    ),
    { statusCode: 406 },
  );
}
