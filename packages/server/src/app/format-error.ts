import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError, type ErrorCode } from '../platform/errors';
import { argumentFaultOf } from './argument-fault';
import { databaseFaultOf } from './database-fault';
import { isErrorCode } from './http/status';
import { type Asked, inputFaultOf } from './input-fault';

export interface FormattedError extends GraphQLFormattedError {
  extensions: { code: ErrorCode; requestId: string; [detail: string]: unknown };
}

export const UNEXPECTED = 'Something went wrong here. Give us the requestId.';

/** Apollo's own labels for requests that never got as far as our code. */
const FAULTS_OF_THE_REQUEST = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Every error leaves through here, whatever threw it and whichever transport carries it. Only what
 * is known to be meant for the caller keeps its words.
 */
export function formatError(error: unknown, requestId: string, asked: Asked = {}): FormattedError {
  const { code, message, details } = verdictOn(error, asked);
  const { locations, path } = error instanceof GraphQLError ? error : {};
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { ...details, code, requestId },
  };
}

/** The error below GraphQL's and the driver's wrappers: what a log should describe. */
export function rootOf(error: unknown): unknown {
  return chainOf(error).at(-1);
}

function verdictOn(error: unknown, asked: Asked): DomainError {
  const chain = chainOf(error);
  for (const cause of chain) {
    if (cause instanceof DomainError)
      return cause.code === 'INTERNAL' ? masked() : placed(cause, error, asked);
    const known = argumentFaultOf(cause) ?? databaseFaultOf(cause);
    if (known) return known;
  }
  return error instanceof GraphQLError ? verdictOnGraphQL(error, asked) : masked();
}

function verdictOnGraphQL(error: GraphQLError, asked: Asked): DomainError {
  const { code, field } = error.extensions;
  const tooLong = /contains more tha[nt] (\d+) tokens/.exec(error.message);
  if (tooLong) return tooManyTokens(Number(tooLong[1]));
  // graphql-js gives up when one document makes it compare too many fields with each other.
  if (error.message === 'Validation aborted.')
    return new DomainError(
      'QUERY_TOO_COSTLY',
      'The query selects the same fields too many times; select each once',
    );
  if (isFaultOfRequest(error)) {
    const fault = inputFaultOf(error, asked);
    return new DomainError(
      'BAD_USER_INPUT',
      fault.message,
      fault.field === undefined ? {} : { field: fault.field },
    );
  }
  if (isErrorCode(code) && code !== 'INTERNAL')
    return new DomainError(code, error.message, field === undefined ? {} : { field });
  return masked();
}

/**
 * An error with a path was met while a field was resolved: a bug, unless it is about the field's
 * arguments. One without a path and without a foreign cause is graphql-js refusing the request.
 */
function isFaultOfRequest({ extensions, message, originalError, path }: GraphQLError): boolean {
  if (typeof extensions.code === 'string' && FAULTS_OF_THE_REQUEST.has(extensions.code)) return true;
  if (path) return message.startsWith('Argument "');
  if (extensions.code === 'BAD_USER_INPUT') return true;
  return (
    extensions.code === undefined && (originalError === undefined || originalError instanceof GraphQLError)
  );
}

/** A scalar that refuses a value does not know where the value stood; the request does. */
function placed(fault: DomainError, error: unknown, asked: Asked): DomainError {
  const isUnplaced = fault.code === 'BAD_USER_INPUT' && fault.details.field === undefined;
  if (!isUnplaced || !(error instanceof GraphQLError) || error.path) return fault;
  const { field } = inputFaultOf(error, asked);
  return field === undefined
    ? fault
    : new DomainError(fault.code, fault.message, { ...fault.details, field });
}

function tooManyTokens(limit: number): DomainError {
  return new DomainError(
    'QUERY_TOO_COSTLY',
    `A query may have at most ${limit} tokens; split it, or pass its values as variables`,
    { limit },
  );
}

function masked(): DomainError {
  return new DomainError('INTERNAL', UNEXPECTED);
}

/** Wrappers differ: GraphQL has `originalError`, TypeORM `driverError`, Node `cause` and `errors`. */
function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  let link: unknown = error;
  while (link !== undefined && link !== null && chain.length < 10) {
    chain.push(link);
    const { originalError, driverError, cause, errors } = link as Record<string, unknown>;
    link = originalError ?? driverError ?? cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return chain;
}
