import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, Socket } from 'node:net';
import {
  buildSchema,
  type DocumentNode,
  execute as executeGraphQL,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';
import { readConfig } from '../../src/app/config';
import type { Viewer } from '../../src/app/runtime';
import { createServer, type RequestFacts, type ServerOptions } from '../../src/app/server';
import { DomainError } from '../../src/platform/errors';
import { createLog } from '../../src/platform/log';
import { ToyStreams } from './toy-streams';

const SDL = `
  type Query {
    greeting(name: String, kind: Kind, day: Day): String
    engagement(id: ID!): Engagement
    engagements(first: Int, filter: Filter): [Engagement!]
    fail(how: String!): String
    failToo(how: String!): String
    failEverywhere: [Engagement]
    required: String!
    odd: Kind
    slow(ms: Int!, deaf: Boolean): String
    token: String
  }
  type Subscription { greetings(after: String): String engagements(first: Int): [Engagement!] }
  type Engagement { id: ID! related: [Engagement!] broken: String }
  type Mutation { record(input: EngagementInput!): String }
  input EngagementInput { title: String! kind: Kind parties: [PartyInput!] on: Day }
  input PartyInput { role: Kind! name: String }
  input Filter { kind: [Kind!] between: [ID!] }
  enum Kind { SUMMIT MEETING CALL }
  scalar Day
`;

/** Small, but with each shape of argument, and with each way of failing, that the real one has. */
export function toySchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  const day = schema.getType('Day') as GraphQLScalarType;
  day.parseValue = (value) => {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value))
      throw new DomainError('BAD_USER_INPUT', 'A day is written YYYY-MM-DD');
    return value;
  };
  day.parseLiteral = (node) => day.parseValue('value' in node ? node.value : undefined);
  return schema;
}

interface ToyContext extends RequestFacts {
  server: ToyServer;
}

/** What the world did to the resolvers. */
export class ToyServer {
  readonly lines: string[] = [];
  readonly cancelled: string[] = [];
  readonly written: string[] = [];
  readonly started = new Set<() => void>();
  readonly streams: ToyStreams;
  facts: RequestFacts | null = null;
  failures: Record<string, () => Error> = {};
  isReady: () => Promise<boolean> = () => Promise.resolve(true);
  contextOf: (facts: RequestFacts) => void = () => {};
  url = '';
  stop: () => Promise<void> = () => Promise.resolve();

  constructor(schema: GraphQLSchema) {
    this.streams = new ToyStreams(schema);
  }

  /** Resolves once a slow field has begun. */
  begun(): Promise<void> {
    return new Promise((resolve) => this.started.add(resolve));
  }

  /** Bytes that wait in this process for readers that do not read. */
  buffered(): number {
    const port = Number(new URL(this.url).port);
    const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles(): unknown[] };
    return handles()
      .filter((handle): handle is Socket => handle instanceof Socket && handle.localPort === port)
      .reduce((sum, { writableLength }) => sum + writableLength, 0);
  }

  log(): Record<string, unknown>[] {
    return this.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  async ask(query: string, variables?: object, headers: Record<string, string> = {}): Promise<Answer> {
    return this.post(JSON.stringify({ query, variables }), headers);
  }

  post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('POST', '/graphql', { 'content-type': 'application/json', ...headers }, body);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, headers);
  }

  send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Buffer,
  ): Promise<Answer> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const request = httpRequest({ hostname, port, method, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve(answerOf(response.statusCode ?? 0, response.headers, Buffer.concat(chunks).toString())),
        );
      });
      request.on('error', reject).end(body);
    });
  }

  /** Bytes as they are, for what no HTTP library would send; resolves with all that came back when the socket closes. */
  sendBytes(bytes: string, patienceMs = 0, later?: [bytes: string, afterMs: number]): Promise<string> {
    const { hostname, port } = new URL(this.url);
    return new Promise((resolve) => {
      let received = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      socket.on('error', () => {});
      if (later) setTimeout(() => socket.write(later[0]), later[1]);
      if (patienceMs > 0) setTimeout(() => socket.destroy(), patienceMs);
      socket.on('close', () => resolve(received));
    });
  }
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: unknown[]; locations?: unknown[]; extensions: Record<string, unknown> }[];
}

function answerOf(status: number, headers: IncomingHttpHeaders, text: string): Answer {
  const isJson = /json/.test(headers['content-type'] ?? '');
  const { data, errors = [] } = isJson && text !== '' ? JSON.parse(text) : {};
  return { status, headers, text, data, errors };
}

const engagement = {
  id: 'engagement_1',
  related: () => [engagement],
  broken: () => Promise.reject(new Error('no such luck')),
};

const root = {
  greeting: ({ name }: { name?: string }) => `Hello ${name ?? 'you'}`,
  engagement: () => null,
  engagements: () => [engagement],
  fail: ({ how }: { how: string }, { server }: ToyContext) => Promise.reject(server.failures[how]?.()),
  failToo: ({ how }: { how: string }, { server }: ToyContext) => Promise.reject(server.failures[how]?.()),
  failEverywhere: () => Array.from({ length: 200 }, () => new Error('no such luck')),
  required: () => null,
  odd: () => 'hunter2',
  token: (_: unknown, { token }: ToyContext) => token,
  record: ({ input }: { input: { title: string } }, { server }: ToyContext) => {
    server.written.push(input.title);
    return input.title;
  },
  slow({ ms, deaf }: { ms: number; deaf?: boolean }, { server, signal }: ToyContext) {
    for (const begun of server.started) begun();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms, 'done');
      if (deaf) timer.unref();
      else
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          server.cancelled.push(String((signal.reason as Error).message));
          reject(signal.reason);
        });
    });
  },
};

export const TOY_TOKEN = 'the-right-token';

function viewerOf(token: string | null): Viewer {
  if (token === null) return { account: null, clearance: 0, mayWrite: false };
  if (token === TOY_TOKEN) return { account: 'operator', clearance: 4, mayWrite: true };
  throw new DomainError('UNAUTHENTICATED', 'The bearer token is not this server’s');
}

export async function startToyServer(
  settings: NodeJS.ProcessEnv = {},
  { port = 0, ...options }: Partial<ServerOptions<ToyContext>> & { port?: number } = {},
): Promise<ToyServer> {
  const schema = toySchema();
  const server = new ToyServer(schema);
  const started = await createServer<ToyContext>({
    schema,
    config: { ...readConfig({ CORS_ORIGINS: 'https://desk.example.org', ...settings }), port },
    log: createLog({ level: 'debug', to: { write: (line) => server.lines.push(line) } }),
    async execute(document: DocumentNode, variableValues, contextValue, operationName) {
      return executeGraphQL({
        schema,
        document,
        variableValues,
        contextValue,
        operationName,
        rootValue: root,
      });
    },
    contextOf(facts) {
      server.facts = facts;
      server.contextOf(facts);
      return { ...facts, server };
    },
    isReady: () => server.isReady(),
    viewerOf,
    streams: server.streams,
    consoleDirectory: '/nowhere',
    ...options,
  });
  return Object.assign(server, started);
}
