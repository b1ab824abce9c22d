import { SocketSession } from '../../src/app/http/stream/socket-session';
import { TestSocket, until } from './test-socket';
import { startToyServer, TOY_TOKEN, type ToyServer } from './toy-server';

const GREETINGS = 'subscription Greetings { greetings }';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.stop());

const begin = (payload?: object, options?: ConstructorParameters<typeof TestSocket>[1]) =>
  TestSocket.begun(server.url, payload, options);

async function subscribed(socket: TestSocket, id = '1'): Promise<void> {
  const before = server.streams.count;
  socket.subscribe(GREETINGS, id);
  await until(() => server.streams.count === before + 1);
}

const lines = () => server.log().filter(({ method }) => method === 'WS');

describe('a WebSocket', () => {
  test.each(['/graphql', '/'])('is opened at %s and acknowledged', async (path) => {
    const socket = await begin(undefined, { path });

    expect(socket.messages).toEqual([{ type: 'connection_ack' }]);
    await socket.end();
  });

  test('is not opened elsewhere', async () => {
    const socket = new TestSocket(server.url, { path: '/graphql/stream' });
    await socket.closed;

    expect(socket.refusal).toMatchObject({
      status: 404,
      body: { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    });
  });

  test('answers a query and says that this was all', async () => {
    const socket = await begin();
    socket.subscribe('query ($name: String) { greeting(name: $name) }', '1', { variables: { name: 'Ada' } });
    await socket.of('1', 'complete');

    expect(socket.messages.slice(1)).toEqual([
      { id: '1', type: 'next', payload: { data: { greeting: 'Hello Ada' } } },
      { id: '1', type: 'complete' },
    ]);
    await socket.end();
  });

  test('carries out a mutation', async () => {
    const socket = await begin();
    socket.subscribe('mutation { record(input: { title: "over a socket" }) }');

    expect(await socket.of('1', 'next')).toMatchObject({ payload: { data: { record: 'over a socket' } } });
    expect(server.written).toContain('over a socket');
    await socket.end();
  });

  test('tells fields that failed beside those that did not', async () => {
    server.failures.boom = () => new Error('SELECT hunter2');
    const socket = await begin();
    socket.subscribe('{ greeting fail(how: "boom") }');
    const { payload } = await socket.of('1', 'next');

    expect(payload).toMatchObject({
      data: { greeting: 'Hello you', fail: null },
      errors: [{ path: ['fail'], extensions: { code: 'INTERNAL', requestId: expect.any(String) } }],
    });
    expect(JSON.stringify(payload)).not.toMatch(/hunter2|stack|\.ts/);
    await socket.end();
  });

  test('keeps the deadline of a query', async () => {
    const hasty = await startToyServer({ DEADLINE_MS: '100' });
    const socket = await TestSocket.begun(hasty.url);
    socket.subscribe('{ slow(ms: 5000) }');

    expect(await socket.of('1', 'error')).toMatchObject({
      payload: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    expect(hasty.cancelled).toHaveLength(1);
    await socket.end();
    await hasty.stop();
  });

  test('cancels a query that nobody waits for any more', async () => {
    const socket = await begin();
    const begun = server.begun();
    server.cancelled.length = 0;
    socket.subscribe('{ slow(ms: 5000) }');
    await begun;
    socket.send({ type: 'complete', id: '1' });

    await until(() => server.cancelled.length === 1);
    await socket.end();
  });
});

test('a mutation that is taken back at once is not carried out', async () => {
  const socket = await begin();
  socket.together(() => {
    socket.subscribe('mutation { record(input: { title: "taken back" }) }');
    socket.send({ type: 'complete', id: '1' });
  });
  socket.subscribe('{ greeting }', '2');
  await socket.of('2', 'next');

  expect(server.written).not.toContain('taken back');
  await socket.end();
});

describe('a subscription over a WebSocket', () => {
  test('gets the frames, each with its own id before the bytes that all share', async () => {
    const socket = await begin();
    await subscribed(socket, 'mine "quoted"');
    await subscribed(socket, 'other');
    await server.streams.tell('Hello');
    await server.streams.tell('again');
    await until(() => socket.messages.length === 5);

    const frame = (id: string, greetings: string) => ({ id, type: 'next', payload: { data: { greetings } } });
    expect(socket.messages.slice(1)).toEqual([
      frame('mine "quoted"', 'Hello'),
      frame('other', 'Hello'),
      frame('mine "quoted"', 'again'),
      frame('other', 'again'),
    ]);
    await socket.end();
    await until(() => server.streams.count === 0);
  });

  test.each([63, 64, 65, 66, 67, 65_473, 65_474, 65_475, 65_476, 200_000])(
    'gets frames of any length: %s characters',
    async (length) => {
      const socket = await begin();
      await subscribed(socket);
      await server.streams.tell('é'.padEnd(length, 'x'));

      expect((await socket.of('1')).payload.data.greetings).toHaveLength(length);
      await socket.end();
      await until(() => server.streams.count === 0);
    },
  );

  test('has no deadline', async () => {
    const hasty = await startToyServer({ DEADLINE_MS: '100' });
    const socket = await TestSocket.begun(hasty.url);
    socket.subscribe(GREETINGS);
    await until(() => hasty.streams.count === 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await hasty.streams.tell('late');

    expect(await socket.of('1')).toMatchObject({ type: 'next', payload: { data: { greetings: 'late' } } });
    await socket.end();
    await hasty.stop();
  });

  test('that cannot begin in time is refused, and let go when it begins after all', async () => {
    const hasty = await startToyServer({ DEADLINE_MS: '100' });
    const socket = await TestSocket.begun(hasty.url);
    socket.subscribe('subscription ($after: String) { greetings(after: $after) }', '1', {
      variables: { after: 'late' },
    });

    expect(await socket.of('1')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    expect(hasty.streams.count).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(hasty.streams).toMatchObject({ most: 1, count: 0 });
    await socket.end();
    await hasty.stop();
  });

  test('ends by complete, while the others go on', async () => {
    const socket = await begin();
    await subscribed(socket, 'a');
    await subscribed(socket, 'b');
    socket.send({ type: 'complete', id: 'a' });
    await until(() => server.streams.count === 1);
    await server.streams.tell('b alone');

    expect(await socket.of('b')).toMatchObject({ type: 'next' });
    expect(socket.messages.filter(({ id }) => id === 'a')).toEqual([]);
    await socket.end();
  });

  test('may take the id of one that has ended', async () => {
    const socket = await begin();
    await subscribed(socket);
    socket.send({ type: 'complete', id: '1' });
    await until(() => server.streams.count === 0);
    await subscribed(socket);
    await server.streams.tell('second');

    expect(await socket.of('1')).toMatchObject({ payload: { data: { greetings: 'second' } } });
    await socket.end();
  });

  test('that cannot begin is an error with its code, and the socket lives on', async () => {
    const socket = await begin();
    const query = 'subscription ($after: String) { greetings(after: $after) }';
    socket.subscribe(query, '1', { variables: { after: 'broken' } });
    const { payload } = await socket.of('1', 'error');
    socket.subscribe('{ greeting }', '2');

    expect(payload).toMatchObject([
      { message: expect.stringContaining('Something went wrong'), extensions: { code: 'INTERNAL' } },
    ]);
    expect(JSON.stringify(payload)).not.toContain('hunter2');
    expect(await socket.of('2', 'next')).toMatchObject({ payload: { data: { greeting: 'Hello you' } } });
    await socket.end();
  });

  test('that fails later ends with an error, and nothing follows', async () => {
    const socket = await begin();
    await subscribed(socket);
    const [sink] = server.streams.sinks;
    sink?.fail(new Error('SELECT hunter2'));
    await socket.of('1', 'error');
    await server.streams.tell('too late');
    await socket.end();

    expect(socket.messages.map(({ type }) => type)).toEqual(['connection_ack', 'error']);
    expect(server.streams.count).toBe(0);
  });

  test('is asked for as who the socket is', async () => {
    server.streams.asked.length = 0;
    const socket = await begin({ authorization: `Bearer ${TOY_TOKEN}` });
    await subscribed(socket);

    expect(server.streams.asked).toMatchObject([{ viewer: { clearance: 4 }, operationName: null }]);
    await socket.end();
    await until(() => server.streams.count === 0);
  });

  test('has one line in the log, at its end, with how much was sent', async () => {
    server.lines.length = 0;
    const socket = await begin(undefined, { headers: { 'x-request-id': 'desk-7' } });
    await subscribed(socket);
    await server.streams.tell('Hello');
    await server.streams.tell('again');
    await socket.next(({ payload }) => payload?.data.greetings === 'again');
    expect(lines()).toEqual([]);
    await socket.end();
    await until(() => lines().length === 1);

    expect(lines()).toMatchObject([
      { requestId: 'desk-7/1', operation: 'Greetings', ms: expect.any(Number), frames: 2, codes: [] },
    ]);
  });
});

describe('the token of a WebSocket', () => {
  test.each<[string, object | undefined, Record<string, string> | undefined]>([
    ['the payload of connection_init', { authorization: `Bearer ${TOY_TOKEN}` }, undefined],
    ['its headers, as GraphiQL sends them', { headers: { Authorization: `Bearer ${TOY_TOKEN}` } }, undefined],
    ['the upgrade', undefined, { authorization: `Bearer ${TOY_TOKEN}` }],
  ])('is taken from %s', async (_, payload, headers) => {
    const socket = await begin(payload, headers ? { headers } : {});
    socket.subscribe('{ token }');

    expect(await socket.of('1', 'next')).toMatchObject({ payload: { data: { token: TOY_TOKEN } } });
    await socket.end();
  });

  test.each<[string, object]>([
    ['another', { authorization: 'Bearer another' }],
    ['no bearer token', { authorization: 'Basic YTpi' }],
    ['no text', { authorization: 7 }],
  ])('is refused with 4403 when it is %s', async (_, payload) => {
    const socket = new TestSocket(server.url);
    await socket.open();
    socket.send({ type: 'connection_init', payload });

    expect(await socket.closed).toEqual({ code: 4403, reason: expect.stringMatching(/token/) });
    expect(socket.messages).toEqual([]);
  });
});

describe('signs of life', () => {
  test('a ping is answered with what it brings, unless that is much', async () => {
    const socket = await begin();
    socket.send({ type: 'ping', payload: { at: 1 } });
    socket.send({ type: 'ping' });
    socket.send({ type: 'ping', payload: { book: 'x'.repeat(2_000) } });
    await until(() => socket.messages.length === 4);

    expect(socket.messages.slice(1)).toEqual([
      { type: 'pong', payload: { at: 1 } },
      { type: 'pong' },
      { type: 'pong' },
    ]);
    socket.send({ type: 'pong' });
    await socket.end();
  });

  test('a socket that has closed is pinged no more', async () => {
    const beats = jest.spyOn(SocketSession.prototype, 'beat');
    const lively = await startToyServer({}, { times: { beat: 30 } });
    const socket = await TestSocket.begun(lively.url);
    await until(() => beats.mock.calls.length > 1);
    await socket.end();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = beats.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 150));

    expect(beats.mock.calls.length).toBe(before);
    await lively.stop();
    beats.mockRestore();
  });

  test('a socket that answers pings stays; one that has gone without a word is dropped within three', async () => {
    const watchful = await startToyServer({}, { times: { beat: 150 } });
    const awake = await TestSocket.begun(watchful.url);
    const gone = await TestSocket.begun(watchful.url, undefined, { autoPong: false });
    let pings = 0;
    awake.ws.on('ping', () => {
      pings += 1;
    });
    let unanswered = 0;
    gone.ws.on('ping', () => {
      unanswered += 1;
    });
    gone.subscribe(GREETINGS);
    await until(() => watchful.streams.count === 1);

    expect(await gone.closed).toMatchObject({ code: 1006 });
    expect(unanswered).toBe(2);
    await until(() => watchful.streams.count === 0);
    await until(() => pings >= 4);
    expect(awake.ws.readyState).toBe(awake.ws.OPEN);
    await awake.end();
    await watchful.stop();
  });
});
