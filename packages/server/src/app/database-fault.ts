import { DomainError } from '../platform/errors';

/** Long enough for a restarted PostgreSQL to accept again, short enough for a person to wait. */
const RETRY_UNREACHABLE_MS = 2_000;
const RETRY_BUSY_MS = 250;

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now: starting up or recovering
  '53300', // too_many_connections
  '53100', // disk_full
  '53200', // out_of_memory
  '25006', // read_only_sql_transaction: a standby answers
]);

const BUSY = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
]);

/** pg and pg-pool throw these as plain errors without a code. */
const WORDS_OF_A_LOST_CONNECTION =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** What a failure of the database means to whoever asked; null if it is not one, or is a bug of ours. */
export function databaseFaultOf(error: unknown): DomainError | null {
  if (!(error instanceof Error)) return null;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') {
    if (UNREACHABLE.has(code) || code.startsWith('08'))
      return overloaded('The database does not answer', RETRY_UNREACHABLE_MS);
    if (BUSY.has(code)) return overloaded('Others wrote the same record at the same time', RETRY_BUSY_MS);
    if (code === '57014')
      return new DomainError(
        'DEADLINE_EXCEEDED',
        'The database took too long; ask for less, or page through it',
      );
    if (code === '22021' || code === '22P05')
      return new DomainError('BAD_USER_INPUT', 'A text may not hold the character U+0000; leave it out');
  }
  if (WORDS_OF_A_LOST_CONNECTION.test(error.message))
    return overloaded('The database does not answer', RETRY_UNREACHABLE_MS);
  return null;
}

function overloaded(what: string, retryAfterMs: number): DomainError {
  return new DomainError('OVERLOADED', `${what}; try again in ${retryAfterMs} ms`, { retryAfterMs });
}
