import type { FastifyInstance } from 'fastify';

/** An orchestrator that waits longer has given up already. */
const LONGEST_CHECK_MS = 1_000;

export const HEALTH_PATHS: ReadonlySet<string> = new Set(['/livez', '/readyz']);

/** `/livez`: the process answers. `/readyz`: send requests here. */
export function serveHealth(
  app: FastifyInstance,
  state: { isReady(): Promise<boolean>; isDraining(): boolean },
): void {
  app.get('/livez', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }));
  app.get('/readyz', async (_request, reply) => {
    const status = state.isDraining()
      ? 'draining'
      : (await isReadyInTime(state.isReady))
        ? 'ready'
        : 'unavailable';
    return reply
      .code(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status });
  });
}

function isReadyInTime(isReady: () => Promise<boolean>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), LONGEST_CHECK_MS);
    isReady()
      .catch(() => false)
      .then(resolve)
      .finally(() => clearTimeout(timer));
  });
}
