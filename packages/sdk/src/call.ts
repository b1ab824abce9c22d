import { attempt, type Sent } from './attempt.js';
import { reasonToRenew } from './auth.js';
import type { OperationDocument } from './document.js';
import {
  AbortedError,
  EntenteError,
  type Failure,
  isRetryable,
  TimeoutError,
  UnauthenticatedError,
} from './errors.js';
import type { InnerOptions, WriteOptions } from './options.js';
import type { Settings } from './settings.js';
import { jitter, pause, TIME_OVER, within } from './within.js';

/** What the server answered. */
export interface Answer extends Sent {
  readonly attempts: number;
}

/** Sends a document until it is answered, refused, or time, attempts or the caller's patience are spent. */
export async function call(
  settings: Settings,
  document: OperationDocument,
  variables: object = {},
  options: InnerOptions = {},
): Promise<Answer> {
  const { emit } = settings;
  const { signal, deadlineMs = Infinity, timeoutMs = settings.timeoutMs } = options;
  const operation = document.name || 'request';
  const began = performance.now();
  const body = JSON.stringify({
    query: document.text,
    variables: withKey(document, variables, options),
    operationName: document.name || undefined,
  });
  const mayRepeat = document.kind === 'query' || document.isIdempotent;
  let isRenewed = false;

  for (let attempts = 1; ; attempts++) {
    const sentAt = performance.now();
    let token: string | null | undefined;
    const failed = (thrown: unknown): never => fail(thrown, signal, { operation, attempts });
    const left = (): number => deadlineMs - (performance.now() - began);
    const ended = (outcome: { requestId: string | undefined; error?: EntenteError }): void =>
      emit({
        type: 'request',
        operation,
        attempt: attempts,
        durationMs: performance.now() - sentAt,
        ...outcome,
      });

    try {
      const sent = await within(Math.min(timeoutMs, left()), signal, async (signal) => {
        token = await settings.token.current();
        return attempt(settings, {
          operation,
          attempts,
          body,
          token,
          headers: options.headers,
          partial: options.partial,
          signal,
        });
      }).catch(failed);
      ended({ requestId: sent.requestId });
      return { ...sent, attempts };
    } catch (thrown) {
      const error = thrown as EntenteError;
      const { requestId } = error;
      ended({ requestId, error });
      let delayMs = 0;
      const reason = reasonToRenew(error);
      if (reason && error.status && !isRenewed) {
        isRenewed = true;
        if (!(await within(left(), signal, () => settings.token.renew(token, reason)).catch(failed)))
          throw error;
      } else {
        // A query that the server gave up on would be given up on again.
        if (
          !isRetryable(error) ||
          error.code === 'DEADLINE_EXCEEDED' ||
          !mayRepeat ||
          attempts >= settings.attempts
        )
          throw error;
        delayMs = jitter(error, attempts - 1);
        if (performance.now() - began + delayMs >= Math.min(deadlineMs, settings.budgetMs)) throw error;
      }
      emit({ type: 'retry', operation, requestId, attempt: attempts, delayMs, error });
      await pause(delayMs, signal).catch(failed);
    }
  }
}

/** Throws what it means that an attempt ended without an answer. */
export function fail(thrown: unknown, signal: AbortSignal | undefined, failure: Failure): never {
  if (thrown instanceof EntenteError) throw thrown;
  const { operation } = failure;
  if (signal?.aborted)
    throw new AbortedError('ABORTED', `${operation} was aborted`, { ...failure, cause: thrown });
  if (thrown === TIME_OVER)
    throw new TimeoutError('TIMEOUT', `${operation} was not answered in time`, failure);
  throw new UnauthenticatedError('UNAUTHENTICATED', `auth gave no token for ${operation}`, {
    ...failure,
    cause: thrown,
  });
}

/** A key of our own makes any retry safe; it is made once a call and kept over its attempts. */
function withKey(
  { isIdempotent }: OperationDocument,
  variables: { idempotencyKey?: string },
  { idempotencyKey }: WriteOptions,
): object {
  return isIdempotent
    ? { ...variables, idempotencyKey: idempotencyKey ?? variables.idempotencyKey ?? newKey() }
    : variables;
}

/** `crypto.randomUUID` is missing on pages that were not served by https. */
const newKey = (): string => crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
