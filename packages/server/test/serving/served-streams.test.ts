import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createClient as createEventClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Api } from '../harness/api';
import { serve, TOKEN } from '../harness/served';
import { TestSocket, until } from './test-socket';

const EVENTS = `subscription Events($after: Cursor) {
  events(after: $after, checkpointSeconds: 60) {
    cursor
    ... on EventDelivered { transition event { id recordType change after } }
  }
}`;
const RECORD = `mutation ($input: EngagementInput!) { recordEngagement(input: $input) { id } }`;

let api: Api;
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  api = await Api.open();
  server = await serve(api);
});
afterAll(async () => {
  await server.stop();
  await api.close();
});

const authorization = `Bearer ${TOKEN}`;
const live = (count: number) => until(() => server.feed.streams.count === count);

// biome-ignore lint/suspicious/noExplicitAny: frames of any shape.
type Frame = any;

async function happen(title: string): Promise<void> {
  await api.given.engagement({ title });
  await api.sequence();
}

/** The titles that frames tell of. */
const titles = (frames: Frame[]) => frames.map((frame) => frame.data.events.event?.after?.title);

function overEvents(headers: Record<string, string> = { authorization }) {
  return createEventClient({ url: `${server.url}/graphql/stream`, headers, retryAttempts: 0 });
}

function overSocket() {
  return createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
    lazyCloseTimeout: 0,
  });
}

/** The frames until there are so many. */
async function take(stream: AsyncIterable<Frame>, count: number): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of stream) if (frames.push(frame) === count) break;
  return frames;
}

describe('the event stream of the product', () => {
  test('tells the same over both transports, with the same cursor', async () => {
    const socket = overSocket();
    const events = overEvents();
    const taken = Promise.all([
      take(socket.iterate({ query: EVENTS }), 2),
      take(events.iterate({ query: EVENTS }), 2),
    ]);
    await live(2);
    await happen('First round');
    await happen('Second round');
    const [bySocket, byEvents] = await taken;

    expect(titles(bySocket)).toEqual(['First round', 'Second round']);
    expect(byEvents).toEqual(bySocket);
    await socket.dispose();
    events.dispose();
    await live(0);
  });

  test('goes on over one transport where it stopped over the other', async () => {
    const socket = overSocket();
    const first = take(socket.iterate({ query: EVENTS }), 1);
    await live(1);
    await happen('Seen');
    const [frame] = await first;
    await socket.dispose();
    await live(0);
    await happen('Missed');
    const after = frame.data.events.cursor;
    const variable = overEvents();
    const header = overEvents({ authorization, 'last-event-id': after });

    expect(titles(await take(variable.iterate({ query: EVENTS, variables: { after } }), 1))).toEqual([
      'Missed',
    ]);
    expect(titles(await take(header.iterate({ query: EVENTS }), 1))).toEqual(['Missed']);
    variable.dispose();
    header.dispose();
    await live(0);
  });

  test('refuses an altered cursor, over each transport in its way', async () => {
    const socket = await TestSocket.begun(server.url, { authorization });
    socket.subscribe(EVENTS, '1', { variables: { after: 'AAAA' } });
    const events = overEvents();

    expect(await socket.of('1')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'BAD_USER_INPUT', requestId: expect.any(String) } }],
    });
    expect(await take(events.iterate({ query: EVENTS, variables: { after: 'AAAA' } }), 1)).toMatchObject([
      { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
    await socket.end();
    events.dispose();
  });

  test('names the argument that cannot be', async () => {
    const socket = await TestSocket.begun(server.url);
    socket.subscribe('subscription { events(filter: { between: ["Atlantis"] }) { cursor } }');

    expect(await socket.of('1')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'BAD_USER_INPUT', field: 'filter.between.0' } }],
    });
    await socket.end();
  });

  test('is read by curl', async () => {
    const url = `${server.url}/graphql/stream`;
    const asked = ['-sN', '-m', '2', '-H', `authorization: ${authorization}`, '-G', url];
    const read = promisify(execFile)('curl', [...asked, '--data-urlencode', `query=${EVENTS}`]).catch(
      (error: { stdout: string }) => error,
    );
    await live(1);
    await happen('For curl');

    expect((await read).stdout).toMatch(/^id: \S+\nevent: next\ndata: \{"data":.*For curl/m);
    await live(0);
  });

  test('answers questions over a socket from the same record', async () => {
    const socket = await TestSocket.begun(server.url, { authorization });
    socket.subscribe(RECORD, '1', {
      variables: { input: { title: 'Over a socket', kind: 'MEETING', status: 'HELD' } },
    });
    const { payload } = await socket.of('1', 'next');
    socket.subscribe(`{ engagement(id: "${payload.data.recordEngagement.id}") { title } }`, '2');

    expect(await socket.of('2', 'next')).toMatchObject({
      payload: { data: { engagement: { title: 'Over a socket' } } },
    });
    await socket.end();
  });

  test('lets nobody write over a socket who may not without one', async () => {
    const socket = await TestSocket.begun(server.url);
    socket.subscribe(RECORD, '1', {
      variables: { input: { title: 'By a stranger', kind: 'MEETING', status: 'HELD' } },
    });

    expect(await socket.of('1', 'next')).toMatchObject({
      payload: { data: { recordEngagement: null }, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
    await socket.end();
  });
});
