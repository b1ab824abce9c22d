import { Context } from '../../src/app/context';
import { executeOver } from '../../src/app/execute';
import { DEFAULT_LIMITS, type Limits } from '../../src/app/limits';
import { schema } from '../../src/app/schema';
import { createServer } from '../../src/app/server';
import { viewerOf } from '../../src/app/viewer';
import { createLog } from '../../src/platform/log';
import type { Api } from './api';

export const TOKEN = 'the-token-of-the-tests';

/** The product over HTTP, on the database of `api`. */
export function serve(
  api: Api,
  limits: Partial<Limits> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  return createServer<Context>({
    schema: schema(),
    config: {
      host: '127.0.0.1',
      port: 0,
      allowedHosts: ['127.0.0.1'],
      corsOrigins: [],
      limits: { ...DEFAULT_LIMITS, ...limits },
    },
    log: createLog({ level: 'silent' }),
    execute: executeOver(schema()),
    contextOf: ({ token, requestId, signal }) =>
      new Context(api.runtime, viewerOf(token, TOKEN), requestId, signal),
    isReady: () => api.database.isReady(),
    viewerOf: (token) => viewerOf(token, TOKEN),
    streams: null,
  });
}
