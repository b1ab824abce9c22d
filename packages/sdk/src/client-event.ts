import type { EntenteError } from './errors.js';

/** What the client reports to `onEvent`, for logs and metrics. */
export type ClientEvent = RequestEvent | RetryEvent | ReconnectEvent | DeprecationEvent | CostEvent;

interface AnyEvent {
  /** The operation concerned. */
  readonly operation: string;
  /** What the server calls the request, if it answered. */
  readonly requestId?: string | undefined;
}

/** One attempt ended. */
export interface RequestEvent extends AnyEvent {
  readonly type: 'request';
  /** Which attempt, from 1. */
  readonly attempt: number;
  /** How long it took. */
  readonly durationMs: number;
  /** Why it failed, if it did. */
  readonly error?: EntenteError | undefined;
}

/** An attempt failed, and another will be made. */
export interface RetryEvent extends AnyEvent {
  readonly type: 'retry';
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  /** How long is waited before the next. */
  readonly delayMs: number;
  /** Why it failed. */
  readonly error: EntenteError;
}

/** A stream broke off, and goes on after where it was. */
export interface ReconnectEvent extends AnyEvent {
  readonly type: 'reconnect';
  /** How often in a row it could not be followed, from 1. */
  readonly attempt: number;
  /** How long is waited before the next. */
  readonly delayMs: number;
  /** Why it broke off. */
  readonly error: EntenteError;
  /** Where it goes on; null if it has not begun. */
  readonly after: string | null;
}

/** The server says that what was asked will go away. */
export interface DeprecationEvent extends AnyEvent {
  readonly type: 'deprecation';
  /** Its `Deprecation` header. */
  readonly since: string;
  /** Its `Sunset` header. */
  readonly sunset: string | null;
}

/** The server says what the request cost. */
export interface CostEvent extends AnyEvent {
  readonly type: 'cost';
  /** Its `extensions.cost`. */
  readonly cost: unknown;
}
