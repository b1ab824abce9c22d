export type { AuthOption, AuthRequest } from './auth.js';
export type { Answer } from './call.js';
export { createClient, type Entente } from './client.js';
export type {
  ClientEvent,
  CostEvent,
  DeprecationEvent,
  ReconnectEvent,
  RequestEvent,
  RetryEvent,
} from './client-event.js';
export { type ClientOptions, type Core, createCore, type RetryOptions } from './core.js';
export type { KnownDocument, OperationDocument, TypedDocument } from './document.js';
export {
  AbortedError,
  BadInputError,
  ConflictError,
  CursorExpiredError,
  EntenteError,
  EpochChangedError,
  type Failure,
  type Fault,
  ForbiddenError,
  isRetryable,
  NotFoundError,
  OverloadedError,
  RateLimitedError,
  RefusedError,
  type RetryableError,
  TimeoutError,
  TooCostlyError,
  UnauthenticatedError,
  UnreachableError,
} from './errors.js';
export type { HasDocument } from './operation.js';
export type { CallOptions, WriteOptions } from './options.js';
export type { Listing, Page, PageOptions, Uncounted } from './paginate.js';
export { type RequestAnswer, type RequestOptions, request, type Typed, type Untyped } from './request.js';
export type { Settings } from './settings.js';
export type { CursorStore, Gap, ItemOf, MarkOf, Stream, StreamOptions } from './stream.js';
export type { Address, StreamRequest, StreamResult, Transport } from './transport.js';
