export type { AuthOption, AuthRequest } from './auth.js';
export type { Answer } from './call.js';
export { createClient, type Entente } from './client.js';
export { type ClientOptions, type Core, createCore, type RetryOptions } from './core.js';
export type { KnownDocument, OperationDocument, TypedDocument } from './document.js';
export {
  AbortedError,
  BadInputError,
  ConflictError,
  EntenteError,
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
export type { ClientEvent, CostEvent, DeprecationEvent, RequestEvent, RetryEvent } from './events.js';
export type { HasDocument } from './operation.js';
export type { CallOptions, WriteOptions } from './options.js';
export type { Listing, Page, PageOptions } from './paginate.js';
export { type RequestAnswer, type RequestOptions, request, type Typed, type Untyped } from './request.js';
