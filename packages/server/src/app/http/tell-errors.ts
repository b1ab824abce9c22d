import type {
  ApolloServerPlugin,
  GraphQLRequestContextWillSendResponse,
  HTTPGraphQLResponse,
} from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { describeFailure, type Logger } from '../../platform/log';
import { type FormattedError, formatError, rootOf } from '../format-error';
import type { Asked } from '../input-fault';
import { headersFor } from './answer';
import type { Exchange } from './exchange';
import type { Carried } from './executor';
import { STATUS } from './status';

/** A broken list can fail once an item: some are enough to find the cause, and to tell it. */
const MOST_ERRORS_TOLD = 50;
const MOST_FAILURES_LOGGED = 5;

/**
 * Apollo shapes errors where it does not know the request. They are shaped here instead, once the
 * answer is about to leave: with the request's id, the place in its document, and the right status.
 */
export function tellErrors<C>(log: Logger): ApolloServerPlugin<Carried<C>> {
  return {
    async requestDidStart() {
      return { willSendResponse: async (context) => shapeAnswer(context, log) };
    },
    async unexpectedErrorProcessingRequest({ requestContext, error }) {
      const { requestId } = requestContext.contextValue.exchange;
      log.error({ requestId, failure: describeFailure(error) }, 'unexpected failure in the pipeline');
    },
  };
}

function shapeAnswer<C>(context: GraphQLRequestContextWillSendResponse<Carried<C>>, log: Logger): void {
  const { contextValue, document, errors, operationName, request, response, schema } = context;
  const { exchange } = contextValue;
  exchange.operation = operationName ?? null;
  exchange.isShaped = true;
  if (!errors || response.body.kind !== 'single') return;

  const { variables } = request;
  const told = toldOf(errors, { schema, document, variables }, exchange, log);
  response.body.singleResult.errors = told;
  const [first] = told;
  if (!first || 'data' in response.body.singleResult) return;
  response.http.status = statusOf(first, response.http.status);
  for (const [name, value] of Object.entries(headersFor(response.http.status, first)))
    response.http.headers.set(name, value);
}

/** Errors as the caller is told them; the exchange and the log learn of them, too. */
export function toldOf(
  errors: readonly unknown[],
  asked: Asked,
  exchange: Exchange,
  log: Logger,
): FormattedError[] {
  const told = errors
    .slice(0, MOST_ERRORS_TOLD)
    .map((error) => formatError(error, exchange.requestId, asked));
  exchange.codes.push(...told.map((error) => error.extensions.code));
  logFailures(errors, told, exchange, log);
  return told;
}

/** Failures of ours, and of what we stand on; what callers do wrong is in the request's line by its code. */
function logFailures(
  errors: readonly unknown[],
  told: FormattedError[],
  exchange: Exchange,
  log: Logger,
): void {
  let logged = 0;
  told.forEach(({ extensions: { code } }, index) => {
    if ((code !== 'INTERNAL' && code !== 'OVERLOADED') || logged === MOST_FAILURES_LOGGED) return;
    logged += 1;
    const failure = { requestId: exchange.requestId, failure: describeFailure(rootOf(errors[index])) };
    if (code === 'INTERNAL') log.error(failure, 'a field failed');
    else log.warn(failure, 'overloaded');
  });
}

/** Apollo knows which 4xx a malformed request deserves; the rest follows from the code. */
function statusOf({ extensions }: FormattedError, ofApollo: number | undefined): number {
  const isClientStatus = ofApollo !== undefined && ofApollo >= 400 && ofApollo < 500;
  return extensions.code === 'BAD_USER_INPUT' && isClientStatus ? ofApollo : STATUS[extensions.code];
}

/** Apollo's `formatError`: the shape without the request, for the answers that `finishEarlyAnswer` completes. */
export function shapeApolloError(_formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  return formatError(error, '');
}

/**
 * What Apollo refuses before it begins (cross-site requests, parameters of the wrong type, batches)
 * passes by every plugin: these small answers get their request's id here.
 */
export function finishEarlyAnswer(
  { body, headers, status = 200 }: HTTPGraphQLResponse,
  exchange: Exchange,
): { body: string; headers: Iterable<[string, string]>; status: number } {
  if (body.kind !== 'complete') throw new Error('Answers in chunks are not served');
  if (exchange.isShaped) return { body: body.string, headers, status };
  const { errors } = JSON.parse(body.string) as { errors: FormattedError[] };
  for (const { extensions } of errors) {
    extensions.requestId = exchange.requestId;
    exchange.codes.push(extensions.code);
  }
  const [first] = errors;
  return { body: JSON.stringify({ errors }), headers, status: first ? statusOf(first, status) : status };
}
