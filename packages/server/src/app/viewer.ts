import { createHash, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../platform/errors';
import { ANONYMOUS, type Viewer } from './runtime';

/** The account of whoever holds the installation's token. */
export const OPERATOR: Viewer = { account: 'operator', clearance: 4, mayWrite: true };

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Without a token: an anonymous reader. A wrong token is refused rather than taken for none, so that nobody reads less than they think. */
export function viewerOf(token: string | null, expected: string): Viewer {
  if (token === null) return ANONYMOUS;
  if (timingSafeEqual(digest(token), digest(expected))) return OPERATOR;
  throw new DomainError(
    'UNAUTHENTICATED',
    "The bearer token is not this server's; take the one it printed at its start",
  );
}
