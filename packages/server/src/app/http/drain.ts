import type { FastifyInstance } from 'fastify';
import { DomainError } from '../../platform/errors';
import type { Running } from './running';
import type { StreamTransports } from './stream/stream-transports';

/** Time for the answers of cancelled requests to leave. */
const LAST_WORDS_MS = 250;

/**
 * Takes no new connection, lets what runs finish for `graceMs`, cancels the rest, closes. Requests
 * that still come over open connections are served, and told to close: a refused one would be a failure.
 */
export async function drain(
  app: FastifyInstance,
  running: Running,
  streams: Pick<StreamTransports, 'restart' | 'terminate'>,
  graceMs: number,
): Promise<void> {
  const closed = app.close();
  const left = streams.restart();
  await within(graceMs, Promise.all([running.empty(), left]));
  running.abortAll(
    new DomainError('OVERLOADED', 'The server is stopping; ask again', { retryAfterMs: 1_000 }),
  );
  await within(LAST_WORDS_MS, closed);
  // Half-sent requests are not running, and Node stops watching their time once it closes.
  app.server.closeAllConnections();
  streams.terminate();
  await closed;
}

function within(ms: number, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return Promise.race([work, patience]).finally(() => clearTimeout(timer));
}
