import type { GraphQLSchema } from 'graphql';
import { DomainError } from '../../../platform/errors';
import type { Logger } from '../../../platform/log';
import type { FormattedError } from '../../format-error';
import type { Limits } from '../../limits';
import type { Viewer } from '../../runtime';
import type { Exchange } from '../exchange';
import { type Execute, refuseOutage, untilAborted } from '../executor';
import { toldOf } from '../tell-errors';
import { type Operation, Operations, RefusedDocument } from './operations';
import type { Sink, StreamSource } from './stream-source';

export interface RunnerOptions<C> {
  schema: GraphQLSchema;
  limits: Limits;
  log: Logger;
  execute: Execute<C>;
  contextOf(facts: { requestId: string; token: string | null; signal: AbortSignal }): C | Promise<C>;
  /** Throws for a token that is not this server's. */
  viewerOf(token: string | null): Viewer;
  /** Null where nothing can be subscribed to. */
  streams: StreamSource | null;
}

/** Runs an operation for a transport that is not Apollo's. */
export class OperationRunner<C> {
  readonly #operations: Operations;

  constructor(private readonly options: RunnerOptions<C>) {
    this.#operations = new Operations(options.schema, options.limits);
  }

  accept(asked: unknown): Operation {
    return this.#operations.accept(asked);
  }

  /** The answer of a query or a mutation, as it may leave. Throws where nothing could be answered. */
  async answer(operation: Operation, exchange: Exchange, token: string | null): Promise<object> {
    const { execute, contextOf, limits } = this.options;
    const { document, variables, operationName } = operation;
    const { requestId, signal } = exchange;
    exchange.startDeadline(limits.deadlineMs);
    const context = await contextOf({ requestId, signal, token });
    signal.throwIfAborted();
    const result = await untilAborted(execute(document, variables, context, operationName), signal);
    refuseOutage(result);
    if (!result.errors) return result;
    // Nothing has run: the variables do not fit.
    if (result.data === undefined) throw new RefusedDocument(result.errors, document);
    return { ...result, errors: this.tell(result.errors, exchange, operation) };
  }

  /**
   * Resolves once the subscription is live. The deadline is for getting there; the stream itself has none.
   * `settled` is called when nothing works on it any more, which can be after it was given up.
   */
  async attach(
    operation: Operation,
    exchange: Exchange,
    as: { viewer: Viewer; lastEventId?: string | null },
    sink: Sink,
    settled: () => void = () => {},
  ): Promise<() => void> {
    const { streams, limits } = this.options;
    if (!streams) throw new DomainError('BAD_USER_INPUT', 'This server serves no subscriptions');
    const { document, variables, operationName } = operation;
    const { requestId, signal } = exchange;
    exchange.startDeadline(limits.deadlineMs);
    const attaching = streams.attach({ document, variables, operationName, requestId, ...as }, sink);
    attaching.then(settled, settled);
    try {
      const { detach } = await untilAborted(attaching, signal);
      return detach;
    } catch (error) {
      attaching.then(
        (attached) => attached.detach(),
        () => {},
      );
      throw error;
    } finally {
      exchange.stopDeadline();
    }
  }

  /** What was thrown, as the caller is told. */
  tell(error: unknown, exchange: Exchange, operation: Operation | null = null): FormattedError[] {
    const { schema, log } = this.options;
    const refused = error instanceof RefusedDocument ? error : null;
    const document = refused?.document ?? operation?.document;
    const asked = { schema, ...(document && { document }), variables: operation?.variables ?? {} };
    return toldOf(refused?.errors ?? errorsIn(error), asked, exchange, log);
  }
}

function errorsIn(error: unknown): readonly unknown[] {
  return Array.isArray(error) ? error : [error];
}
