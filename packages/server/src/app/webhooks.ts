import { EventLog, type Statements } from '../features/feed/event-log.query';
import type { LeaderJob } from '../features/feed/leader.job';
import type { DispatchMeans } from '../features/webhook/dispatch-means.job';
import { WebhookDispatch } from '../features/webhook/webhook-dispatch.job';
import { WebhookRetention } from '../features/webhook/webhook-retention.job';
import type { Logger } from '../platform/log';
import { Context } from './context';
import type { Runtime } from './runtime';

/** So that the sender never waits for a connection that somebody writes with. */
const CONNECTIONS = 4;

export interface WebhookJobs {
  jobs: readonly LeaderJob[];
  stop(): Promise<void>;
}

/** What the leader does for webhooks. The clock is for tests, which hasten it. */
export function webhookJobs(
  runtime: Runtime,
  log: Logger,
  more: Pick<DispatchMeans, 'now' | 'chance' | 'window'> = {},
): WebhookJobs {
  const { database, eventCursors: cursors, webhookSecrets: box, outbound: addresses } = runtime;
  const pool = database.aside('webhooks', CONNECTIONS);
  const db: Statements = { query: async (text, values) => (await pool.query(text, values)).rows };
  const audienceOf = (clearance: number) =>
    new Context(runtime, { account: null, clearance, mayWrite: false }, 'webhooks').now;
  return {
    jobs: [
      new WebhookDispatch({
        db,
        log: new EventLog(db),
        cursors,
        box,
        addresses,
        audienceOf,
        journal: log,
        ...more,
      }),
      new WebhookRetention(db),
    ],
    stop: () => pool.end(),
  };
}
