import type { Core } from './core.js';
import type { HasDocument } from './operation.js';
import type { Listing } from './paginate.js';
import { createFakeEvents, type FakeEvents } from './testing-events.js';
import type { PartOf } from './testing-part.js';

export type { FakeEvents } from './testing-events.js';
export type { PartOf } from './testing-part.js';

// biome-ignore lint/suspicious/noExplicitAny: stands for the variables of any operation.
type Operation = HasDocument & ((core: Core, variables: any, options?: never) => unknown);
type AnswerTo<F extends Operation> =
  ReturnType<F> extends Listing<infer Item> ? Array<PartOf<Item>> : PartOf<Awaited<ReturnType<F>>> | null;

/** What a fake server was asked. */
export interface FakeRequest {
  /** The operation's name. */
  readonly operation: string;
  /** Its variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The headers sent with it. */
  readonly headers: Headers;
}

/** A server for tests, in memory. */
export interface FakeServer {
  /** To be given to `createClient` or `createCore`. */
  readonly fetch: typeof fetch;
  /** What was asked so far. */
  readonly requests: FakeRequest[];
  /** The log behind `events` and its typed views, and what can befall those who follow it. */
  readonly events: FakeEvents;
  /** Answers an operation from now on; a list is answered page by page. */
  answer<F extends Operation>(
    operation: F,
    answer: AnswerTo<F> | ((variables: Parameters<F>[1]) => AnswerTo<F>),
  ): FakeServer;
  /** Refuses the next request of an operation with a code of the server, as often as this was called. */
  refuse(operation: HasDocument, code: string, details?: Record<string, unknown>): FakeServer;
}

/**
 * A server for the tests of what uses this SDK: no network, and answers as they are typed.
 *
 * @example
 * ```ts
 * import { createClient } from '@entente/sdk';
 * import { listAgreements } from '@entente/sdk/agreements';
 * import { createFakeServer } from '@entente/sdk/testing';
 *
 * const server = createFakeServer().answer(listAgreements, [{ id: 'agreement_1', label: 'Security framework' }]);
 * const entente = createClient({ url: 'http://fake.test/graphql', fetch: server.fetch });
 * const [first] = await entente.agreements.list().take(1);
 * console.log(first?.label, server.requests.length);
 * ```
 */
export function createFakeServer(): FakeServer {
  const answers = new Map<string, { document: HasDocument['document']; answer: unknown }>();
  const refusals = new Map<string, object[]>();
  const requests: FakeRequest[] = [];

  const events = createFakeEvents();

  const answerTo = (operation: string, variables: Record<string, unknown>): object => {
    const refusal = refusals.get(operation)?.shift();
    if (refusal) return { data: null, errors: [refusal] };
    const known = answers.get(operation);
    if (!known && /^(get)?eventBounds$/i.test(operation)) return { data: { events: events.bounds } };
    if (!known)
      return {
        errors: [
          {
            message: `The fake server has no answer to ${operation}`,
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      };
    const { document, answer } = known;
    const value = typeof answer === 'function' ? answer(variables) : answer;
    const payload =
      document.text.includes('$first') && Array.isArray(value) && document.text.includes('pageInfo')
        ? pageOf(value, variables)
        : value;
    return { data: document.path.reduceRight((inner: unknown, key) => ({ [key]: inner }), payload) };
  };

  const server: FakeServer = {
    requests,
    events,
    fetch: async (url, init) => {
      init?.signal?.throwIfAborted();
      const { operationName: operation, variables, query } = JSON.parse(String(init?.body));
      requests.push({ operation, variables, headers: new Headers(init?.headers) });
      if (/\/stream(\?|$)/.test(String(url)) && !refusals.get(operation)?.length)
        return events.connect(query, variables, init?.signal);
      return new Response(JSON.stringify(answerTo(operation, variables)), {
        headers: { 'x-request-id': `fake-${requests.length}` },
      });
    },
    answer(operation, answer) {
      answers.set(operation.document.name, { document: operation.document, answer });
      return server;
    },
    refuse({ document }, code, details) {
      refusals.set(document.name, [
        ...(refusals.get(document.name) ?? []),
        { message: `Refused: ${code}`, extensions: { code, ...details } },
      ]);
      return server;
    },
  };
  return server;
}

function pageOf(items: unknown[], { first, after }: Record<string, unknown>): object {
  const start = after ? Number(after) : 0;
  const end = start + Number(first);
  const nodes = items.slice(start, end);
  return {
    nodes,
    pageInfo: {
      hasNextPage: end < items.length,
      endCursor: nodes.length > 0 ? String(start + nodes.length) : null,
    },
    totalCount: items.length,
  };
}
