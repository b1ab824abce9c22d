import { EventCursors } from '../features/feed/event-cursor.rule';
import { createLog, type Logger } from '../platform/log';
import { startPostgres } from '../platform/postgres/embedded';
import { OutboundAddresses } from '../platform/public-address';
import { CursorSeal } from '../platform/read/cursor';
import { SecretBox } from '../platform/secret-box';
import type { Config } from './config';
import { Context } from './context';
import { Database, migrateUp } from './database';
import { duplicateJobs } from './duplicates';
import { executeOver } from './execute';
import { openFeed } from './feed';
import { type Installation, readInstallation } from './installation';
import { leaderOf } from './leading';
import { loadDemoIfEmpty } from './load-demo';
import { loadExcerpt } from './load-excerpt';
import type { Runtime } from './runtime';
import { schema } from './schema';
import { createServer } from './server';
import { viewerOf } from './viewer';
import { webhookJobs } from './webhooks';
import { postgresDirectory } from './with-database';

export interface Serving {
  url: string;
  /** Where the data lies, in words. */
  data: string;
  token: string;
  stop(): Promise<void>;
}

/** Everything a server needs, in the order in which it is needed; taken down in the opposite order. */
export async function serve(config: Config): Promise<Serving> {
  const log = createLog({ level: config.logLevel });
  const installation = readInstallation(config);
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of undo.splice(0).reverse()) await each();
  };
  try {
    const { url, data } = await databaseOf(config, log, undo);
    await migrateUp(url, installation.secret);
    const database = await openDatabase(url, config, installation, log);
    undo.push(() => database.close());
    if (config.demo === 'yes' && (await loadDemoIfEmpty(database)))
      await loadExcerpt(database, config.logLevel);
    const runtime: Runtime = {
      database,
      seal: new CursorSeal(installation.secret),
      eventCursors: new EventCursors(installation.secret),
      webhookSecrets: new SecretBox(installation.secret, 'webhook secrets'),
      outbound: new OutboundAddresses(config.webhookPrivateAddresses === 'yes'),
      today: () => new Date().toISOString().slice(0, 10),
    };
    const webhooks = webhookJobs(runtime, log, { window: config.webhookWindow });
    undo.push(() => webhooks.stop());
    const duplicates = duplicateJobs(database);
    undo.push(() => duplicates.stop());
    const leader = leaderOf(runtime, log, { days: config.eventRetentionDays }, [
      ...webhooks.jobs,
      ...duplicates.jobs,
    ]);
    runtime.committed = leader.nudge;
    undo.push(() => leader.stop());
    const feed = await openFeed(runtime, { log, deadlineMs: config.limits.deadlineMs });
    undo.push(() => feed.stop());
    const server = await createServer<Context>({
      schema: schema(),
      config,
      log,
      execute: executeOver(schema()),
      contextOf: ({ token, requestId, signal }) =>
        new Context(runtime, viewerOf(token, installation.token), requestId, signal),
      isReady: () => database.isReady(),
      viewerOf: (token) => viewerOf(token, installation.token),
      streams: feed.streams,
    });
    undo.push(() => server.stop());
    leader.start();
    return { url: server.url, data, token: installation.token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function databaseOf(
  config: Config,
  log: Logger,
  undo: (() => Promise<void>)[],
): Promise<{ url: string; data: string }> {
  if (config.databaseUrl !== null) {
    const { host, pathname } = new URL(config.databaseUrl);
    return { url: config.databaseUrl, data: `${host}${pathname}` };
  }
  const directory = postgresDirectory(config);
  const postgres = await startPostgres({ directory, log });
  undo.push(() => postgres.stop());
  return { url: postgres.url, data: directory };
}

async function openDatabase(
  url: string,
  config: Config,
  { secret }: Installation,
  log: Logger,
): Promise<Database> {
  const database = await Database.open(url, {
    poolSize: config.databasePool,
    deadlineMs: config.limits.deadlineMs,
    secret,
  });
  if (database.access === 'set-role')
    log.warn(
      'Readers are reached by SET ROLE from the owner, which is weaker than roles that log in: a flaw in SQL could set the role back.',
    );
  return database;
}
