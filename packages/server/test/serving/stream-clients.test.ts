import { createClient as createEventClient } from 'graphql-sse';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { until } from './test-socket';
import { startToyServer, TOY_TOKEN, type ToyServer } from './toy-server';

/** What both reference clients offer alike. */
interface StreamClient {
  iterate(operation: { query: string; variables?: Record<string, unknown> }): AsyncIterableIterator<unknown>;
  dispose(): void | Promise<void>;
}

let server: ToyServer;
beforeAll(async () => {
  server = await startToyServer();
});
afterAll(() => server.stop());

const GREETINGS = 'subscription { greetings }';

const clients: [string, (token?: string) => StreamClient, (error: unknown) => unknown][] = [
  ['graphql-ws', (token) => overSocket(token), (error) => error],
  [
    'graphql-sse',
    (token) =>
      createEventClient({
        url: `${server.url}/graphql/stream`,
        retryAttempts: 0,
        ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
      }) as StreamClient,
    async (error) => {
      const { errors } = (await (error as { response: Response }).response.json()) as { errors: unknown };
      return errors;
    },
  ],
];

function overSocket(token?: string): Client {
  return createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    ...(token !== undefined && { connectionParams: { authorization: `Bearer ${token}` } }),
  });
}

describe.each(clients)('the reference client %s', (_, connect, errorsOf) => {
  let client: StreamClient;
  beforeEach(() => {
    client = connect();
  });
  afterEach(async () => {
    await client.dispose();
    await until(() => server.streams.count === 0);
  });

  async function all(query: string, variables?: Record<string, unknown>): Promise<unknown[]> {
    const results: unknown[] = [];
    for await (const result of client.iterate({ query, ...(variables && { variables }) }))
      results.push(result);
    return results;
  }

  test('subscribes, and ends when it wants', async () => {
    const stream = client.iterate({ query: GREETINGS });
    const first = stream.next();
    await until(() => server.streams.count === 1);
    await server.streams.tell('Hello');
    const second = first.then(() => stream.next());
    await first;
    await server.streams.tell('again');

    expect([(await first).value, (await second).value]).toEqual([
      { data: { greetings: 'Hello' } },
      { data: { greetings: 'again' } },
    ]);
    await stream.return?.();
    await until(() => server.streams.count === 0);
  });

  test('asks a query, and is told that this was all', async () => {
    expect(await all('query ($name: String) { greeting(name: $name) }', { name: 'Ada' })).toEqual([
      { data: { greeting: 'Hello Ada' } },
    ]);
  });

  test('carries out a mutation', async () => {
    expect(await all('mutation { record(input: { title: "by a client" }) }')).toEqual([
      { data: { record: 'by a client' } },
    ]);
  });

  test('gets the errors of fields beside the data', async () => {
    server.failures.boom = () => new Error('SELECT hunter2');

    expect(await all('{ greeting fail(how: "boom") }')).toMatchObject([
      { data: { greeting: 'Hello you', fail: null }, errors: [{ extensions: { code: 'INTERNAL' } }] },
    ]);
  });

  test('is refused what is not valid, with the reason', async () => {
    const error = await all('subscription { nothing }').catch((thrown) => thrown);

    expect(await errorsOf(error)).toMatchObject([
      { message: expect.stringContaining('nothing'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  test('is somebody by its token, and nobody by a wrong one', async () => {
    const operator = connect(TOY_TOKEN);
    const results = [];
    for await (const result of operator.iterate({ query: '{ token }' })) results.push(result);
    await operator.dispose();
    const stranger = connect('another');
    const refused = await stranger
      .iterate({ query: '{ token }' })
      .next()
      .catch((error) => error);
    await stranger.dispose();

    expect(results).toEqual([{ data: { token: TOY_TOKEN } }]);
    expect(refused).toMatchObject(refused.code ? { code: 4403 } : { response: { status: 401 } });
  });
});

test('graphql-ws comes back by itself when the server restarts, and its subscription with it', async () => {
  const first = await startToyServer();
  const closes: number[] = [];
  const client = createClient({
    url: `${first.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 20,
    retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
    on: { closed: (event) => closes.push((event as { code: number }).code) },
  });
  const stream = client.iterate({ query: GREETINGS });
  const next = stream.next();
  await until(() => first.streams.count === 1);
  await first.stop();
  const second = await startToyServer({}, { port: Number(new URL(first.url).port) });
  await until(() => second.streams.count === 1);
  await second.streams.tell('back');

  expect(await next).toMatchObject({ value: { data: { greetings: 'back' } } });
  expect(closes[0]).toBe(1012);
  await client.dispose();
  await second.stop();
});

test('graphql-sse comes back by itself when the server restarts, and its subscription with it', async () => {
  const first = await startToyServer();
  const client = createEventClient({
    url: `${first.url}/graphql/stream`,
    retryAttempts: 20,
    retry: () => new Promise((resolve) => setTimeout(resolve, 20)),
  });
  const stream = client.iterate({ query: GREETINGS });
  const next = stream.next();
  await until(() => first.streams.count === 1);
  await first.stop();
  const second = await startToyServer({}, { port: Number(new URL(first.url).port) });
  await until(() => second.streams.count === 1);
  await second.streams.tell('back');

  expect(await next).toMatchObject({ value: { data: { greetings: 'back' } } });
  client.dispose();
  await second.stop();
});
