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

/**
 * No answer, or none of a GraphQL server.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.get({ id }).catch((error) => error);
 * if (error instanceof UnreachableError) console.warn(error.message, error.cause);
 * ```
 */
export class UnreachableError extends EntenteError {
  override readonly name = 'UnreachableError';
}

/**
 * An attempt or the whole call took longer than allowed, here (TIMEOUT) or at the server (DEADLINE_EXCEEDED).
 *
 * @example
 * ```ts
 * const error = await entente.engagements.get({ id }, { deadlineMs: 500 }).catch((error) => error);
 * if (error instanceof TimeoutError) console.warn('Not within half a second.');
 * ```
 */
export class TimeoutError extends EntenteError {
  override readonly name = 'TimeoutError';
}

/**
 * Your signal aborted the call; `cause` is its reason.
 *
 * @example
 * ```ts
 * const controller = new AbortController();
 * const reading = entente.engagements.get({ id }, { signal: controller.signal });
 * controller.abort('The page was left.');
 * const error = await reading.catch((error) => error);
 * if (error instanceof AbortedError) console.log(error.cause);
 * ```
 */
export class AbortedError extends EntenteError {
  override readonly name = 'AbortedError';
}

/**
 * Too much in too short a time; `retryAfterMs` says when to come back.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.get({ id }).catch((error) => error);
 * if (error instanceof RateLimitedError) console.warn('again in', error.retryAfterMs);
 * ```
 */
export class RateLimitedError extends EntenteError {
  override readonly name = 'RateLimitedError';
}

/**
 * The server sheds load.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.get({ id }).catch((error) => error);
 * if (error instanceof OverloadedError) console.warn('again in', error.retryAfterMs ?? 60_000);
 * ```
 */
export class OverloadedError extends EntenteError {
  override readonly name = 'OverloadedError';
}

/**
 * The server understood and will not do it; the same call will be refused again.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.get({ id }).catch((error) => error);
 * if (error instanceof RefusedError) console.error(error.code, error.details);
 * ```
 */
export class RefusedError extends EntenteError {
  override readonly name: string = 'RefusedError';
}

/**
 * There is no such record, or none for you.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.get({ id }).catch((error) => error);
 * if (error instanceof NotFoundError) console.log('There is none, or none for you.');
 * ```
 */
export class NotFoundError extends RefusedError {
  override readonly name = 'NotFoundError';
}

/**
 * Another version or content is there.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.amend({ id, expectedVersion: 1, input: { title: 'Talks' } }).catch((error) => error);
 * if (error instanceof ConflictError) console.log('It is version', error.currentVersion, 'by now.');
 * ```
 */
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

/**
 * The input cannot be.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.record({ input: { kind: 'CALL' } }).catch((error) => error);
 * if (error instanceof BadInputError) console.log(error.field, error.message);
 * ```
 */
export class BadInputError extends RefusedError {
  override readonly name = 'BadInputError';

  /** Where, as a path in the input. */
  get field(): string | undefined {
    return this.details.field as string | undefined;
  }
}

/**
 * No valid key or token.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.get({ id }).catch((error) => error);
 * if (error instanceof UnauthenticatedError) console.log('Sign in again.');
 * ```
 */
export class UnauthenticatedError extends RefusedError {
  override readonly name = 'UnauthenticatedError';
}

/**
 * Your role does not allow it.
 *
 * @example
 * ```ts
 * const error = await entente.engagements.get({ id }).catch((error) => error);
 * if (error instanceof ForbiddenError) console.log('Ask for another role.');
 * ```
 */
export class ForbiddenError extends RefusedError {
  override readonly name = 'ForbiddenError';
}

/**
 * Too deep, too many aliases, or too much at once.
 *
 * @example
 * ```ts
 * const error = await entente.request('{ claims(first: 100) { nodes { statement } } }').catch((error) => error);
 * if (error instanceof TooCostlyError) console.log(error.cost, 'of', error.limit);
 * ```
 */
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

/**
 * The log no longer keeps what follows your cursor: something was missed. Start from a snapshot, or from `oldestCursor`.
 *
 * @example
 * ```ts
 * const error = await entente.events({}, { after: 'an-old-cursor' }).next().catch((error) => error);
 * if (error instanceof CursorExpiredError) console.warn('Missed; the log begins after', error.oldestCursor);
 * ```
 */
export class CursorExpiredError extends RefusedError {
  override readonly name = 'CursorExpiredError';

  /** Before the oldest event kept. */
  get oldestCursor(): string | undefined {
    return this.details.oldestCursor as string | undefined;
  }
}

/**
 * The log was restored from a backup, and your cursor is of the one before: start from a snapshot.
 *
 * @example
 * ```ts
 * const error = await entente.events({}, { after: 'a-cursor' }).next().catch((error) => error);
 * if (error instanceof EpochChangedError) console.warn('Another log; start from a snapshot.');
 * ```
 */
export class EpochChangedError extends RefusedError {
  override readonly name = 'EpochChangedError';
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
  return [UnreachableError, TimeoutError, RateLimitedError, OverloadedError].some(
    (type) => error instanceof type,
  );
}
