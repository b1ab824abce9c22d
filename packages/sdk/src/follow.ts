import { call } from './call.js';
import { documentOf, type OperationDocument } from './document.js';
import {
  AbortedError,
  CursorExpiredError,
  EntenteError,
  EpochChangedError,
  type Fault,
  ForbiddenError,
  isRetryable,
  UnauthenticatedError,
  UnreachableError,
} from './errors.js';
import { errorOfFault } from './failure.js';
import type { Settings } from './settings.js';
import { sse } from './sse.js';
import type { StreamOptions } from './stream.js';
import { onAbort, pause, within } from './within.js';

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
/** Event ids that are remembered, to leave out what comes again. */
const WINDOW = 1_000;

const TAKES_FROM = /\$from\b/;
const BOUNDS = /*#__PURE__*/ documentOf('query eventBounds{events(first:0){head oldest}}');

/**
 * Follows a subscription over as many connections as it takes. A position is saved only when the next item is asked
 * for: then the body of the loop has run. Leaving the loop saves nothing, since `break` cannot be told from `throw`.
 */
export function follow(
  settings: Settings,
  document: OperationDocument,
  variables: object | undefined,
  options: StreamOptions = {},
  itemOf: (came: Came) => unknown,
): AsyncIterableIterator<never> {
  if (!/\$after\b/.test(document.text) || !/\bcursor\b/.test(document.text))
    throw new TypeError('To be resumed, the document must take $after: Cursor and select cursor.');
  if (options.from === 'SNAPSHOT' && !TAKES_FROM.test(document.text))
    throw new TypeError('Only events can begin with a snapshot, and only if the document takes $from.');
  const left = new AbortController();
  const items = itemsOf(settings, document, variables, options, itemOf, left.signal);
  return {
    next: () => items.next(),
    return: () => {
      // A next item that is still awaited must not hold this up.
      left.abort();
      return items.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* itemsOf(
  settings: Settings,
  document: OperationDocument,
  variables: object | undefined,
  options: StreamOptions,
  itemOf: (came: Came) => unknown,
  left: AbortSignal,
): AsyncGenerator<never, undefined, undefined> {
  const { signal, store, onGap, checkpointSeconds, budgetMs = Infinity, headers } = options;
  const { silenceMs = 3_000 * (checkpointSeconds ?? 15) } = options;
  const transport = options.transport ?? settings.transport ?? sse;
  const operation = document.name || 'subscription';
  const seen = new Set<string>();
  let from = options.from ?? 'LATEST';
  let saved = await store?.load();
  let cursor = saved ?? options.after ?? null;
  let token: string | null | undefined;
  let failures = 0;
  let isKnown = false;
  let isRenewed = false;
  let heardAt = performance.now();
  let connection = new AbortController();
  const end = (): void => connection.abort();
  const stops = [onAbort(left, end), signal && onAbort(signal, end)];

  const reached = async (position: string): Promise<void> => {
    cursor = position;
    if (store && cursor !== saved) await store.save(cursor);
    saved = cursor;
  };

  const failure = (cause?: unknown) => ({ operation, attempts: failures + 1, cause });

  try {
    for (;;) {
      if (left.aborted) return;
      if (signal?.aborted)
        throw new AbortedError('ABORTED', `${operation} was aborted`, failure(signal.reason));
      let isOffered = false;
      try {
        token = await within(settings.timeoutMs, connection.signal, () => settings.token.current()).catch(
          (cause) => {
            const message = `auth gave no token for ${operation}`;
            throw new UnauthenticatedError('UNAUTHENTICATED', message, failure(cause));
          },
        );
        isOffered = true;
        // From here on nothing is missed, though the connection break before its first frame.
        if (!cursor && (from === 'LATEST' || !TAKES_FROM.test(document.text))) {
          const { data } = await call(settings, BOUNDS, {}, { signal: connection.signal, headers });
          const { head, oldest } = data.events as Record<string, string>;
          await reached((from === 'LATEST' ? head : oldest) as string);
        }
        const results = transport({
          settings,
          operation,
          attempts: failures + 1,
          payload: {
            query: document.text,
            variables: { ...variables, after: cursor, from: cursor ? undefined : from, checkpointSeconds },
            operationName: document.name || undefined,
          },
          token,
          headers,
          silenceMs,
          signal: connection.signal,
        });
        for await (const result of results) {
          isKnown = true;
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
          if (seen.size > WINDOW) for (const first of seen) if (seen.delete(first)) break;
          await reached(position);
        }
        throw new UnreachableError('UNREACHABLE', `${settings.url} ended the stream`, failure());
      } catch (thrown) {
        end();
        connection = new AbortController();
        // Of the store, which only its owner can mend.
        if (!(thrown instanceof EntenteError)) throw thrown;
        if (left.aborted || signal?.aborted) continue;
        const error: EntenteError = thrown;
        const reason =
          error instanceof UnauthenticatedError
            ? 'expired'
            : error instanceof ForbiddenError
              ? 'forbidden'
              : undefined;
        let mayRepeat = isRetryable(error) || error.code === 'INTERNAL';
        if (onGap && (error instanceof CursorExpiredError || error instanceof EpochChangedError)) {
          seen.clear();
          from = onGap.toUpperCase() as typeof from;
          cursor = (onGap === 'earliest' && (error.details.oldestCursor as string)) || null;
          yield { kind: 'gap', reason: error.code, from: onGap, error } as never;
          mayRepeat = true;
        } else if (reason && isOffered && !isRenewed) {
          // A vault that is shut may be open later; a vault that has no other token is an answer.
          const another = await within(settings.timeoutMs, connection.signal, () =>
            settings.token.renew(token, reason),
          ).catch(() => undefined);
          isRenewed = !!another;
          mayRepeat = another !== false;
        } else if (reason) {
          mayRepeat = !isOffered && isKnown;
        } else if (!isKnown && error.code === 'UNREACHABLE' && (error.status ?? 500) < 500) {
          // Something else answers there, and always has.
          mayRepeat = false;
        }
        const delayMs = isRenewed
          ? 0
          : (error.retryAfterMs ?? 0) +
            Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** failures);
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
    for (const stop of stops) stop?.();
  }
}
