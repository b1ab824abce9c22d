import { delayAfter, LONGEST_FAILING, restAfter, retryAfter } from './retry.rule';

/** What came of an attempt. */
export interface Answer {
  /** Null: none came, in time or at all. */
  status: number | null;
  retryAfter?: string | undefined;
}

/** Failures in a row, whichever the deliveries, after which an endpoint counts as down. */
const DOWN_AFTER = 5;
/** Fewer failures disable no endpoint, however long ago it last accepted something. */
const FAILURES_TO_DISABLE = 10;
/** These ask for less, with `Retry-After` or without. */
const THROTTLING = [429, 503];

/** How an endpoint does. */
export interface Health {
  failures: number;
  /** Milliseconds since 1970; null: it accepted what came last. */
  failingSince: number | null;
}

export interface Verdict {
  status: 'DELIVERED' | 'PENDING' | 'FAILED';
  /** Of the next attempt, where there is one. */
  dueAt: number;
  health: Health;
  isDown: boolean;
  /** Until then nothing is sent to the endpoint. */
  restUntil: number;
  /** Why nothing more is to be sent, if so. */
  disabled: 'gone' | 'failing' | null;
}

/** What an answer means for its delivery and for the endpoint. `attempts` counts this one; a test has one attempt. */
export function judge(
  { status, retryAfter: header }: Answer,
  {
    attempts,
    isTest,
    health,
    now,
    chance,
  }: { attempts: number; isTest: boolean; health: Health; now: number; chance: number },
): Verdict {
  if (status !== null && status >= 200 && status < 300)
    return {
      status: 'DELIVERED',
      dueAt: now,
      health: { failures: 0, failingSince: null },
      isDown: false,
      restUntil: 0,
      disabled: null,
    };
  const failed = { failures: health.failures + 1, failingSince: health.failingSince ?? now };
  if (status === 410)
    // Kept, in case its owner has it resume.
    return { status: 'PENDING', dueAt: now, health: failed, isDown: true, restUntil: now, disabled: 'gone' };
  const isThrottling = status !== null && THROTTLING.includes(status);
  const wanted = isThrottling ? retryAfter(header, now) : null;
  const delay = isTest ? null : delayAfter(attempts, chance);
  const isDown = isThrottling || failed.failures >= DOWN_AFTER;
  const rest = failed.failures >= DOWN_AFTER ? restAfter(failed.failures - DOWN_AFTER) : 0;
  const isLong = now - failed.failingSince >= LONGEST_FAILING && failed.failures >= FAILURES_TO_DISABLE;
  return {
    status: delay === null ? 'FAILED' : 'PENDING',
    dueAt: now + Math.max(delay ?? 0, wanted ?? 0),
    health: failed,
    isDown,
    restUntil: isDown ? now + Math.max(rest, wanted ?? 0) : 0,
    disabled: isLong ? 'failing' : null,
  };
}
