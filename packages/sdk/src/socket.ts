import type { StreamResult } from './transport.js';

/** A class of WebSockets: the global one, or that of a package. */
export type SocketClass = new (
  url: string,
  protocol: string,
) => {
  readonly readyState: number;
  // biome-ignore lint/suspicious/noExplicitAny: classes differ in the events they hand over.
  onopen: ((event: any) => void) | null;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  onmessage: ((event: any) => void) | null;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  onerror: ((event: any) => void) | null;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  onclose: ((event: any) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
};

/** Whoever has subscribed over a line. */
export interface Listener {
  /** Told of a result, and how long its message was. */
  heard(result: StreamResult, length: number): void;
  /** Told that nothing follows: with a close code if the line broke, else the server has completed the subscription. */
  ended(code?: number, reason?: string, cause?: unknown): void;
}

/** A socket on which the protocol of graphql-ws is spoken. */
export interface Line {
  /** Resolves once the server has accepted; rejects if the line breaks before. */
  readonly isReady: Promise<void>;
  join(listener: Listener): Membership;
}

export interface Membership {
  subscribe(payload: object): void;
  /** The last to leave closes the line. */
  leave(): void;
}

interface LineOptions {
  readonly url: string;
  readonly Socket: SocketClass;
  /** What `connection_init` carries. */
  readonly payload: object;
  /** After so long without a message, pings unanswered, the line is dead. */
  readonly silenceMs: number;
  readonly ended: () => void;
}

const OPEN = 1;
const BROKEN = 1006;
/** Parts of the time of silence; after each the server is pinged. */
const PARTS = 3;

export function connect({ url, Socket, payload, silenceMs, ended }: LineOptions): Line {
  const listeners = new Map<string, Listener>();
  let count = 0;
  let quiet = 0;
  let isOver = false;
  let cause: unknown;
  let ready = (): void => {};
  let failed = (): void => {};
  const isReady = new Promise<void>((resolve, reject) => {
    ready = resolve;
    failed = reject;
  });
  // It is awaited by those who are still there.
  isReady.catch(() => {});

  const socket = new Socket(url, 'graphql-transport-ws');
  const send = (message: object): void => {
    if (socket.readyState === OPEN) socket.send(JSON.stringify(message));
  };
  const end = (code = BROKEN, reason = ''): void => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    ended();
    for (const listener of listeners.values()) listener.ended(code, reason, cause);
    listeners.clear();
    failed();
    socket.close();
  };
  const timer = setInterval(() => {
    quiet++;
    if (quiet > PARTS) end(BROKEN, 'silence');
    else if (quiet > 1) send({ type: 'ping' });
  }, silenceMs / PARTS);

  socket.onopen = () => send({ type: 'connection_init', payload });
  socket.onerror = (event) => {
    cause = event.error ?? event.message;
  };
  socket.onclose = ({ code, reason }) => end(code, reason);
  socket.onmessage = ({ data }) => {
    quiet = 0;
    const { type, id, payload } = parsed(data);
    const listener = listeners.get(id);
    if (type === 'connection_ack') ready();
    else if (type === 'ping') send({ type: 'pong' });
    else if (type === 'next') listener?.heard(payload, data.length);
    else if (type === 'error' || type === 'complete') {
      listeners.delete(id);
      if (type === 'error') listener?.heard({ data: null, errors: payload }, data.length);
      listener?.ended();
      if (listeners.size === 0) end();
    } else if (type !== 'pong') end(BROKEN, 'a message that is none of graphql-transport-ws');
  };

  return {
    isReady,
    join(listener) {
      const id = String(++count);
      listeners.set(id, listener);
      let isAsked = false;
      return {
        subscribe(payload) {
          isAsked = true;
          send({ id, type: 'subscribe', payload });
        },
        leave() {
          if (!listeners.delete(id)) return;
          if (isAsked) send({ id, type: 'complete' });
          if (listeners.size === 0) end();
        },
      };
    },
  };
}

function parsed(text: string): { type?: string; id: string; payload: never } {
  try {
    return JSON.parse(text);
  } catch {
    return { id: '' } as never;
  }
}
