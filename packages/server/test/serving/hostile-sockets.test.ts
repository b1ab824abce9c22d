import { once } from 'node:events';
import { connect } from 'node:net';
import { TestSocket, until } from './test-socket';
import { startToyServer, type ToyServer } from './toy-server';

const GREETINGS = 'subscription { greetings }';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer({}, { times: { init: 300 } });
});
afterAll(() => server.stop());
afterEach(async () => {
  // Whatever came, the server is there, and holds nothing for who is gone.
  expect((await server.ask('{ greeting }')).data).toEqual({ greeting: 'Hello you' });
  await until(() => server.streams.count === 0);
  expect(server.log().filter(({ level }) => level === 'error')).toEqual([]);
});

const begin = (payload?: object, options?: ConstructorParameters<typeof TestSocket>[1]) =>
  TestSocket.begun(server.url, payload, options);

async function opened(): Promise<TestSocket> {
  const socket = new TestSocket(server.url);
  await socket.open();
  return socket;
}

describe('a message', () => {
  test.each<[string, unknown, number, RegExp]>([
    ['that is no JSON', '{"type":', 4400, /JSON/],
    ['that is empty', '', 4400, /JSON/],
    ['that is a list', '[]', 4400, /object/],
    ['that is null', 'null', 4400, /object/],
    ['in bytes', Buffer.from('{"type":"connection_init"}'), 4400, /text/],
    ['of no type', {}, 4400, /type/],
    ['of an unknown type', { type: 'start', id: '1', payload: { query: GREETINGS } }, 4400, /type/],
    ['of a type that only servers send', { type: 'next', id: '1', payload: {} }, 4400, /type/],
    ['with a payload that is none', { type: 'connection_init', payload: 'x' }, 4400, /payload/],
    [
      'to subscribe, before the first',
      { type: 'subscribe', id: '1', payload: { query: GREETINGS } },
      4401,
      /first/,
    ],
    ['in 100,000 lists', '['.repeat(1e5) + ']'.repeat(1e5), 4400, /object/],
  ])('%s closes the socket', async (_, message, code, reason) => {
    const socket = await opened();
    socket.send(message);

    expect(await socket.closed).toEqual({ code, reason: expect.stringMatching(reason) });
    expect(socket.messages).toEqual([]);
  });

  test.each<[string, unknown, number]>([
    ['a second connection_init', { type: 'connection_init' }, 4429],
    ['a subscription without an id', { type: 'subscribe', payload: { query: GREETINGS } }, 4400],
    ['an id that is a number', { type: 'subscribe', id: 1, payload: { query: GREETINGS } }, 4400],
    ['an empty id', { type: 'subscribe', id: '', payload: { query: GREETINGS } }, 4400],
    [
      'an id like a book',
      { type: 'subscribe', id: 'x'.repeat(100_000), payload: { query: GREETINGS } },
      4400,
    ],
    ['a subscription without a payload', { type: 'subscribe', id: '1' }, 4400],
    ['the end of nothing that can be', { type: 'complete', id: {} }, 4400],
  ])('%s closes the socket', async (_, message, code) => {
    const socket = await begin();
    socket.send(message);

    expect(await socket.closed).toMatchObject({ code });
  });

  test('larger than a body may be closes the socket with 1009', async () => {
    const socket = await begin();
    socket.send({ type: 'ping', payload: { padding: 'x'.repeat(1_000_001) } });

    expect(await socket.closed).toMatchObject({ code: 1009 });
  });

  test('of broken UTF-8 closes the socket', async () => {
    const socket = await begin();
    socket.ws.send(Buffer.from([0xff, 0xfe]), { binary: false });

    expect(await socket.closed).toMatchObject({ code: 1007 });
  });

  test('that is not sent in time, as the first must be, closes the socket', async () => {
    const socket = await opened();

    expect(await socket.closed).toEqual({ code: 4408, reason: expect.stringContaining('0.3 s') });
  });

  test('with an id that is in use closes the socket, and its other streams', async () => {
    const socket = await begin();
    socket.subscribe(GREETINGS, 'a');
    socket.subscribe(GREETINGS, 'b');
    socket.subscribe(GREETINGS, 'a');

    expect(await socket.closed).toEqual({ code: 4409, reason: expect.stringContaining('a') });
  });

  test('with an id too long for the reason is told the beginning of it', async () => {
    const socket = await begin();
    const id = 'é'.repeat(200);
    socket.subscribe(GREETINGS, id);
    socket.subscribe(GREETINGS, id);

    expect(await socket.closed).toEqual({ code: 4409, reason: expect.stringMatching(/ é+$/) });
  });

  test('that ends what never began is nothing', async () => {
    const socket = await begin();
    socket.send({ type: 'complete', id: 'never' });
    socket.subscribe('{ greeting }');

    expect(await socket.of('1', 'next')).toMatchObject({ payload: { data: { greeting: 'Hello you' } } });
    await socket.end();
  });
});

