import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors';
import { type Logger, onOneLine } from '../../platform/log';
import { Exchange, traceIdOf } from './exchange';
import { HEALTH_PATHS } from './health';
import { refuse } from './refusals';
import type { Running } from './running';

/** For answers that are data: nothing in them may run, be framed or be guessed at. The console's page sets its own policy. */
const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** nginx's number for it; no status was sent. */
const CLOSED_BY_CALLER = 499;

/** Opens an exchange for every request and closes it with one log line, however the request ends. */
export function followRequests(app: FastifyInstance, running: Running, log: Logger): void {
  app.addHook('onRequest', (request, reply, done) => {
    const exchange = new Exchange(request.id);
    request.exchange = exchange;
    running.add(exchange);
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    whenOver(request, reply, () => {
      const isAnswered = reply.raw.writableFinished;
      if (!isAnswered)
        exchange.abort(new DomainError('DEADLINE_EXCEEDED', 'The caller closed the connection'));
      exchange.end();
      running.remove(exchange);
      // A stream ends when its reader goes.
      const isComplete = isAnswered || exchange.frames !== null;
      logRequest(request, exchange, isComplete ? reply.statusCode : CLOSED_BY_CALLER, log);
    });
    done();
  });
}

const openOn = new WeakMap<Socket, Set<() => void>>();

/**
 * A response that waits in a pipeline behind another never closes when its connection does, so the
 * connection is watched too: by one listener, however many requests it carries.
 */
function whenOver(request: FastifyRequest, reply: FastifyReply, tell: () => void): void {
  const { socket } = request.raw;
  const open = openOn.get(socket) ?? new Set();
  if (!openOn.has(socket)) {
    openOn.set(socket, open);
    socket.once('close', () => {
      for (const end of open) end();
    });
  }
  const end = () => {
    if (open.delete(end)) tell();
  };
  open.add(end);
  reply.raw.once('close', end);
}

/** Names and numbers only: no variable, no header, no query string can reach a log. */
function logRequest(request: FastifyRequest, exchange: Exchange, status: number, log: Logger): void {
  const [path = ''] = request.url.split('?');
  const traceId = traceIdOf(request.headers);
  const line = {
    requestId: exchange.requestId,
    ...(traceId !== undefined && traceId !== exchange.requestId && { traceId }),
    method: request.method,
    path: onOneLine(path, 200),
    operation: exchange.operation === null ? null : onOneLine(exchange.operation, 100),
    ms: Math.round((performance.now() - exchange.startedAt) * 10) / 10,
    status,
    ...(exchange.frames !== null && { frames: exchange.frames }),
    codes: [...new Set(exchange.codes)],
  };
  if (HEALTH_PATHS.has(path)) log.debug(line, 'request');
  else log.info(line, 'request');
}

/**
 * A page of a stranger can make its own name resolve to this machine and then read what a server
 * that only listens here says (DNS rebinding); its requests carry the stranger's name. Health checks
 * come by address, and say nothing.
 */
export function refuseForeignHosts(app: FastifyInstance, allowedHosts: readonly string[]): void {
  const isOurs = ownHosts(allowedHosts);
  app.addHook('onRequest', (request, reply, done) => {
    const [path = ''] = request.url.split('?');
    if (HEALTH_PATHS.has(path) || isOurs(request.headers.host)) return done();
    refuse(request, reply, 421, FOREIGN_HOST);
  });
}

export const FOREIGN_HOST =
  'The Host header names no host of this server; its operator lists them in ALLOWED_HOSTS';

export function ownHosts(allowedHosts: readonly string[]): (host: string | undefined) => boolean {
  const allowed = new Set(allowedHosts.map((host) => host.toLowerCase()));
  return (name = '') => {
    const host = name.toLowerCase();
    return allowed.has(host) || allowed.has(withoutPort(host));
  };
}

function withoutPort(host: string): string {
  return host.replace(/:\d*$/, '').replace(/\.$/, '');
}
