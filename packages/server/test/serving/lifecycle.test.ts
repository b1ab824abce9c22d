import { startToyServer, type ToyServer } from './toy-server';

const SLOW = (ms: number, deaf = false) => `{ slow(ms: ${ms}, deaf: ${deaf}) }`;
const json = (query: string) => JSON.stringify({ query });

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition() && waited < 5_000; waited += 10)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}

describe('the deadline', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToyServer({ DEADLINE_MS: '100' });
  });
  afterAll(() => server.stop());

  test('cancels what runs, and says so', async () => {
    const answer = await server.ask(SLOW(5_000));

    expect(answer).toMatchObject({
      status: 504,
      errors: [{ message: expect.stringContaining('100 ms'), extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    expect(server.cancelled).toEqual([expect.stringContaining('100 ms')]);
  });

  test('is kept even by a field that does not listen', async () => {
    expect(await server.ask(SLOW(5_000, true))).toMatchObject({ status: 504 });
  });

  test('does not concern an answer in time', async () => {
    expect(await server.ask(SLOW(10))).toMatchObject({ status: 200, data: { slow: 'done' } });
  });
});

describe('a caller that goes away', () => {
  test('has its query cancelled, and a line in the log', async () => {
    const server = await startToyServer();
    const caller = new AbortController();
    const begun = server.begun();
    const asked = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: json(SLOW(5_000)),
      signal: caller.signal,
    });
    await begun;
    caller.abort();

    await expect(asked).rejects.toThrow();
    await until(() => server.cancelled.length === 1);
    await until(() => server.log().some(({ status }) => status === 499));
    expect(server.log().filter(({ level }) => level === 'error')).toEqual([]);
    await server.stop();
  });
});

describe('stopping', () => {
  test('lets a running request finish, takes no other, and then closes', async () => {
    const server = await startToyServer();
    const begun = server.begun();
    const running = server.ask(SLOW(400), {}, { connection: 'keep-alive' });
    await begun;
    const stopped = server.stop();

    await expect(server.ask('{ greeting }')).rejects.toThrow(/ECONNREFUSED/);
    expect(await running).toMatchObject({
      status: 200,
      data: { slow: 'done' },
      headers: { connection: 'close' },
    });
    await stopped;
    expect(server.stop()).toBe(server.stop());
  });

  test('does not wait for connections that say nothing, or only half of something', async () => {
    const server = await startToyServer();
    const silent = server.sendBytes('');
    const half = server.sendBytes('POST /graphql HTTP/1.1\r\nhost: localhost\r\n');
    const kept = await fetch(`${server.url}/livez`);
    await kept.text();
    const before = performance.now();

    await server.stop();
    expect(performance.now() - before).toBeLessThan(2_000);
    await Promise.all([silent, half]);
  });

  test('cancels what has not finished when its time is up', async () => {
    const server = await startToyServer({}, { times: { drain: 100 } });
    const begun = server.begun();
    const running = server.ask(SLOW(8_000));
    await begun;

    await server.stop();
    expect(await running).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      errors: [{ extensions: { code: 'OVERLOADED' } }],
    });
    expect(server.cancelled).toHaveLength(1);
  });

  test('does not wait for a request that stands in a pipeline behind the last one answered', async () => {
    const server = await startToyServer();
    const begun = server.begun();
    const slow = json(SLOW(300));
    const pipelined = server.sendBytes(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${slow.length}\r\n\r\n${slow}` +
        'GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n',
    );
    await begun;
    const before = performance.now();
    await server.stop();

    expect(await pipelined).toContain('"slow":"done"');
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

describe('a caller that sends slowly', () => {
  test('is cut off, with a word', async () => {
    const server = await startToyServer({}, { times: { headers: 150, request: 300, check: 50 } });
    const before = performance.now();
    const received = await server.sendBytes('POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-slow: ');

    expect(received).toMatch(/^HTTP\/1.1 408 Request Timeout/);
    // To send it again may help.
    expect(received).toContain('"code":"DEADLINE_EXCEEDED"');
    expect(performance.now() - before).toBeLessThan(2_000);
    await server.stop();
  });

  test('is cut off without a word before it has asked: an answer would be taken for that to its next request', async () => {
    const server = await startToyServer({}, { times: { headers: 150, request: 300, check: 50 } });

    expect(await server.sendBytes('')).toBe('');
    await server.stop();
  });

  test('is cut off in the middle of its body, too', async () => {
    const server = await startToyServer({}, { times: { headers: 150, request: 300, check: 50 } });
    const received = await server.sendBytes(
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
    );

    expect(received).toMatch(/^HTTP\/1.1 408 /);
    await server.stop();
  });
});

describe('health', () => {
  let server: ToyServer;
  beforeAll(async () => {
    server = await startToyServer();
  });
  afterAll(() => server.stop());

  test('is live and ready when all is well', async () => {
    expect(await server.get('/livez')).toMatchObject({ status: 200, text: '{"status":"live"}' });
    expect(await server.get('/readyz')).toMatchObject({ status: 200, text: '{"status":"ready"}' });
  });

  test.each<[string, () => Promise<boolean>]>([
    ['says no', () => Promise.resolve(false)],
    ['fails', () => Promise.reject(new Error('ECONNREFUSED'))],
    ['does not answer', () => new Promise(() => {})],
  ])('is live but not ready when the database %s, within about a second', async (_, isReady) => {
    server.isReady = isReady;
    const before = performance.now();

    expect(await server.get('/readyz')).toMatchObject({ status: 503, text: '{"status":"unavailable"}' });
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(await server.get('/livez')).toMatchObject({ status: 200 });
  });
});
