import { EventLog } from '../features/feed/event-log.query';
import { EventTail } from '../features/feed/event-tail.stream';
import { LaneRing, type RingBounds } from '../features/feed/lane-ring.rule';
import type { OpenReading } from '../features/feed/readings.stream';
import { Streams } from '../features/feed/streams.stream';
import { describeFailure, type Logger } from '../platform/log';
import { Context } from './context';
import { executeOver } from './execute';
import { formatError, rootOf } from './format-error';
import type { Runtime } from './runtime';
import { schema } from './schema';

/** The event log as this process hands it on. */
export interface Feed {
  readonly streams: Streams;
  stop(): Promise<void>;
}

export interface FeedOptions {
  log: Logger;
  deadlineMs: number;
  ring?: RingBounds;
  /** How often the log is asked where no notification comes. */
  pollMs?: number;
}

/** Of those who begin a subscription or read what is older than the ring. */
const CONNECTIONS = 4;

/** Resolves once the log has been read, so that subscriptions can be attached. */
export async function openFeed(runtime: Runtime, options: FeedOptions): Promise<Feed> {
  const { database, eventCursors: cursors } = runtime;
  const { log, deadlineMs, ring, pollMs } = options;
  const pool = database.aside('event log', CONNECTIONS);
  const tail = new EventTail(new LaneRing(ring), {
    log,
    ...(pollMs !== undefined && { pollMs }),
    connection: () => database.alone('event tail'),
  });
  const streams = new Streams({
    schema: schema(),
    tail,
    log: new EventLog(pool),
    cursors,
    open: readingOf(runtime),
    deadlineMs,
    codeOf: (error) => formatError(error, '').extensions.code,
    formatError: (error) => {
      const told = formatError(error, 'stream');
      if (told.extensions.code === 'INTERNAL')
        log.error({ error: describeFailure(rootOf(error)) }, 'a frame was made with an error');
      return told;
    },
    logger: log,
  });
  await tail.start();
  return {
    streams,
    async stop() {
      await streams.stop();
      await tail.stop();
      await pool.end();
    },
  };
}

/** As a request of the viewer would read. */
function readingOf(runtime: Runtime): OpenReading {
  const execute = executeOver(schema());
  return (viewer, signal) => {
    const context = new Context(runtime, viewer, 'stream', signal);
    const { eventContents, records, references } = context.now;
    return {
      references,
      event: (entry) => eventContents.of(entry, viewer.clearance),
      hasRecord: async (id) => (await records.byId(id)) !== null,
      run: (document, variables, frame) => execute(document, variables, context, null, { frame }),
    };
  };
}
