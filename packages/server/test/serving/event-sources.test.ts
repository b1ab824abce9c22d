import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Asked, GREETINGS, openStream, refusalOf } from './open-stream';
import { until } from './test-socket';
import { startToyServer, TOY_TOKEN, type ToyServer } from './toy-server';

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer({}, { times: { comment: 150 } });
});
afterAll(() => server.stop());

const open = (asked: Asked = {}) => openStream(server, asked);
const refused = (asked: Asked) => refusalOf(server, asked);

describe('a stream of server-sent events', () => {
  test.each(['GET', 'POST'])('is opened by %s, and no proxy may keep or gather it', async (method) => {
    const stream = await open({ method });

    expect(stream.status).toBe(200);
    expect(stream.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-request-id': expect.any(String),
      'x-content-type-options': 'nosniff',
    });
    expect(server.streams.count).toBe(1);
    await stream.end();
    await until(() => server.streams.count === 0);
  });

  test('is answered only once it is live', async () => {
    const query = 'subscription ($after: String) { greetings(after: $after) }';
    const before = performance.now();
    const stream = await open({ query, variables: { after: 'late' } });

    expect(performance.now() - before).toBeGreaterThan(200);
    expect(server.streams.count).toBe(1);
    await stream.end();
  });

  test('carries each frame with its cursor, and says after how long to come back', async () => {
    const stream = await open();
    await server.streams.tell('Hello');
    const { cursor } = await server.streams.tell('line\nbreak');
    await until(() => stream.events().length === 2);

    expect(stream.text).toMatch(/^retry: 1000\n\n/);
    expect(stream.events()[1]).toBe(
      `id: ${cursor}\nevent: next\ndata: {"data":{"greetings":"line\\nbreak"}}`,
    );
    await stream.end();
  });

  test('is never silent', async () => {
    const stream = await open();
    await until(() => (stream.text.match(/^:$/gm) ?? []).length >= 3);

    expect(stream.events()).toEqual([]);
    await stream.end();
  });

  test.each<[string, Asked, string | null]>([
    ['the header that an EventSource sends', { headers: { 'last-event-id': 'cursor_7' } }, 'cursor_7'],
    [
      'the address',
      { method: 'GET', search: `query=${encodeURIComponent(GREETINGS)}&lastEventId=cursor_8` },
      'cursor_8',
    ],
    [
      'the header, when it stands in the address too',
      {
        method: 'GET',
        search: `query=${encodeURIComponent(GREETINGS)}&lastEventId=old`,
        headers: { 'last-event-id': 'new' },
      },
      'new',
    ],
    ['nothing', {}, null],
  ])('resumes after %s', async (_, asked, lastEventId) => {
    server.streams.asked.length = 0;
    const stream = await open(asked);

    expect(server.streams.asked).toMatchObject([{ lastEventId }]);
    await stream.end();
  });

  test('has no deadline', async () => {
    const hasty = await startToyServer({ DEADLINE_MS: '100' });
    const stream = await open({ of: hasty });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await hasty.streams.tell('late');
    await until(() => stream.events().length === 1);

    await stream.end();
    await hasty.stop();
  });

  test('that cannot begin in time says so as an event', async () => {
    const hasty = await startToyServer({ DEADLINE_MS: '100' });
    const query = 'subscription ($after: String) { greetings(after: $after) }';
    const stream = await open({ of: hasty, query, variables: { after: 'late' } });
    await stream.ended;

    expect(stream.text).toContain('DEADLINE_EXCEEDED');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(hasty.streams).toMatchObject({ most: 1, count: 0 });
    await hasty.stop();
  });

  test.each<[string, Asked, string]>([
    ['whose cursor is too old', { headers: { 'last-event-id': 'cursor_old' } }, 'CURSOR_EXPIRED'],
    [
      'that fails',
      { query: 'subscription ($after: String) { greetings(after: $after) }', variables: { after: 'broken' } },
      'INTERNAL',
    ],
  ])('%s says so as an event, and is complete', async (_, asked, code) => {
    const stream = await open(asked);
    await stream.ended;
    const [next, complete] = stream.events();

    expect(stream.status).toBe(200);
    expect(JSON.parse(next?.replace('event: next\ndata: ', '') ?? '')).toEqual({
      errors: [expect.objectContaining({ extensions: expect.objectContaining({ code }) })],
    });
    expect(complete).toBe('event: complete\ndata:');
    expect(stream.text).not.toContain('hunter2');
  });

  test('is let go when its reader goes', async () => {
    const stream = await open();
    await until(() => server.streams.count === 1);
    await stream.end();

    await until(() => server.streams.count === 0);
  });

  test('is let go when it stood in a pipeline behind another', async () => {
    const head = 'host: localhost\r\naccept: */*\r\n\r\n';
    const address = `/graphql/stream?query=${encodeURIComponent(GREETINGS)}`;
    const received = server.sendBytes(
      `GET ${address} HTTP/1.1\r\n${head}GET ${address} HTTP/1.1\r\n${head}`,
      200,
    );
    await until(() => server.streams.count === 2);
    await received;

    await until(() => server.streams.count === 0);
  });

  test('has one line in the log, at its end, with how much was sent', async () => {
    server.lines.length = 0;
    const stream = await open({ headers: { 'x-request-id': 'desk-8' } });
    await server.streams.tell('Hello');
    await until(() => stream.events().length === 1);
    expect(server.log()).toEqual([]);
    await stream.end();
    await until(() => server.log().length === 1);

    expect(server.log()).toMatchObject([
      {
        requestId: 'desk-8',
        path: '/graphql/stream',
        operation: 'Greetings',
        status: 200,
        frames: 1,
        codes: [],
      },
    ]);
  });

  test('to a reader that does not read waits, and keeps one frame at most', async () => {
    const stream = await open();
    const body = Buffer.from(JSON.stringify({ data: { greetings: 'x'.repeat(1_000) } }));
    const [sink] = server.streams.sinks;
    if (!sink) throw new Error('Nobody listens');
    stream.response.pause();
    let drained = 0;
    sink.onDrain = () => {
      drained += 1;
    };
    let taken = 0;
    while (!sink.isFull) {
      taken += server.streams.pour(body, 1_000)[0] ?? 0;
      await new Promise((resolve) => setImmediate(resolve));
    }

    expect(taken).toBeGreaterThan(100);
    expect(server.buffered()).toBeLessThan(100_000);
    stream.response.resume();
    await until(() => drained > 0);
    await until(() => stream.events().length === taken);
    await stream.end();
  });
});

