import { OperatorError } from '../platform/operator-error';

/** Package managers pass on the Ctrl-C that the terminal sent already; only a later one is impatience. */
const IMPATIENCE_MS = 3_000;

/** For work that Ctrl-C breaks off in an orderly way: the signal makes it fail soon, and `message` says how things then stand. */
export async function interruptible<T>(
  message: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const stopping = new AbortController();
  let stoppedAt = 0;
  const hear = () => {
    if (stoppedAt > 0 && Date.now() - stoppedAt > IMPATIENCE_MS) process.exit(130);
    stoppedAt ||= Date.now();
    stopping.abort();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, hear);
  try {
    return await work(stopping.signal);
  } catch (error) {
    throw stopping.signal.aborted ? new OperatorError(message) : error;
  } finally {
    for (const signal of signals) process.off(signal, hear);
  }
}
