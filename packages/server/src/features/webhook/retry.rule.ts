const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Between one attempt and the next, as the Standard Webhooks specification proposes: ten attempts in 75 h 35 min. */
export const DELAYS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

const JITTER = 0.2;

/** Whatever an endpoint asks for, it is asked again within a day. */
export const LONGEST_REST = 24 * HOUR;

/** An endpoint that accepts nothing for so long is disabled. */
export const LONGEST_FAILING = 120 * HOUR;

/** How long to wait after so many attempts; null: given up. `chance` is from 0 to 1. */
export function delayAfter(attempts: number, chance: number): number | null {
  const delay = DELAYS[attempts - 1];
  return delay === undefined ? null : Math.round(delay * (1 + JITTER * (2 * chance - 1)));
}

/** An endpoint that is down is asked by one delivery at a time, at growing intervals of at most a minute. */
export function restAfter(failures: number): number {
  return Math.min(MINUTE, SECOND * 2 ** Math.min(failures, 16));
}

/** `Retry-After` in milliseconds from now: seconds, or a date. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const wanted = /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * SECOND : Date.parse(header) - now;
  return Number.isNaN(wanted) ? null : Math.min(Math.max(0, wanted), LONGEST_REST);
}
