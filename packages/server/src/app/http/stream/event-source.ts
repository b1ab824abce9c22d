import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { DomainError } from '../../../platform/errors';
import { JSON_TYPE } from '../answer';
import { bearerTokenOf, type Exchange } from '../exchange';
import { EventSourceSink } from './event-source-sink';
import type { Heartbeat } from './heartbeat';
import type { OperationRunner, RunnerOptions } from './operation-runner';
import { type Operation, RefusedDocument } from './operations';
import { FOREIGN_PAGE, isForeignPage } from './origin';
import type { StreamGate } from './stream-gate';

export interface EventSourcesOptions<C> extends RunnerOptions<C> {
  corsOrigins: readonly string[];
  runner: OperationRunner<C>;
  gate: StreamGate;
  heartbeat: Heartbeat;
}

/** Server-sent events by the graphql-sse protocol, each operation over a connection of its own. */
export class EventSources<C> {
  readonly #open = new Set<EventSourceSink>();

  constructor(private readonly options: EventSourcesOptions<C>) {}

  get count(): number {
    return this.#open.size;
  }

  /** What is wrong with the request is thrown, and answered with a status; what goes wrong later is an event. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { corsOrigins, runner, viewerOf } = this.options;
    const exchange = request.exchange;
    if (!exchange) throw new Error('A request reached the streams without an exchange');
    if (isForeignPage(request.headers, corsOrigins)) throw new DomainError('FORBIDDEN', FOREIGN_PAGE);
    if (!acceptsEvents(request.headers.accept)) throw notAcceptable();
    const token = bearerTokenOf(request.headers);
    const viewer = viewerOf(token);

    const asked = request.method === 'GET' ? inAddress(request) : request.body;
    let operation: Operation | null = null;
    try {
      operation = runner.accept(asked);
      exchange.operation = operation.name;
      if (operation.type === 'mutation' && request.method === 'GET') throw mustPost();
      if (operation.type === 'subscription')
        await this.#stream(operation, request, reply, { viewer, lastEventId: lastEventIdOf(request) });
      else await this.#answer(operation, exchange, token, { request, reply });
    } catch (error) {
      if (!(error instanceof RefusedDocument)) throw error;
      refuseDocument(reply, runner.tell(error, exchange, operation));
    }
  }

  /** A little apart from each other, as their clients come back at once. */
  restart(spreadMs: number): void {
    for (const sink of this.#open) setTimeout(() => sink.end(), Math.random() * spreadMs);
  }

  async #answer(
    operation: Operation,
    exchange: Exchange,
    token: string | null,
    { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  ): Promise<void> {
    const { runner } = this.options;
    const result = await runner.answer(operation, exchange, token);
    new EventSourceSink(request, reply, exchange, (error) => runner.tell(error, exchange, operation)).answer(
      result,
    );
  }

  async #stream(
    operation: Operation,
    request: FastifyRequest,
    reply: FastifyReply,
    as: { viewer: ReturnType<RunnerOptions<C>['viewerOf']>; lastEventId: string | null },
  ): Promise<void> {
    const { gate, heartbeat, runner } = this.options;
    const { exchange } = request;
    if (!exchange) return;
    const leave = gate.connect(request.socket.remoteAddress);
    const end = beginning(gate, leave);
    const sink = new EventSourceSink(request, reply, exchange, (error) =>
      runner.tell(error, exchange, operation),
    );
    this.#open.add(sink);
    sink.whenOver(end);
    sink.whenOver(leave);
    sink.whenOver(() => this.#open.delete(sink));
    exchange.frames = 0;
    try {
      sink.whenOver(await runner.attach(operation, exchange, as, sink));
      sink.begin();
      sink.whenOver(heartbeat.add(() => sink.beat()));
    } catch (error) {
      sink.fail(error);
    }
  }
}

/** One document can have several faults, and an error of Fastify is one. */
function refuseDocument(reply: FastifyReply, errors: object[]): void {
  reply.code(400).header('cache-control', 'no-store').type(JSON_TYPE).send(JSON.stringify({ errors }));
}

function beginning(gate: StreamGate, leave: () => void): () => void {
  try {
    return gate.begin();
  } catch (error) {
    leave();
    throw error;
  }
}

function inAddress(request: FastifyRequest): Record<string, unknown> {
  const { query, variables, operationName, extensions } = request.query as Record<string, unknown>;
  return {
    query,
    operationName,
    variables: parsed(variables, 'variables'),
    extensions: parsed(extensions, 'extensions'),
  };
}

function parsed(text: unknown, name: string): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    throw new DomainError('BAD_USER_INPUT', `${name} must be JSON`, { field: name });
  }
}

/** An EventSource sends the header when it comes back; for the first time it can only say it in the address. */
function lastEventIdOf({ headers, query }: FastifyRequest): string | null {
  const inHeader = headers['last-event-id'];
  const { lastEventId } = query as { lastEventId?: unknown };
  const id = inHeader === undefined ? lastEventId : inHeader;
  return typeof id === 'string' && id !== '' ? id : null;
}

function acceptsEvents(accept: string | undefined): boolean {
  return new Negotiator({ headers: { accept } }).mediaType(['text/event-stream']) !== undefined;
}

function notAcceptable(): Error {
  return Object.assign(new DomainError('BAD_USER_INPUT', 'Accept must allow text/event-stream'), {
    statusCode: 406,
  });
}

function mustPost(): Error {
  return Object.assign(new DomainError('BAD_USER_INPUT', 'A mutation is sent by POST'), { statusCode: 405 });
}