const aliases = Array.from({ length: 1000 }, (_, n) => `a${n}: greeting`).join(' ');
const deep = (root: string) => `{ ${root} ${'{ related '.repeat(20)} { id } ${'}'.repeat(20)} }`;

describe('an operation over a WebSocket is refused as over HTTP', () => {
  test.each<[string, object, string]>([
    ['10,000 brackets', { query: '{'.repeat(10_000) }, 'QUERY_TOO_COSTLY'],
    ['1,000 aliases', { query: `{ ${aliases} }` }, 'QUERY_TOO_COSTLY'],
    ['20 levels', { query: deep('engagements') }, 'QUERY_TOO_COSTLY'],
    ['20 levels of a stream', { query: `subscription ${deep('engagements')}` }, 'QUERY_TOO_COSTLY'],
    ['too many tokens', { query: `{ greeting ${'@skip(if: false) '.repeat(20_000)} }` }, 'QUERY_TOO_COSTLY'],
    ['one field 4,000 times', { query: `{ ${'greeting '.repeat(4_000)} }` }, 'QUERY_TOO_COSTLY'],
    ['a syntax error', { query: '{' }, 'BAD_USER_INPUT'],
    ['an unknown field', { query: '{ nothing }' }, 'BAD_USER_INPUT'],
    [
      'two root fields of a subscription',
      { query: 'subscription { greetings again: greetings }' },
      'BAD_USER_INPUT',
    ],
    ['no document', { qeury: '{ greeting }' }, 'BAD_USER_INPUT'],
    ['variables that are a text', { query: '{ greeting }', variables: '{}' }, 'BAD_USER_INPUT'],
    ['an operation name that is a number', { query: '{ greeting }', operationName: 7 }, 'BAD_USER_INPUT'],
    [
      'several operations and no name',
      { query: 'query A { greeting } query B { greeting }' },
      'BAD_USER_INPUT',
    ],
    ['a NUL', { query: '{ greeting(name: "a\\u0000b") }' }, 'BAD_USER_INPUT'],
    [
      'a NUL in a variable of a stream',
      { query: 'subscription ($after: String) { greetings(after: $after) }', variables: { after: 'a\0b' } },
      'BAD_USER_INPUT',
    ],
    [
      'a persisted query',
      { extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } },
      'BAD_USER_INPUT',
    ],
  ])('for %s', async (_, payload, code) => {
    const socket = await begin(undefined, { headers: { 'x-request-id': 'hostile' } });
    socket.send({ type: 'subscribe', id: '1', payload });
    const refused = await socket.of('1');
    socket.subscribe('{ greeting }', '2');

    expect(refused).toMatchObject({
      type: 'error',
      payload: [{ message: expect.any(String), extensions: { code, requestId: 'hostile/1' } }],
    });
    expect(JSON.stringify(refused)).not.toMatch(/node_modules|\.ts\b|\n\s*at |stack/);
    expect(await socket.of('2', 'next')).toMatchObject({ payload: { data: { greeting: 'Hello you' } } });
    await socket.end();
  });

  test('for variables called __proto__', async () => {
    const socket = await begin();
    socket.send(
      '{"type":"subscribe","id":"1","payload":{"query":"{ greeting }","variables":{"__proto__":{"isAdmin":true}}}}',
    );

    expect(await socket.of('1')).toMatchObject({ type: 'error' });
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    await socket.end();
  });

  test('naming the place of a wrong value', async () => {
    const socket = await begin();
    socket.subscribe('mutation ($input: EngagementInput!) { record(input: $input) }', '1', {
      variables: { input: { title: 'x', kind: 'SUMIT' } },
    });

    expect(await socket.of('1')).toMatchObject({
      payload: [{ message: expect.stringMatching(/Did you mean.*SUMMIT/), extensions: { field: 'kind' } }],
    });
    await socket.end();
  });
});

