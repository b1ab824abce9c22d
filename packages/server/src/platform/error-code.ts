import { registerEnumType } from 'type-graphql';
import type { ErrorCode as Code } from './errors';

/** The codes as the schema lists them; equal to `ErrorCode` of `errors.ts`, which the compiler holds them to. */
export const ErrorCode: { [code in Code]: code } = {
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  NOT_FOUND: 'NOT_FOUND',
  CONFLICT: 'CONFLICT',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  QUERY_TOO_COSTLY: 'QUERY_TOO_COSTLY',
  RATE_LIMITED: 'RATE_LIMITED',
  OVERLOADED: 'OVERLOADED',
  DEADLINE_EXCEEDED: 'DEADLINE_EXCEEDED',
  CURSOR_EXPIRED: 'CURSOR_EXPIRED',
  EPOCH_CHANGED: 'EPOCH_CHANGED',
  INTERNAL: 'INTERNAL',
};

registerEnumType(ErrorCode, {
  name: 'ErrorCode',
  description: 'Codes in `extensions.code` of every error, and of refused items.',
  valuesConfig: {
    BAD_USER_INPUT: { description: 'The input cannot be; `field` says where.' },
    NOT_FOUND: { description: 'A mutation names what does not exist, or is hidden from you.' },
    CONFLICT: { description: 'Another version or content; carries `currentVersion` or `existingId`.' },
    UNAUTHENTICATED: { description: 'No valid key or token.' },
    FORBIDDEN: { description: 'Your role does not allow it.' },
    QUERY_TOO_COSTLY: { description: 'Too deep, too many aliases or too much; carries `cost` and `limit`.' },
    RATE_LIMITED: { description: 'Too much in too short a time; carries `retryAfterMs`.' },
    OVERLOADED: { description: 'The server sheds load; try again.' },
    DEADLINE_EXCEEDED: { description: 'It took longer than allowed.' },
    CURSOR_EXPIRED: { description: 'Older than what the log keeps; carries `oldestCursor`.' },
    EPOCH_CHANGED: { description: 'The log was restored from a backup; start from a snapshot.' },
    INTERNAL: { description: 'Our fault; give us the `requestId`.' },
  },
});
