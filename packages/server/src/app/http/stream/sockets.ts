import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { DomainError } from '../../../platform/errors';
import { describeFailure, type Logger, onOneLine } from '../../../platform/log';
import { formatError } from '../../format-error';
import { type Exchange, requestIdOf } from '../exchange';
import { answerOnSocket } from '../refusals';
import { FOREIGN_HOST, ownHosts } from '../request-hooks';
import type { Running } from '../running';
import { CLOSE, reasonOf, Violation } from './close-code';
import { Heartbeat } from './heartbeat';
import type { OperationRunner, RunnerOptions } from './operation-runner';
import { FOREIGN_PAGE, isForeignPage } from './origin';
import { SOCKET_PATHS } from './paths';
import { SocketSession } from './socket-session';
import { closing, type StreamGate } from './stream-gate';

export const SUBPROTOCOL = 'graphql-transport-ws';

export interface SocketTimes {
  /** For `connection_init`. */
  init: number;
  /** Between pings. A socket that is silent for three of them is closed. */
  beat: number;
}

export interface SocketsOptions<C> extends RunnerOptions<C> {
  allowedHosts: readonly string[];
  corsOrigins: readonly string[];
  runner: OperationRunner<C>;
  gate: StreamGate;
  running: Running;
  times: SocketTimes;
}

/** A peer that does not say goodbye is not waited for. */
const GOODBYE_MS = 2_000;

/** Every WebSocket of the process. */
export class Sockets<C> {
  readonly #sessions = new Set<SocketSession<C>>();
  #whenEmpty: (() => void) | null = null;
  readonly #heartbeat: Heartbeat;
  readonly #isOwnHost: (host: string | undefined) => boolean;
  readonly #server: WebSocketServer;

  constructor(private readonly options: SocketsOptions<C>) {
    this.#heartbeat = new Heartbeat(options.times.beat);
    this.#isOwnHost = ownHosts(options.allowedHosts);
    const settings = {
      noServer: true,
      clientTracking: false,
      // Frames are shared by all their readers; compressed they would be each reader's own, and cost 300 kB a socket.
      perMessageDeflate: false,
      maxPayload: options.limits.bodyBytes,
      maxFragments: 1_000,
      closeTimeout: GOODBYE_MS,
      handleProtocols: (offered: Set<string>) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : (false as const)),
    };
    this.#server = new WebSocketServer(settings);
    this.#server.on('wsClientError', ({ message }, socket, request) =>
      refuse(socket as Socket, request, 400, new DomainError('BAD_USER_INPUT', message)),
    );
  }

  /** For the `upgrade` event of the HTTP server. */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refusal = this.#refusalOf(request);
    if (refusal) refuse(socket, request, ...refusal);
    else this.#server.handleUpgrade(request, socket, head, (ws) => this.#open(ws, request, socket));
  }

  #refusalOf({ headers, url = '' }: IncomingMessage): [status: number, error: DomainError] | null {
    const { corsOrigins, gate } = this.options;
    const [path = ''] = url.split('?');
    if (!this.#isOwnHost(headers.host)) return [421, new DomainError('FORBIDDEN', FOREIGN_HOST)];
    if (!SOCKET_PATHS.has(path))
      return [404, new DomainError('NOT_FOUND', 'WebSockets are opened at /graphql')];
    if (isForeignPage(headers, corsOrigins)) return [403, new DomainError('FORBIDDEN', FOREIGN_PAGE)];
    return gate.isClosing ? [503, closing()] : null;
  }

  /** Each client comes back at once, so they are sent away over a while. */
  restart(spreadMs: number): Promise<void> {
    for (const session of this.#sessions) setTimeout(() => session.restart(), Math.random() * spreadMs);
    return new Promise((resolve) => {
      this.#whenEmpty = resolve;
      if (this.#sessions.size === 0) resolve();
    });
  }

  get count(): number {
    return this.#sessions.size;
  }

  terminate(): void {
    this.#heartbeat.stop();
    for (const session of this.#sessions) session.terminate();
  }

  /** Null where there is none: a browser learns the reason only from a close code, so the socket is opened first. */
  #place(ws: WebSocket, socket: Socket): (() => void) | null {
    ws.on('error', () => {});
    try {
      if (ws.protocol !== SUBPROTOCOL)
        throw new Violation(CLOSE.SUBPROTOCOL, `The subprotocol is ${SUBPROTOCOL}`);
      return this.options.gate.connect(socket.remoteAddress);
    } catch (error) {
      const { code, message } = error as Violation | DomainError;
      const ofGate = code === 'RATE_LIMITED' ? CLOSE.TOO_MANY : CLOSE.OVERLOADED;
      ws.close(typeof code === 'number' ? code : ofGate, reasonOf(message));
      return null;
    }
  }

  #open(ws: WebSocket, { headers }: IncomingMessage, socket: Socket): void {
    const { gate, limits, log, running, runner, times, viewerOf } = this.options;
    const leave = this.#place(ws, socket);
    if (!leave) return;
    // A peer that vanishes while nothing is sent to it.
    socket.setKeepAlive(true, times.beat);
    const session = new SocketSession<C>(ws, socket, {
      requestId: requestIdOf(headers),
      authorization: headers.authorization,
      initTimeoutMs: times.init,
      limits,
      runner,
      gate,
      viewerOf,
      opened: (exchange) => running.add(exchange),
      ended: (exchange) => {
        exchange.end();
        running.remove(exchange);
        logOperation(exchange, log);
      },
      failed: (error) => log.error({ failure: describeFailure(error) }, 'a message failed'),
    });
    this.#sessions.add(session);
    const takeOut = this.#heartbeat.add(() => session.beat());
    ws.once('close', () => {
      takeOut();
      leave();
      this.#sessions.delete(session);
      if (this.#sessions.size === 0) this.#whenEmpty?.();
    });
  }
}

/** As a request's line; over a socket there is no status, and a stream ends when its reader wants. */
function logOperation({ requestId, operation, startedAt, frames, codes }: Exchange, log: Logger): void {
  log.info(
    {
      requestId: onOneLine(requestId, 200),
      method: 'WS',
      operation: operation === null ? null : onOneLine(operation, 100),
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      ...(frames !== null && { frames }),
      codes: [...new Set(codes)],
    },
    'request',
  );
}

function refuse(socket: Socket, { headers }: IncomingMessage, status: number, error: DomainError): void {
  answerOnSocket(socket, status, formatError(error, requestIdOf(headers)));
}