describe('too many', () => {
  test('subscriptions on a socket close it, however many are sent', async () => {
    const socket = await begin();
    for (let n = 1; n <= 1_000; n++) socket.subscribe(GREETINGS, String(n));

    expect(await socket.closed).toEqual({ code: 4429, reason: expect.stringContaining('50 subscriptions') });
    expect(server.streams.most).toBeLessThanOrEqual(50);
  });

  test('subscriptions given up before they began close the socket, too', async () => {
    const socket = await begin();
    const query = 'subscription ($after: String) { greetings(after: $after) }';
    for (let n = 1; n <= 200; n++) {
      socket.subscribe(query, String(n), { variables: { after: 'late' } });
      socket.send({ type: 'complete', id: String(n) });
    }

    expect(await socket.closed).toMatchObject({ code: 4429 });
    // All 50 begin and are let go.
    await new Promise((resolve) => setTimeout(resolve, 400));
  });

  test('queries at a time on a socket close it, and cancel those that run', async () => {
    const socket = await begin();
    server.cancelled.length = 0;
    let running = 0;
    server.started.add(() => {
      running += 1;
    });
    for (let n = 1; n <= 50; n++) socket.subscribe('{ slow(ms: 60000) }', String(n));
    await until(() => running === 50);
    socket.subscribe('{ slow(ms: 60000) }', '51');

    expect(await socket.closed).toEqual({ code: 4429, reason: expect.stringContaining('50 queries') });
    await until(() => server.cancelled.length === 50);
  });

  test('sockets of an address are closed as they open, and have room again when others go', async () => {
    const narrow = await startToyServer({ MAX_ADDRESS_CONNECTIONS: '2' });
    const first = await TestSocket.begun(narrow.url);
    const second = await TestSocket.begun(narrow.url);
    const third = new TestSocket(narrow.url);

    expect(await third.closed).toEqual({ code: 4429, reason: expect.stringContaining('2 connections') });
    await first.end();
    const fourth = await TestSocket.begun(narrow.url);
    await Promise.all([second.end(), fourth.end()]);
    await narrow.stop();
  });

  test('streams of the server are refused one by one, and sockets beyond them closed', async () => {
    const narrow = await startToyServer({ MAX_STREAMS: '2' });
    const first = await TestSocket.begun(narrow.url);
    const second = await TestSocket.begun(narrow.url);
    for (const id of ['a', 'b', 'c']) first.subscribe(GREETINGS, id);

    expect(await first.of('c')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'OVERLOADED', retryAfterMs: expect.any(Number) } }],
    });
    expect(narrow.streams.count).toBe(2);
    expect(await new TestSocket(narrow.url).closed).toMatchObject({ code: 1013 });
    first.send({ type: 'complete', id: 'a' });
    await until(() => narrow.streams.count === 1);
    second.subscribe(GREETINGS);
    await until(() => narrow.streams.count === 2);
    await Promise.all([first.end(), second.end()]);
    await narrow.stop();
  });
});

