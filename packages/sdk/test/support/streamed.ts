import type { ServerResponse } from 'node:http';
import type { Script, ScriptedServer } from './scripted-server';

/** Begins to answer with server-sent events. */
export function open(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-request-id': 'request-1' });
  response.flushHeaders();
}

/** A frame as the server writes it. */
export const next = (frame: { cursor: string } & Record<string, unknown>, field = 'events'): string =>
  `event: next\nid: ${frame.cursor}\ndata: ${JSON.stringify({ data: { [field]: frame } })}\n\n`;

/** An error of the stream, as the server tells it before it ends the stream. */
export const refusal = (code: string, details: object = {}): string =>
  `event: next\ndata: ${JSON.stringify({
    data: null,
    errors: [{ message: `It is ${code}`, extensions: { code, requestId: 'request-2', ...details } }],
  })}\n\nevent: complete\ndata:\n\n`;

/** The change by which engagement 1 got version `number`, after which comes the cursor `c<number>`. */
export const changed = (number: number, more: object = {}) => ({
  __typename: 'EventDelivered',
  cursor: `c${number}`,
  transition: 'UPDATED',
  event: {
    id: `event_${number}`,
    recordType: 'ENGAGEMENT',
    recordId: 'engagement_1',
    recordVersion: number,
    change: 'AMENDED',
    record: { __typename: 'Engagement', id: 'engagement_1', label: 'Talks', version: number },
  },
  ...more,
});

export const checkpoint = (number: number) => ({ __typename: 'Checkpoint', cursor: `c${number}`, lagMs: 0 });

export const snapshotItem = (number: number) => ({
  __typename: 'SnapshotItem',
  cursor: `s${number}`,
  record: { __typename: 'Engagement', id: `engagement_${number}`, label: 'Talks', version: 7 },
});

/** Sends this over one connection and then leaves it open, hangs up, or says that it is complete. */
export const stream =
  (frames: readonly string[], end: 'open' | 'hang up' | 'complete' = 'open'): Script =>
  (_, response) => {
    open(response);
    response.write(frames.join(''), () => {
      // Let what was written arrive: hanging up may take it back.
      if (end === 'hang up') setTimeout(() => response.destroy(), 5);
      if (end === 'complete') response.end('event: complete\ndata:\n\n');
    });
    if (frames.length === 0 && end === 'hang up') response.destroy();
  };

/** Plays one script a connection, and answers where the log begins and ends. */
export function playStreams(server: ScriptedServer, ...scripts: Script[]): void {
  let connection = 0;
  server.asked.length = 0;
  server.script = (asked, response) =>
    asked.path === '/graphql'
      ? { data: { events: { head: 'head', oldest: 'oldest' } } }
      : scripts[Math.min(connection++, scripts.length - 1)]?.(asked, response);
}

/** The cursors with which the connections were asked for. */
export const cursorsAsked = (server: ScriptedServer): unknown[] =>
  server.asked.filter(({ path }) => path === '/graphql/stream').map(({ variables }) => variables.after);

/** The first `count` items; then the loop is left. */
export async function take<Item>(items: AsyncIterable<Item>, count: number): Promise<Item[]> {
  const taken: Item[] = [];
  for await (const item of items) if (taken.push(item) === count) break;
  return taken;
}

export const versionsIn = (items: readonly object[]): unknown[] =>
  items.map((item) => (item as { recordVersion?: number }).recordVersion);

/** What is thrown by whatever is awaited. */
// biome-ignore lint/suspicious/noExplicitAny: an error of any class.
export const errorOf = (promise: Promise<unknown>): Promise<any> =>
  promise.then(
    () => undefined,
    (error) => error,
  );
