import { CLOSE, Violation } from './close-code';
import { isObject } from './operations';

/** The messages of graphql-transport-ws that a client may send. */
export type SocketMessage =
  | { type: 'connection_init'; payload: Record<string, unknown> }
  | { type: 'ping'; payload: Record<string, unknown> | null }
  | { type: 'pong' }
  | { type: 'subscribe'; id: string; payload: unknown }
  | { type: 'complete'; id: string };

/** An id stands in every frame of its subscription. */
const LONGEST_ID = 200;
/** What a ping brings is sent back; nobody needs to have a book sent back. */
const LONGEST_PING = 1_000;

/** Throws a `Violation`. */
export function messageIn(data: Buffer): SocketMessage {
  const message = parsed(data);
  if (!isObject(message)) throw new Violation(CLOSE.BAD_MESSAGE, 'A message must be a JSON object');
  const { type, payload } = message;
  switch (type) {
    case 'connection_init':
      return { type, payload: objectOr({}, payload) };
    case 'ping':
      return { type, payload: data.length > LONGEST_PING ? null : objectOr(null, payload) };
    case 'pong':
      return { type };
    case 'subscribe':
      if (!isObject(payload))
        throw new Violation(CLOSE.BAD_MESSAGE, 'subscribe needs a payload: {"query": "…"}');
      return { type, id: idIn(message), payload };
    case 'complete':
      return { type, id: idIn(message) };
    default:
      throw new Violation(
        CLOSE.BAD_MESSAGE,
        'A message must have a type that clients of graphql-transport-ws send',
      );
  }
}

function parsed(data: Buffer): unknown {
  try {
    return JSON.parse(data.toString());
  } catch {
    throw new Violation(CLOSE.BAD_MESSAGE, 'A message must be JSON');
  }
}

function objectOr<T>(other: T, payload: unknown): Record<string, unknown> | T {
  if (payload === undefined || payload === null) return other;
  if (!isObject(payload)) throw new Violation(CLOSE.BAD_MESSAGE, 'A payload must be an object');
  return payload;
}

function idIn({ id }: Record<string, unknown>): string {
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID)
    throw new Violation(CLOSE.BAD_MESSAGE, `An id must be a text of 1 to ${LONGEST_ID} characters`);
  return id;
}
