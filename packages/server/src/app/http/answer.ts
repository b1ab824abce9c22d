import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedError } from '../format-error';
import { STATUS } from './status';

export const JSON_TYPE = 'application/json; charset=utf-8';
export const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';

/** Answers a request that failed before, or outside of, GraphQL in the shape that GraphQL's own errors have. */
export function answerWithError(
  request: FastifyRequest,
  reply: FastifyReply,
  error: FormattedError,
  status: number = STATUS[error.extensions.code],
): void {
  request.exchange?.codes.push(error.extensions.code);
  const type = request.headers.accept?.includes('application/graphql-response+json')
    ? GRAPHQL_TYPE
    : JSON_TYPE;
  reply
    .code(status)
    .headers(headersFor(status, error))
    .type(type)
    .send(JSON.stringify({ errors: [error] }));
}

/** What a client's library reads from headers rather than from the body. */
export function headersFor(status: number, { extensions }: FormattedError): Record<string, string> {
  const { retryAfterMs } = extensions;
  return {
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...((status === 503 || status === 429) &&
      typeof retryAfterMs === 'number' && {
        'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))),
      }),
  };
}
