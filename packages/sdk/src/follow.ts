import { unreachable } from './attempt.js';
import { reasonToRenew } from './auth.js';
import { call, fail } from './call.js';
import { documentOf, type OperationDocument } from './document.js';
import {
  type CursorExpiredError,
  EntenteError,
  type Fault,
  isRetryable,
  UnreachableError,
} from './errors.js';
import { errorOfFault } from './failure.js';
import type { Settings } from './settings.js';
import { sse } from './sse.js';
import type { StreamOptions } from './stream.js';
import { jitter, onAbort, pause, within } from './within.js';

/** What is handed out of a frame, if anything is: from the root of the answer, what is wrong with it, and the whole. */
type ItemOf = (
  // biome-ignore lint/suspicious/noExplicitAny: what a frame holds depends on the document.
  frame: any,
  errors: readonly Fault[],
  data: Record<string, unknown>,
  cursor: string,
) => unknown;

const CHECKPOINT_SECONDS = 15;
/** That three checkpoints are missing is no accident. */
const SILENT_MS_A_SECOND = 3_000;
/** Event ids that are remembered, to leave out what comes again. */
const WINDOW = 1_000;

const BOUNDS = /*#__PURE__*/ documentOf('query eventBounds{events(first:0){head oldest}}');

const GAPS = /^(CURSOR_EXPIRED|EPOCH_CHANGED)$/;

/**
 * Follows a subscription over as many connections as it takes. A position is saved only when the next item is asked
 * for: then the body of the loop has run. Leaving the loop saves nothing, since `break` cannot be told from `throw`.
 */
export function follow(
  settings: Settings,
  { text, name }: OperationDocument,
  variables: object | undefined,
  options: StreamOptions = {},
  itemOf: ItemOf,
): AsyncGenerator<never, void, undefined> {
  const {
    signal,
    store,
    onGap,
    checkpointSeconds,
    headers,
    silenceMs = SILENT_MS_A_SECOND * (checkpointSeconds ?? CHECKPOINT_SECONDS),
    transport = settings.transport ?? sse,
  } = options;
  const operation = name || 'request';
  const seen = new Set<string>();
  let connection = new AbortController();
  const end = (): void => connection.abort();
  const inTime = <T>(work: () => Promise<T>): Promise<T> =>
    within(settings.timeoutMs, connection.signal, work);
  let isLeft = false;
  /** What errors say. */
  const failure = { operation, attempts: 1 };

  async function* following(): AsyncGenerator<never, void, undefined> {
    let from = options.from ?? 'LATEST';
    let saved = await store?.load();
    let cursor = saved ?? options.after ?? null;
    let token: string | null | undefined;
    let isAnswered = false;
    let isRenewed = false;
    let isSaving = false;
    const stop = signal && onAbort(signal, end);

    const reached = async (position: string): Promise<void> => {
      cursor = position;
      isSaving = true;
      if (position !== saved) await store?.save(position);
      isSaving = false;
      saved = position;
    };

    try {
      while (!isLeft) {
        if (signal?.aborted) fail(signal.reason, signal, failure);
        let hasToken = false;
        try {
          token = await inTime(() => settings.token.current()).catch((thrown) =>
            fail(thrown, signal, failure),
          );
          hasToken = true;
          // From here on nothing is missed, though the connection break before its first frame.
          if (!cursor && (from === 'LATEST' || !text.includes('$from'))) {
            const { data } = await call(settings, BOUNDS, {}, { signal: connection.signal, headers });
            const bounds = data.events as { head: string; oldest: string };
            await reached(bounds[from === 'LATEST' ? 'head' : 'oldest']);
          }
          const results = transport({
            ...failure,
            settings,
            payload: {
              query: text,
              variables: { ...variables, after: cursor, from: cursor ? undefined : from, checkpointSeconds },
              operationName: name || undefined,
            },
            token,
            headers,
            silenceMs,
            signal: connection.signal,
          });
          for await (const result of results) {
            isAnswered = true;
            if (!result) continue;
            const { data, errors = [] } = result;
            if (!data) throw errorOfFault(errors[0], { ...failure, faults: errors });
            failure.attempts = 1;
            isRenewed = false;
            const frame = Object.values(data)[0];
            const position: string = frame.cursor;
            const id = frame.event?.id;
            const item = !seen.has(id) && itemOf(frame, errors, data, position);
            if (item) yield item as never;
            if (id) seen.add(id);
            if (seen.size > WINDOW) seen.delete(seen.values().next().value as string);
            await reached(position);
            connection.signal.throwIfAborted();
          }
          throw unreachable(settings, failure);
        } catch (thrown) {
          end();
          connection = new AbortController();
          // The store's own error, which only its owner can mend.
          if (isSaving) throw thrown;
          if (isLeft || signal?.aborted) continue;
          const error =
            thrown instanceof EntenteError ? thrown : unreachable(settings, { ...failure, cause: thrown });
          const reason = reasonToRenew(error);
          let delayMs = jitter(error, failure.attempts);
          if (onGap && GAPS.test(error.code)) {
            seen.clear();
            from = onGap.toUpperCase() as typeof from;
            cursor = (onGap === 'earliest' && (error as CursorExpiredError).oldestCursor) || null;
            yield { kind: 'gap', reason: error.code, from: onGap, error } as never;
          } else if (reason && hasToken && !isRenewed) {
            // Who gives tokens may be away for a while; that there is no other token is an answer.
            const another = await inTime(() => settings.token.renew(token, reason)).catch(() => undefined);
            if (another === false) throw error;
            if (another) delayMs = 0;
            isRenewed = !!another;
          } else if (
            (hasToken || !isAnswered) &&
            (!(isRetryable(error) || error.code === 'INTERNAL') ||
              // Something else answers there, and always has.
              (!isAnswered && error instanceof UnreachableError && (error.status as number) < 500))
          )
            throw error;
          settings.emit({
            type: 'reconnect',
            operation,
            requestId: error.requestId,
            attempt: failure.attempts++,
            delayMs,
            error,
            after: cursor,
          });
          await pause(delayMs, connection.signal).catch(() => {});
        }
      }
    } finally {
      end();
      stop?.();
    }
  }

  const items = following();
  const leave = items.return.bind(items);
  items.return = (value) => {
    // A next item that is still awaited must not hold this up.
    isLeft = true;
    end();
    return leave(value);
  };
  return items;
}
