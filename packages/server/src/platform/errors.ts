/** What a caller can act on. Anything else is a bug: logged, masked as INTERNAL, never shown. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'QUERY_TOO_COSTLY'
  | 'RATE_LIMITED'
  | 'OVERLOADED'
  | 'CURSOR_EXPIRED'
  | 'EPOCH_CHANGED'
  | 'DEADLINE_EXCEEDED'
  | 'INTERNAL';

/** A failure with a meaning in the domain. Knows nothing of GraphQL or HTTP. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }

  static notFound(type: string, id: string): DomainError {
    return new DomainError('NOT_FOUND', `${type} ${id} does not exist`, { type, id });
  }
}
