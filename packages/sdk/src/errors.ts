/** An error of the server, as it stands in an answer. */
export interface Fault {
  /** What went wrong, in words. */
  readonly message: string;
  /** Where in the answer: keys and indexes. */
  readonly path?: ReadonlyArray<string | number>;
  /** The stable `code`, the `requestId`, and what belongs to the code. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What is known of a failed call. */
export interface Failure {
  readonly operation: string;
  readonly attempts: number;
  readonly requestId?: string;
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly faults?: readonly Fault[];
  readonly cause?: unknown;
}

/**
 * Whatever a call throws.
 *
 * @example
 * ```ts
 * try {
 *   await entente.engagements.get({ id });
 * } catch (error) {
 *   if (error instanceof EntenteError) console.error(error.code, error.requestId, error.operation, error.attempts);
 *   else throw error;
 * }
 * ```
 */
export class EntenteError extends Error {
  override readonly name: string = 'EntenteError';
  /** Stable: a code of the server, or UNREACHABLE, TIMEOUT, ABORTED. */
  declare readonly code: string;
  /** The operation that failed. */
  declare readonly operation: string;
  /** How often it was sent. */
  declare readonly attempts: number;
  /** What the server calls the request; give it to whoever runs the server. */
  declare readonly requestId: string | undefined;
  /** The HTTP status, if there was an answer. */
  declare readonly status: number | undefined;
  /** How long the server wants to be left alone. */
  declare readonly retryAfterMs: number | undefined;
  /** Every error of the answer; this one was made from the first. */
  declare readonly faults: readonly Fault[];

  constructor(code: string, message: string, { cause, ...failure }: Failure) {
    super(message, { cause });
    Object.assign(this, { faults: [] }, failure, { code });
  }

  /** What the server says beside the code. */
  get details(): Readonly<Record<string, unknown>> {
    return this.faults[0]?.extensions ?? {};
  }
}

/** No answer, or none of a GraphQL server. */
export class UnreachableError extends EntenteError {
  override readonly name = 'UnreachableError';
}

/** An attempt or the whole call took longer than allowed, here (TIMEOUT) or at the server (DEADLINE_EXCEEDED). */
export class TimeoutError extends EntenteError {
  override readonly name = 'TimeoutError';
}

/** Your signal aborted the call; `cause` is its reason. */
export class AbortedError extends EntenteError {
  override readonly name = 'AbortedError';
}

/** Too much in too short a time; `retryAfterMs` says when to come back. */
export class RateLimitedError extends EntenteError {
  override readonly name = 'RateLimitedError';
}

/** The server sheds load. */
export class OverloadedError extends EntenteError {
  override readonly name = 'OverloadedError';
}

/** The server understood and will not do it; the same call will be refused again. */
export class RefusedError extends EntenteError {
  override readonly name: string = 'RefusedError';
}

/** There is no such record, or none for you. */
export class NotFoundError extends RefusedError {
  override readonly name = 'NotFoundError';
}

/** Another version or content is there. */
export class ConflictError extends RefusedError {
  override readonly name = 'ConflictError';

  /** The version the record has by now. */
  get currentVersion(): number | undefined {
    return this.details.currentVersion as number | undefined;
  }

  /** The record that is already there. */
  get existingId(): string | undefined {
    return this.details.existingId as string | undefined;
  }
}

/** The input cannot be. */
export class BadInputError extends RefusedError {
  override readonly name = 'BadInputError';

  /** Where, as a path in the input. */
  get field(): string | undefined {
    return this.details.field as string | undefined;
  }
}

/** No valid key or token. */
export class UnauthenticatedError extends RefusedError {
  override readonly name = 'UnauthenticatedError';
}

/** Your role does not allow it. */
export class ForbiddenError extends RefusedError {
  override readonly name = 'ForbiddenError';
}

/** Too deep, too many aliases, or too much at once. */
export class TooCostlyError extends RefusedError {
  override readonly name = 'TooCostlyError';

  /** What it would have cost. */
  get cost(): number | undefined {
    return this.details.cost as number | undefined;
  }

  /** What one request may cost. */
  get limit(): number | undefined {
    return this.details.limit as number | undefined;
  }
}

/** An error that may be gone when the same call is made again. */
export type RetryableError = UnreachableError | TimeoutError | RateLimitedError | OverloadedError;

/**
 * Whether the same call may succeed later. The client has then already tried as often as it was allowed to.
 *
 * @param error - Whatever was caught.
 * @example
 * ```ts
 * try {
 *   await entente.engagements.get({ id });
 * } catch (error) {
 *   if (!isRetryable(error)) throw error;
 *   setTimeout(again, error.retryAfterMs ?? 60_000);
 * }
 * ```
 */
export function isRetryable(error: unknown): error is RetryableError {
  return [UnreachableError, TimeoutError, RateLimitedError, OverloadedError].some((type) => error instanceof type);
}
