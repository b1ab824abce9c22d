import { reasonToRenew } from './auth.js';
import { call, fail } from './call.js';
import { documentOf, type OperationDocument } from './document.js';
import {
  CursorExpiredError,
  EntenteError,
  EpochChangedError,
  type Fault,
  isRetryable,
  UnreachableError,
} from './errors.js';
import { errorOfFault } from './failure.js';
import type { Settings } from './settings.js';
import { sse } from './sse.js';
import type { StreamOptions } from './stream.js';
import { jitter, onAbort, pause, within } from './within.js';

/** A frame as it came: the answer, what lies at its root, and what is wrong with it. */
export interface Came {
  readonly data: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: what a frame holds depends on the document.
  readonly frame: any;
  readonly cursor: string;
  readonly errors: readonly Fault[];
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const CHECKPOINT_SECONDS = 15;
/** Silence of so many checkpoints is no accident. */
const MISSED_CHECKPOINTS = 3;
/** Event ids that are remembered, to leave out what comes again. */
const WINDOW = 1_000;

const BOUNDS = /*#__PURE__*/ documentOf('query eventBounds{events(first:0){head oldest}}');

/**
 * Follows a subscription over as many connections as it takes. A position is saved only when the next item is asked
 * for: then the body of the loop has run. Leaving the loop saves nothing, since `break` cannot be told from `throw`.
 */
export function follow(
  settings: Settings,
  { text, name }: OperationDocument,
  variables: object | undefined,
  options: StreamOptions = {},
  itemOf: (came: Came) => unknown,
): AsyncGenerator<never, undefined, undefined> {
  const { signal, store, onGap, checkpointSeconds, budgetMs = Infinity, headers } = options;
  const { silenceMs = MISSED_CHECKPOINTS * (checkpointSeconds ?? CHECKPOINT_SECONDS) * 1000 } = options;
  const transport = options.transport ?? settings.transport ?? sse;
  const operation = name || 'subscription';
  const seen = new Set<string>();
  let connection = new AbortController();
  const end = (): void => connection.abort();
  let isLeft = false;
  let failures = 0;
  const failure = () => ({ operation, attempts: failures + 1 });

  async function* following(): AsyncGenerator<never, undefined, undefined> {
    let from = options.from ?? 'LATEST';
    let saved = await store?.load();
    let cursor = saved ?? options.after ?? null;
    let token: string | null | undefined;
    let isAnswered = false;
    let isRenewed = false;
    let isSaving = false;
    let heardAt = performance.now();
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
        if (signal?.aborted) fail(signal.reason, signal, failure());
        let hasToken = false;
        try {
          token = await within(settings.timeoutMs, connection.signal, () => settings.token.current()).catch(
            (thrown) => fail(thrown, signal, failure()),
          );
          hasToken = true;
          // From here on nothing is missed, though the connection break before its first frame.
          if (!cursor && (from === 'LATEST' || !text.includes('$from'))) {
            const { data } = await call(settings, BOUNDS, {}, { signal: connection.signal, headers });
            const { head, oldest } = data.events as { head: string; oldest: string };
            await reached(from === 'LATEST' ? head : oldest);
          }
          const results = transport({
            ...failure(),
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
            heardAt = performance.now();
            if (!result) continue;
            const { data, errors = [] } = result;
            if (!data) throw errorOfFault(errors[0], { ...failure(), faults: errors });
            failures = 0;
            isRenewed = false;
            const frame = Object.values(data)[0];
            const position: string = frame.cursor ?? result.cursor;
            const id = frame.event?.id;
            const item = seen.has(id) ? undefined : itemOf({ data, frame, errors, cursor: position });
            if (item) yield item as never;
            if (id) seen.add(id);
            if (seen.size > WINDOW) seen.delete(seen.values().next().value as string);
            await reached(position);
            connection.signal.throwIfAborted();
          }
          throw 'The server ended the stream';
        } catch (thrown) {
          end();
          connection = new AbortController();
          // The store's own error, which only its owner can mend.
          if (isSaving) throw thrown;
          if (isLeft || signal?.aborted) continue;
          const error =
            thrown instanceof EntenteError
              ? thrown
              : new UnreachableError('UNREACHABLE', `${settings.url} cannot be followed`, {
                  ...failure(),
                  cause: thrown,
                });
          const reason = reasonToRenew(error);
          let mayRepeat = isRetryable(error) || error.code === 'INTERNAL' || (isAnswered && !hasToken);
          if (onGap && (error instanceof CursorExpiredError || error instanceof EpochChangedError)) {
            seen.clear();
            from = onGap.toUpperCase() as typeof from;
            cursor = (onGap === 'earliest' && (error.details.oldestCursor as string)) || null;
            yield { kind: 'gap', reason: error.code, from: onGap, error } as never;
            mayRepeat = true;
          } else if (reason && hasToken && !isRenewed) {
            // Who gives tokens may be away for a while; that there is no other token is an answer.
            const another = await within(settings.timeoutMs, connection.signal, () =>
              settings.token.renew(token, reason),
            ).catch(() => undefined);
            isRenewed = !!another;
            mayRepeat = another !== false;
          } else if (!isAnswered && error instanceof UnreachableError && (error.status as number) < 500) {
            // Something else answers there, and always has.
            mayRepeat = false;
          }
          const delayMs = isRenewed ? 0 : jitter(error, FIRST_DELAY_MS, LONGEST_DELAY_MS, failures);
          if (!mayRepeat || performance.now() - heardAt + delayMs > budgetMs) throw error;
          failures++;
          const { requestId } = error;
          settings.emit({
            type: 'reconnect',
            operation,
            requestId,
            attempt: failures,
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
    return undefined;
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
