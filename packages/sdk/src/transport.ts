import type { Fault } from './errors.js';

/** Where the server is, and how it is spoken to. */
export interface Address {
  /** Where it answers GraphQL. */
  readonly url: string;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** What sends requests. */
  readonly fetch: typeof fetch;
  /** How long an attempt to reach it may take. */
  readonly timeoutMs: number;
}

/** What a transport is asked to carry. */
export interface StreamRequest {
  /** How the client reaches the server. */
  readonly settings: Address;
  /** The operation's name, for errors. */
  readonly operation: string;
  /** Which attempt in a row, from 1, for errors. */
  readonly attempts: number;
  /** The request as GraphQL has it: `query`, `variables`, `operationName`. */
  readonly payload: object;
  /** The bearer token, if there is one. */
  readonly token: string | null | undefined;
  /** Sent with it. */
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** After how many milliseconds without a byte the connection is taken for dead. */
  readonly silenceMs: number;
  /** Ends the connection. */
  readonly signal: AbortSignal;
}

/** One result of the stream. */
export interface StreamResult {
  // biome-ignore lint/suspicious/noExplicitAny: what a frame holds depends on the document.
  readonly data?: Record<string, any> | null | undefined;
  /** What is wrong with it. */
  readonly errors?: readonly Fault[] | undefined;
}

/**
 * Carries one connection: first nothing, once the server has accepted, then each result. It ends when the server ends
 * it, and throws when it breaks, an `EntenteError` if it can say more than that; to connect again is not its business.
 */
export type Transport = (request: StreamRequest) => AsyncIterable<StreamResult | undefined>;
