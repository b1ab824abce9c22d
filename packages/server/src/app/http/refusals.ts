import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors';
import { describeFailure, type Logger } from '../../platform/log';
import { type FormattedError, formatError, rootOf } from '../format-error';
import type { Limits } from '../limits';
import { answerWithError, headersFor, JSON_TYPE } from './answer';
import { requestIdOf } from './exchange';
import { STREAM_PATH } from './stream/paths';

const GRAPHQL_PATHS = new Set(['/', '/graphql', STREAM_PATH]);
const METHODS = 'GET, POST, OPTIONS';
const ONE_STREAM_EACH =
  'Each stream has a connection of its own, opened by GET or POST; the single connection mode of graphql-sse is not served';

/** Failures of Fastify, and of handlers, in GraphQL's shape: no client needs a second way of reading errors. */
export function answerRefusals(app: FastifyInstance, limits: Limits, log: Logger): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const fault = faultOf(error, limits);
    const formatted = formatError(fault, request.id);
    if (formatted.extensions.code === 'INTERNAL')
      log.error({ requestId: request.id, failure: describeFailure(rootOf(error)) }, 'a request failed');
    answerWithError(request, reply, formatted, statusOf(error));
  });

  app.setNotFoundHandler((request, reply) => {
    const [path = ''] = request.url.split('?');
    if (!GRAPHQL_PATHS.has(path))
      return refuse(request, reply, 404, 'There is nothing here; GraphQL is at /graphql');
    reply.header('allow', METHODS);
    return refuse(
      request,
      reply,
      405,
      path === STREAM_PATH ? ONE_STREAM_EACH : 'GraphQL is asked by GET or POST',
    );
  });
}

export function refuse(request: FastifyRequest, reply: FastifyReply, status: number, message: string): void {
  const code = status === 404 ? 'NOT_FOUND' : status === 421 ? 'FORBIDDEN' : 'BAD_USER_INPUT';
  answerWithError(request, reply, formatError(new DomainError(code, message), request.id), status);
}

/** For addresses that Fastify cannot route: no hook has run for them. */
export function refuseAddress(_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const requestId = requestIdOf(request.headers);
  reply.header('x-request-id', requestId);
  answerWithError(
    request,
    reply,
    formatError(new DomainError('BAD_USER_INPUT', 'The address is not a valid URL'), requestId),
  );
}

/** Node's refusals happen below Fastify, on the bare socket: headers too large, too late, or no HTTP at all. */
export function refuseConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  // Whoever has asked nothing yet would take an answer for that to the request it is about to send.
  const isUnasked = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0;
  if (error.code === 'ECONNRESET' || !socket.writable || isUnasked) {
    socket.destroy();
    return;
  }
  const [status, refusal] = refusalOf(error);
  answerOnSocket(socket, status, formatError(refusal, randomUUID()));
}

function refusalOf({ code }: NodeJS.ErrnoException): [status: number, refusal: DomainError] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return [408, new DomainError('DEADLINE_EXCEEDED', 'The request took too long to arrive; send it again')];
  return code === 'HPE_HEADER_OVERFLOW'
    ? [
        431,
        new DomainError(
          'BAD_USER_INPUT',
          'The headers, with the address, are too large; send long queries by POST',
        ),
      ]
    : [400, new DomainError('BAD_USER_INPUT', 'This is not a valid HTTP request')];
}

/** Where there is no reply to answer by. */
export function answerOnSocket(socket: Duplex, status: number, error: FormattedError): void {
  const body = JSON.stringify({ errors: [error] });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${JSON_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${error.extensions.requestId}`,
    ...Object.entries(headersFor(status, error)).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function statusOf(error: FastifyError): number | undefined {
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? error.statusCode
    : undefined;
}

/** Fastify's messages are meant for its users, ours for the caller. */
function faultOf(error: FastifyError, limits: Limits): Error {
  const message = messageFor(error, limits);
  return message === null ? error : new DomainError('BAD_USER_INPUT', message);
}

function messageFor(error: FastifyError, limits: Limits): string | null {
  if (error instanceof DomainError || statusOf(error) === undefined) return null;
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return `A request may have at most ${limits.bodyBytes} bytes; send it in parts`;
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return 'A body must be JSON, with the content type application/json';
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return 'The body is empty; send {"query": "…"}';
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return 'The body has not the length that its header says';
  }
  if (/prototype property/.test(error.message))
    return 'The body has a key __proto__ or constructor, which no request needs';
  return error instanceof SyntaxError ? 'The body is not valid JSON' : 'The request cannot be read';
}
