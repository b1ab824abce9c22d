import type { ServerResponse } from 'node:http';
import type { Script } from './scripted-server';

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

/** The frame of the change by which record 1 got version `number`. */
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

/** Sends frames over one connection and then ends it as `end` says: leaves it open, hangs up, or says that it is complete. */
export const stream =
  (frames: readonly string[], end: 'open' | 'hang up' | 'complete' = 'open'): Script =>
  ({ path }, response) => {
    if (path === '/graphql') return { data: { events: { head: 'c0', oldest: 'c-9' } } };
    open(response);
    response.write(frames.join(''), () => {
      if (end === 'hang up') response.destroy();
      if (end === 'complete') response.end('event: complete\ndata:\n\n');
    });
    return undefined;
  };
