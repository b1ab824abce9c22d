import { type EntenteError, OverloadedError, UnreachableError } from './errors.js';
import { errorOf } from './failure.js';
import { connect, type Line, type SocketClass } from './socket.js';
import type { StreamResult, Transport } from './transport.js';
import { within } from './within.js';

/** How a WebSocket is opened. */
export interface WebSocketOptions {
  /** Where. Absent: the client's url, with `ws` for `http`. */
  readonly url?: string | undefined;
  /** The class to use where there is no global `WebSocket`, as in Node 20: that of the package `ws`. */
  readonly webSocketImpl?: SocketClass | undefined;
}

/** More characters than this do not wait for a slow loop; what follows is asked for again when it has caught up. */
const MOST_WAITING = 4_000_000;

// What the server says by closing; anything else is a connection that broke.
const codes: Record<number, string> = {
  1009: 'BAD_USER_INPUT',
  1013: 'OVERLOADED',
  4400: 'BAD_USER_INPUT',
  4401: 'UNAUTHENTICATED',
  4403: 'UNAUTHENTICATED',
  4406: 'BAD_USER_INPUT',
  4409: 'BAD_USER_INPUT',
  4429: 'RATE_LIMITED',
};

/**
 * Carries streams over a WebSocket, in the protocol of graphql-ws; all streams of a client share one. Give it to the
 * client, or to one stream.
 *
 * @param options - Where, and with which class.
 * @throws TypeError - There is no class of WebSockets.
 * @example
 * ```ts
 * import { createClient } from '@entente/sdk';
 * import { webSocket } from '@entente/sdk/ws';
 *
 * const live = createClient({ url: 'http://127.0.0.1:4000/graphql', transport: webSocket({ webSocketImpl: WebSocket }) });
 * const { value } = await live.events({}, { from: 'EARLIEST' }).next();
 * console.log(value?.event.change);
 * ```
 */
export function webSocket(options: WebSocketOptions = {}): Transport {
  const Socket = options.webSocketImpl ?? (globalThis.WebSocket as SocketClass | undefined);
  if (!Socket)
    throw new TypeError('There is no global WebSocket here: give webSocketImpl, that of the package ws');
  const lines = new Map<string, Line>();

  return async function* (request): AsyncGenerator<StreamResult | undefined> {
    const { settings, operation, attempts, token, signal } = request;
    const { url = settings.url.replace(/^http/, 'ws') } = options;
    const failure = { operation, attempts };
    let waiting: StreamResult[] = [];
    let size = 0;
    let isOver = false;
    let error: EntenteError | undefined;
    let wake = (): void => {};

    const key = `${token} ${url}`;
    const line =
      lines.get(key) ??
      connect({
        url,
        Socket,
        payload: {
          ...settings.headers,
          ...request.headers,
          ...(token && { authorization: `Bearer ${token}` }),
        },
        silenceMs: request.silenceMs,
        ended: () => lines.delete(key),
      });
    lines.set(key, line);
    const member = line.join({
      heard(result, length) {
        waiting.push(result);
        size += length;
        if (size > MOST_WAITING) {
          const message = 'More came than the loop can deal with; the rest is asked for again';
          error = new OverloadedError('OVERLOADED', message, failure);
          member.leave();
        }
        wake();
      },
      ended(code, reason, cause) {
        isOver = true;
        if (code)
          error ??= errorOf(codes[code] ?? 'UNREACHABLE', `${url} closed the socket: ${code} ${reason}`, {
            ...failure,
            faults: [{ message: String(reason) }],
            cause,
          });
        wake();
      },
    });
    try {
      await within(settings.timeoutMs, signal, () => line.isReady).catch((cause) => {
        throw error ?? new UnreachableError('UNREACHABLE', `${url} cannot be reached`, { ...failure, cause });
      });
      member.subscribe(request.payload);
      yield;
      for (;;) {
        const results = waiting;
        waiting = [];
        size = 0;
        yield* results;
        if (waiting.length > 0) continue;
        if (error) throw error;
        if (isOver) return;
        await within(
          Infinity,
          signal,
          () =>
            new Promise<void>((resolve) => {
              wake = resolve;
            }),
        );
      }
    } finally {
      member.leave();
    }
  };
}
