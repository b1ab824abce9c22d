import type { ErrorCode } from '../../platform/errors';

/**
 * The status of a request that failed as a whole. A field that failed beside others that did not is
 * answered with 200: there is data to read.
 */
export const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  QUERY_TOO_COSTLY: 400,
  RATE_LIMITED: 429,
  OVERLOADED: 503,
  CURSOR_EXPIRED: 400,
  EPOCH_CHANGED: 400,
  DEADLINE_EXCEEDED: 504,
  INTERNAL: 500,
};

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(STATUS, code);
}
