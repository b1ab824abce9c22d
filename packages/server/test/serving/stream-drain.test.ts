import { TestSocket, until } from './test-socket';
import { startToyServer, type ToyServer } from './toy-server';

const GREETINGS = 'subscription { greetings }';

const stream = (server: ToyServer) =>
  fetch(`${server.url}/graphql/stream?${new URLSearchParams({ query: GREETINGS })}`);

describe('stopping', () => {
  test('sends the readers of sockets away with 1012, at once', async () => {
    const server = await startToyServer();
    const sockets = await Promise.all([1, 2, 3].map(() => TestSocket.begun(server.url)));
    for (const socket of sockets) socket.subscribe(GREETINGS);
    await until(() => server.streams.count === 3);
    const before = performance.now();
    await server.stop();

    for (const { closed } of sockets) expect(await closed).toMatchObject({ code: 1012 });
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(server.streams.count).toBe(0);
  });

  test('ends streams of server-sent events at once and without complete, so that their readers come back', async () => {
    const server = await startToyServer();
    const answer = await stream(server);
    await server.streams.tell('Hello');
    const before = performance.now();
    await server.stop();

    const text = await answer.text();
    expect(text).toContain('Hello');
    expect(text).not.toContain('complete');
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(server.streams.count).toBe(0);
  });

  test('spreads the farewells over a while where there are many', async () => {
    const server = await startToyServer({ MAX_ADDRESS_CONNECTIONS: '500' });
    const sockets = await Promise.all(Array.from({ length: 300 }, () => TestSocket.begun(server.url)));
    const at: number[] = [];
    for (const { closed } of sockets) closed.then(() => at.push(performance.now()));
    const before = performance.now();
    await server.stop();
    await Promise.all(sockets.map(({ closed }) => closed));

    const early = at.filter((time) => time < before + 150).length;
    expect(early).toBeGreaterThan(50);
    expect(early).toBeLessThan(250);
  });

  test('lets a query over a socket finish, though not the streams beside it', async () => {
    const server = await startToyServer();
    const socket = await TestSocket.begun(server.url);
    socket.subscribe(GREETINGS, 'stream');
    const begun = server.begun();
    socket.subscribe('{ slow(ms: 400) }', 'query');
    await begun;
    await until(() => server.streams.count === 1);
    const stopped = server.stop();
    await until(() => server.streams.count === 0);
    socket.subscribe('{ greeting }', 'late');

    expect(await socket.of('late')).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'OVERLOADED', retryAfterMs: expect.any(Number) } }],
    });
    expect(await socket.of('query', 'next')).toMatchObject({ payload: { data: { slow: 'done' } } });
    expect(await socket.closed).toMatchObject({ code: 1012 });
    await stopped;
  });

  test('waits for no query longer than its time', async () => {
    const server = await startToyServer({}, { times: { drain: 100 } });
    const socket = await TestSocket.begun(server.url);
    const begun = server.begun();
    socket.subscribe('{ slow(ms: 8000) }');
    await begun;
    await server.stop();

    expect(await socket.of('1')).toMatchObject({ payload: [{ extensions: { code: 'OVERLOADED' } }] });
    expect(await socket.closed).toMatchObject({ code: 1012 });
  });

  test('does not wait for a peer that does not say goodbye', async () => {
    const server = await startToyServer();
    const socket = await TestSocket.begun(server.url);
    socket.ws.pause();
    const before = performance.now();
    await server.stop();

    expect(performance.now() - before).toBeLessThan(4_000);
    socket.ws.terminate();
  });

  test('does not wait for it at all when its time is up', async () => {
    const server = await startToyServer({}, { times: { drain: 50 } });
    const socket = await TestSocket.begun(server.url);
    socket.ws.pause();
    const before = performance.now();
    await server.stop();

    expect(performance.now() - before).toBeLessThan(1_500);
    socket.ws.terminate();
  });

  test('refuses a stream that is still being asked for, with a word on when to come back', async () => {
    const server = await startToyServer();
    const asked = JSON.stringify({ query: GREETINGS });
    const received = server.sendBytes(
      `POST /graphql/stream HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${asked.length}\r\n\r\n`,
      0,
      [asked, 200],
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const stopped = server.stop();

    expect(await received).toMatch(/HTTP\/1.1 503 .*retry-after: 1/s);
    await stopped;
  });

  test('lets ordinary requests finish beside streams', async () => {
    const server = await startToyServer();
    const socket = await TestSocket.begun(server.url);
    socket.subscribe(GREETINGS);
    const begun = server.begun();
    const running = server.ask('{ slow(ms: 400) }');
    await begun;
    const stopped = server.stop();

    expect(await running).toMatchObject({ status: 200, data: { slow: 'done' } });
    await stopped;
    await socket.closed;
  });
});

test('health is answered beside streams', async () => {
  const server = await startToyServer({ MAX_STREAMS: '1' });
  const socket = await TestSocket.begun(server.url);
  socket.subscribe(GREETINGS);
  await until(() => server.streams.count === 1);

  expect(await server.get('/livez')).toMatchObject({ status: 200 });
  expect(await server.get('/readyz')).toMatchObject({ status: 200 });
  await socket.end();
  await server.stop();
});
