import { Context } from '../../src/app/context';
import { executeOver } from '../../src/app/execute';
import { type Feed, openFeed } from '../../src/app/feed';
import { DEFAULT_LIMITS, type Limits } from '../../src/app/limits';
import { schema } from '../../src/app/schema';
import { createServer } from '../../src/app/server';
import { viewerOf } from '../../src/app/viewer';
import { createLog } from '../../src/platform/log';
import type { Api } from './api';

export const TOKEN = 'the-token-of-the-tests';

/** The product over HTTP, on the database of `api`, with subscriptions. Nothing numbers events but `api.sequence()`. */
export async function serve(
  api: Api,
  limits: Partial<Limits> = {},
): Promise<{ url: string; feed: Feed; stop(): Promise<void> }> {
  const log = createLog({ level: 'silent' });
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const feed = await openFeed(api.runtime, { log, deadlineMs: bounds.deadlineMs });
  const server = await createServer<Context>({
    schema: schema(),
    config: {
      host: '127.0.0.1',
      port: 0,
      allowedHosts: ['127.0.0.1'],
      corsOrigins: [],
      limits: bounds,
    },
    log,
    execute: executeOver(schema()),
    contextOf: ({ token, requestId, signal }) =>
      new Context(api.runtime, viewerOf(token, TOKEN), requestId, signal),
    isReady: () => api.database.isReady(),
    viewerOf: (token) => viewerOf(token, TOKEN),
    streams: feed.streams,
  });
  return {
    url: server.url,
    feed,
    async stop() {
      await server.stop();
      await feed.stop();
    },
  };
}
