import {
  BadInputError,
  ConflictError,
  CursorExpiredError,
  EntenteError,
  EpochChangedError,
  type Failure,
  type Fault,
  ForbiddenError,
  NotFoundError,
  OverloadedError,
  RateLimitedError,
  RefusedError,
  TimeoutError,
  TooCostlyError,
  UnauthenticatedError,
  UnreachableError,
} from './errors.js';

const classes: Record<string, typeof EntenteError | undefined> = {
  // A code may be any word, `constructor` too.
  __proto__: null as never,
  BAD_USER_INPUT: BadInputError,
  NOT_FOUND: NotFoundError,
  CONFLICT: ConflictError,
  UNAUTHENTICATED: UnauthenticatedError,
  FORBIDDEN: ForbiddenError,
  QUERY_TOO_COSTLY: TooCostlyError,
  RATE_LIMITED: RateLimitedError,
  OVERLOADED: OverloadedError,
  DEADLINE_EXCEEDED: TimeoutError,
  UNREACHABLE: UnreachableError,
  CURSOR_EXPIRED: CursorExpiredError,
  EPOCH_CHANGED: EpochChangedError,
  INTERNAL: EntenteError,
};

// For answers that are none of GraphQL: of a proxy, or of a server that refused before it read the body.
const codes: Record<number, string> = {
  400: 'BAD_USER_INPUT',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  408: 'DEADLINE_EXCEEDED',
  413: 'BAD_USER_INPUT',
  429: 'RATE_LIMITED',
  500: 'INTERNAL',
  503: 'OVERLOADED',
};

/** The class for a code. A code this version does not know is a refusal: to try again would not help. */
export function errorOf(code: string, message: string, failure: Failure): EntenteError {
  return new (classes[code] ?? RefusedError)(code, message, failure);
}

/** An error of the server; without one, what its status says. */
export function errorOfFault(fault: Fault | undefined, failure: Failure): EntenteError {
  const { status = 0 } = failure;
  const code = fault?.extensions?.code;
  if (typeof code === 'string') return errorOf(code, fault?.message ?? code, failure);
  return errorOf(
    codes[status] ?? (fault ? 'INTERNAL' : 'UNREACHABLE'),
    fault?.message ?? `The answer (HTTP ${status}) is none of GraphQL; is the url right?`,
    failure,
  );
}
