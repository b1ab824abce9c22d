import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Running } from '../running';
import { EventSources } from './event-source';
import { giveBack, isForWebSocket } from './give-back';
import { Heartbeat } from './heartbeat';
import { OperationRunner, type RunnerOptions } from './operation-runner';
import { STREAM_PATH } from './paths';
import { Sockets, type SocketTimes } from './sockets';
import { StreamGate } from './stream-gate';

export interface StreamTimes extends SocketTimes {
  /** Between the comments that keep a stream of server-sent events from falling silent. */
  comment: number;
}

export interface StreamTransportsOptions<C> extends RunnerOptions<C> {
  allowedHosts: readonly string[];
  corsOrigins: readonly string[];
  running: Running;
  times: StreamTimes;
}

/** Ten thousand clients that all come back in one moment would overrun the next server. */
const LONGEST_SPREAD_MS = 5_000;

export interface StreamTransports {
  /** Takes no new stream and sends the readers away: elsewhere they resume where they are. Resolves when all sockets are closed. */
  restart(): Promise<void>;
  /** Whoever is still there. */
  terminate(): void;
}

/** WebSockets at /graphql and server-sent events at /graphql/stream. */
export function serveStreams<C>(app: FastifyInstance, options: StreamTransportsOptions<C>): StreamTransports {
  const gate = new StreamGate(options.limits);
  const heartbeat = new Heartbeat(options.times.comment);
  const runner = new OperationRunner(options);
  const sockets = new Sockets({ ...options, gate, runner });
  const eventSources = new EventSources({ ...options, gate, runner, heartbeat });

  app.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (isForWebSocket(request)) sockets.upgrade(request, socket, head);
    else giveBack(app.server, request, socket, head);
  });
  app.route({
    method: ['GET', 'POST'],
    url: STREAM_PATH,
    // It would open a stream that nobody reads.
    exposeHeadRoute: false,
    handler: (request, reply) => eventSources.answer(request, reply),
  });
  return {
    restart() {
      gate.isClosing = true;
      const spreadMs = Math.min(LONGEST_SPREAD_MS, sockets.count + eventSources.count);
      eventSources.restart(spreadMs);
      return sockets.restart(spreadMs);
    },
    terminate() {
      heartbeat.stop();
      sockets.terminate();
    },
  };
}