describe('a query over server-sent events', () => {
  test('is one answer, and complete', async () => {
    const stream = await open({ query: '{ greeting }' });
    await stream.ended;

    expect(stream.events()).toEqual([
      'event: next\ndata: {"data":{"greeting":"Hello you"}}',
      'event: complete\ndata:',
    ]);
  });

  test('may be a mutation by POST, not by GET', async () => {
    const query = 'mutation { record(input: { title: "by stream" }) }';
    const stream = await open({ query });
    await stream.ended;
    const answer = await refused({ method: 'GET', query: query.replace('by stream', 'by link') });

    expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(server.written).toContain('by stream');
    expect(server.written).not.toContain('by link');
  });

  test('is run as who asks', async () => {
    const stream = await open({ query: '{ token }', headers: { authorization: `Bearer ${TOY_TOKEN}` } });
    await stream.ended;

    expect(stream.text).toContain(TOY_TOKEN);
  });
});

describe('curl', () => {
  const curl = promisify(execFile);

  test('reads a stream', async () => {
    const told = setInterval(() => server.streams.tell('Hello curl'), 20);
    const { stdout } = await curl(
      'curl',
      ['-sN', '-m', '1', '-G', `${server.url}/graphql/stream`, '--data-urlencode', `query=${GREETINGS}`],
      {},
    ).catch((error: { stdout: string }) => error);
    clearInterval(told);

    expect(stdout).toMatch(/^id: cursor_\d+\nevent: next\ndata: {"data":{"greetings":"Hello curl"}}$/m);
  });
});
