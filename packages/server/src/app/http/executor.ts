import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { DomainError } from '../../platform/errors';
import { databaseFaultOf } from '../database-fault';
import { rootOf } from '../format-error';
import { type Limits, refuseDocument } from '../limits';
import type { Exchange } from './exchange';
import { refuseUnstorable } from './unstorable';

export type Execute<C> = (
  document: DocumentNode,
  variables: Record<string, unknown>,
  context: C,
  operationName?: string | null,
) => Promise<ExecutionResult>;

/** What travels through Apollo as its context. Apollo copies it shallowly: ours lies one level deeper and stays itself. */
export interface Carried<C> {
  exchange: Exchange;
  context: C;
}

/** The part of Apollo's gateway request that is read here. */
interface GatewayRequest<C> {
  document: DocumentNode;
  operation?: OperationDefinitionNode;
  request: { operationName?: string | null; variables?: Record<string, unknown> };
  // biome-ignore lint/suspicious/noExplicitAny: Apollo types the gateway's context as a loose record.
  context: any | Carried<C>;
}

export function executorOf<C>(options: { schema: GraphQLSchema; limits: Limits; execute: Execute<C> }) {
  const { schema, limits, execute } = options;

  return async function executor(asked: GatewayRequest<C>): Promise<ExecutionResult> {
    const { exchange, context } = asked.context as Carried<C>;
    const { document, operation } = asked;
    const { operationName, variables = {} } = asked.request;
    if (!operation) throw unknownOperation(document, operationName);
    if (operation.operation === 'subscription')
      throw new DomainError(
        'BAD_USER_INPUT',
        'Subscriptions are not served over this transport; open a WebSocket at /graphql, or ask /graphql/stream',
      );
    refuseUnstorable(document, variables, limits.nesting);
    refuseDocument(schema, document, operationName, variables, limits);
    const result = await untilAborted(execute(document, variables, context, operationName), exchange.signal);
    refuseOutage(result);
    return result;
  };
}

export function unknownOperation(document: DocumentNode, name: string | null | undefined): DomainError {
  const names = document.definitions.flatMap(
    (one) => (one.kind === 'OperationDefinition' && one.name?.value) || [],
  );
  const wanted = name
    ? `There is no operation "${name}" in the document`
    : 'Say by operationName which operation is meant';
  return new DomainError(
    'BAD_USER_INPUT',
    names.length > 0 ? `${wanted}: ${names.slice(0, 10).join(', ')}` : wanted,
    {
      field: 'operationName',
    },
  );
}

/**
 * Answers at the deadline even where a resolver does not listen to the signal. What still runs is
 * cancelled at its next statement, and its result is of no interest any more.
 */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/**
 * Fields are nullable, so an unreachable database would be answered with 200 and nulls, which no
 * proxy and no retrying client understands. If nothing at all could be read, the request has failed.
 */
export function refuseOutage({ data, errors }: ExecutionResult): void {
  if (!errors?.length || Object.values(data ?? {}).some((value) => value !== null)) return;
  const faults = errors.map((error) => faultOf(rootOf(error)));
  const [first] = faults;
  if (first && faults.every((fault) => fault?.code === 'OVERLOADED')) throw first;
}

function faultOf(error: unknown): DomainError | null {
  return error instanceof DomainError ? error : databaseFaultOf(error);
}
