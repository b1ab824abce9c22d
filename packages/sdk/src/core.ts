import { type AuthOption, Token } from './auth.js';
import { type Answer, call } from './call.js';
import type { ClientEvent } from './client-event.js';
import type { OperationDocument } from './document.js';
import type { CallOptions } from './options.js';
import type { Settings } from './settings.js';
import type { Transport } from './transport.js';

/** How a client reaches the server. */
export interface ClientOptions {
  /** Where the server answers GraphQL. Example: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** A token, or a function that gets one; it is asked once, and again when the server refuses the token. Absent: anonymous. */
  readonly auth?: AuthOption | undefined;
  /** How often and how long to try. */
  readonly retry?: RetryOptions | undefined;
  /** How long one attempt may take, in milliseconds. Absent: 10,000. */
  readonly timeoutMs?: number | undefined;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Instead of the global `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /** What carries streams, for instance a `webSocket()` of `@entente/sdk/ws`. Absent: server-sent events. */
  readonly transport?: Transport | undefined;
  /** Told of requests, retries, reconnects, deprecations and costs. What it throws is ignored. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

/** How often and how long to try. Queries, and mutations with an idempotency key, are retried. */
export interface RetryOptions {
  /** How many attempts in all. Absent: 3; 1: no retry. */
  readonly attempts?: number | undefined;
  /** No attempt begins later than this after the first, in milliseconds. Absent: 20,000. */
  readonly budgetMs?: number | undefined;
}

/** What functions of the subpaths take: it sends documents. A client is one too. */
export interface Core {
  /** How it reaches the server; used by the functions of this SDK. */
  readonly settings: Settings;
  /** Sends a document; used by the functions of this SDK. */
  send(
    document: OperationDocument,
    variables: object | undefined,
    options: CallOptions | undefined,
  ): Promise<Answer>;
}

/**
 * The client without its namespaces, for the functions of the subpaths: only what is imported is bundled.
 *
 * @param options - How to reach the server.
 * @example
 * ```ts
 * import { createCore } from '@entente/sdk';
 * import { listAgreements } from '@entente/sdk/agreements';
 *
 * const core = createCore({ url: 'http://127.0.0.1:4000/graphql' });
 * const signed = await listAgreements(core, { filter: { status: ['SIGNED'] } }).take(20);
 * ```
 */
export function createCore(options: ClientOptions): Core {
  const { auth, retry, timeoutMs = 10_000, onEvent } = options;
  const settings: Settings = {
    url: options.url,
    headers: options.headers,
    // Bound late, so that a fetch replaced after this (by a test, by instrumentation) is used.
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    token: new Token(auth),
    attempts: retry?.attempts ?? 3,
    budgetMs: retry?.budgetMs ?? 20_000,
    timeoutMs,
    transport: options.transport,
    emit: (event) => {
      try {
        onEvent?.(event);
      } catch {
        // An observer must not break what it observes.
      }
    },
  };
  return {
    settings,
    send: (document, variables, callOptions) => call(settings, document, variables, callOptions),
  };
}