describe('an upgrade', () => {
  test.each<[string, ConstructorParameters<typeof TestSocket>[1], number]>([
    ['by a page of another site', { origin: 'https://evil.example' }, 403],
    ['by a page without an origin of its own', { origin: 'null' }, 403],
    ['by a page of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['to another host', { headers: { host: 'evil.example' } }, 421],
    ['to no path of ours', { path: '/nothing' }, 404],
  ])('%s is refused', async (_, options, status) => {
    const socket = new TestSocket(server.url, options);
    await socket.closed;

    expect(socket.refusal).toMatchObject({
      status,
      body: { errors: [{ extensions: { requestId: expect.any(String) } }] },
    });
  });

  test('by a page of ours, or of an origin that is listed, is taken', async () => {
    const own = await begin(undefined, { origin: server.url });
    const listed = await begin(undefined, { origin: 'https://desk.example.org' });

    await Promise.all([own.end(), listed.end()]);
  });

  test.each([null, 'graphql-ws'])('for the subprotocol %s is closed with 4406', async (protocol) => {
    const socket = new TestSocket(server.url, { protocol });

    expect(await socket.closed).toMatchObject({ code: protocol === null ? 4406 : 1006 });
  });

  test('that is none is refused in the shape of all refusals', async () => {
    const received = await server.sendBytes(
      'GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    );

    expect(received).toMatch(/^HTTP\/1.1 400 /);
    expect(JSON.parse(received.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });

  test('to HTTP/2, which some clients offer with every request, is left aside', async () => {
    const body = '{"query":"{ greeting }"}';
    const asked = `host: localhost\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABk\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n`;
    for (const later of [0, 50]) {
      const received = await (later === 0
        ? server.sendBytes(`POST /graphql HTTP/1.1\r\n${asked}${body}`, 300)
        : server.sendBytes(`POST /graphql HTTP/1.1\r\n${asked}`, 300, [body, later]));

      expect(received).toMatch(/^HTTP\/1.1 200 .*"greeting":"Hello you"/s);
    }
  });

  test('that breaks off in the middle leaves nothing behind', async () => {
    const { hostname, port } = new URL(server.url);
    for (const path of Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? '/graphql' : '/nothing'))) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n` +
          'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\n\r\n',
      );
      socket.resetAndDestroy();
    }
  });
});

describe('a reader that does not read', () => {
  /** 1 KB, as an event is. */
  const body = Buffer.from(JSON.stringify({ data: { greetings: 'x'.repeat(1_000) } }));

  test('is full as soon as the kernel takes no more, and says when it can take again', async () => {
    const socket = await begin();
    socket.subscribe(GREETINGS);
    await until(() => server.streams.count === 1);
    const [sink] = server.streams.sinks;
    if (!sink) throw new Error('Nobody listens');
    socket.ws.pause();
    const [taken = 0] = server.streams.pour(body, 1_000_000);
    let drained = 0;
    sink.onDrain = () => {
      drained += 1;
    };

    expect(taken).toBeGreaterThan(10);
    expect(taken).toBeLessThan(1_000_000);
    expect(sink.isFull).toBe(true);
    socket.ws.resume();
    await until(() => drained > 0);
    expect(sink.isFull).toBe(false);
    await until(() => socket.messages.length === taken + 1);
    await socket.end();
  });

  test('costs next to nothing: 50 of them less than 500 KB', async () => {
    const roomy = await startToyServer();
    const sockets = await Promise.all(Array.from({ length: 50 }, () => TestSocket.begun(roomy.url)));
    for (const socket of sockets) socket.subscribe(GREETINGS);
    await until(() => roomy.streams.count === 50);
    for (const socket of sockets) socket.ws.pause();
    const full = () => [...roomy.streams.sinks].filter(({ isFull }) => isFull).length;
    while (full() < 50) {
      roomy.streams.pour(body, 10_000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // What waits in the process is what the kernel did not take of one frame each.
    const buffered = roomy.buffered();

    expect(buffered).toBeGreaterThan(0);
    expect(buffered).toBeLessThan(500_000);
    for (const socket of sockets) socket.ws.terminate();
    await until(() => roomy.streams.count === 0);
    await roomy.stop();
  });

  test('and asks all the same is not read from, until it reads', async () => {
    const socket = await begin();
    socket.ws.pause();
    const ping = JSON.stringify({ type: 'ping', payload: { padding: 'x'.repeat(900) } });
    for (let n = 0; n < 20_000; n++) socket.ws.send(ping);
    await new Promise((resolve) => setTimeout(resolve, 300));

    expect(server.buffered()).toBeLessThan(200_000);
    socket.ws.resume();
    await until(() => socket.messages.length === 20_001, 20_000);
    await socket.end();
  });
});
