/** Rejected with when the time is over; tells our clock from the caller's signal. */
export const TIME_OVER = Symbol();

// Timers hold 31 bits; a longer one would fire at once.
const LONGEST = 2 ** 31 - 1;

/**
 * Runs `work` until it is done, `ms` pass or `signal` aborts, and leaves neither timer nor listener behind.
 * Rejects at once even if `work` does not heed the signal it is given.
 */
export async function within<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw signal.reason;
  const controller = new AbortController();
  let stop = (): void => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopped = new Promise<never>((_, reject) => {
    const end = (reason: unknown): void => {
      reject(reason);
      controller.abort(reason);
    };
    if (signal) stop = onAbort(signal, end);
    if (ms <= LONGEST) timer = setTimeout(() => end(TIME_OVER), ms);
  });
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    stop();
  }
}

interface Waiting {
  readonly ends: Set<(reason: unknown) => void>;
  readonly endAll: () => void;
}

// Calls that share a signal share one listener: Node warns of a leak from the eleventh on.
const waiting = new WeakMap<AbortSignal, Waiting>();

/** Calls `end` if the signal aborts, until what it answers is called. */
export function onAbort(signal: AbortSignal, end: (reason: unknown) => void): () => void {
  let found = waiting.get(signal);
  if (!found) {
    const ends: Waiting['ends'] = new Set();
    found = { ends, endAll: () => [...ends].map((end) => end(signal.reason)) };
    waiting.set(signal, found);
  }
  const { ends, endAll } = found;
  // Adding the same listener again changes nothing.
  signal.addEventListener('abort', endAll, { once: true });
  ends.add(end);
  return () => {
    ends.delete(end);
    if (ends.size === 0) signal.removeEventListener('abort', endAll);
  };
}

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 5_000;

/** How long to wait after a failure: as long as the server says, and by chance a while, the longer the more often it failed. */
export const jitter = (
  { retryAfterMs = 0 }: { readonly retryAfterMs?: number | undefined },
  failures: number,
): number => retryAfterMs + Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);

/** Waits, unless `signal` aborts. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await within(ms, signal, () => new Promise(() => {}));
  } catch (reason) {
    if (reason !== TIME_OVER) throw reason;
  }
}
