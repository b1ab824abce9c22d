import {
  type ClientEvent,
  createClient,
  isRetryable,
  OverloadedError,
  RateLimitedError,
  UnreachableError,
} from '../src/index';
import { data, hangUp, refuse, ScriptedServer, status } from './support/scripted-server';

const ANSWER = data({ engagement: { id: 'engagement_1' }, recordEngagement: { id: 'engagement_1' } });
const id = 'engagement_1';

describe('a retry', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());

  const client = (options: object = {}) => createClient({ url: server.url, ...options });
  /** Milliseconds from the first request to the last answer. */
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };

  test.each([
    ['a connection that breaks', hangUp],
    ['a gateway without a server', status(502)],
    ['an overloaded server', status(503)],
    ['a server that sheds load by code', refuse('OVERLOADED', {}, 503)],
    ['a rate limit', refuse('RATE_LIMITED')],
  ])('follows %s', async (_, failing) => {
    server.play(failing, failing, ANSWER);

    expect(await client().engagements.get({ id })).toEqual({ id });
    expect(server.asked).toHaveLength(3);
  });

  test.each([
    ['a refusal', refuse('BAD_USER_INPUT')],
    ['a bug of the server', refuse('INTERNAL', {}, 500)],
    ['a code of a newer server', refuse('OUT_OF_PAPER')],
    ['a query that the server gave up on', refuse('DEADLINE_EXCEEDED')],
  ])('does not follow %s', async (_, failing) => {
    server.play(failing, ANSWER);

    await expect(client().engagements.get({ id })).rejects.toThrow();
    expect(server.asked).toHaveLength(1);
  });

  test('ends after three attempts, and the error says so', async () => {
    server.play(hangUp);

    const error = await client()
      .engagements.get({ id })
      .catch((error) => error);

    expect(error).toBeInstanceOf(UnreachableError);
    expect(error).toMatchObject({ attempts: 3, operation: 'getEngagement', code: 'UNREACHABLE' });
    expect(isRetryable(error)).toBe(true);
    expect(server.asked).toHaveLength(3);
  });

  test('is made as often as the client says', async () => {
    server.play(hangUp);

    await expect(client({ retry: { attempts: 1 } }).engagements.get({ id })).rejects.toMatchObject({
      attempts: 1,
    });
    expect(server.asked).toHaveLength(1);
  });

  test('waits as long as Retry-After says', async () => {
    server.play(status(503, { 'retry-after': '1' }), ANSWER);

    expect(await timed(() => client().engagements.get({ id }))).toBeGreaterThanOrEqual(990);
  });

  test('waits as long as the error says', async () => {
    server.play(refuse('RATE_LIMITED', { retryAfterMs: 600 }), ANSWER);

    expect(await timed(() => client().engagements.get({ id }))).toBeGreaterThanOrEqual(590);
  });

  test('is not begun if the server asks for more patience than the budget has', async () => {
    server.play(refuse('RATE_LIMITED', { retryAfterMs: 60_000 }), ANSWER);

    const error = await client()
      .engagements.get({ id })
      .catch((error) => error);

    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error.retryAfterMs).toBe(60_000);
    expect(server.asked).toHaveLength(1);
  });

  test('understands a date in Retry-After', async () => {
    server.play(status(503, { 'retry-after': new Date(Date.now() + 3_600_000).toUTCString() }));

    const error = await client()
      .engagements.get({ id })
      .catch((error) => error);

    expect(error).toBeInstanceOf(OverloadedError);
    expect(error.retryAfterMs).toBeGreaterThan(3_500_000);
  });

  test('spreads over the time between nothing and the delay, so that clients do not return together', async () => {
    server.play(hangUp);
    const delays: number[] = [];
    const onEvent = (event: ClientEvent) => void (event.type === 'retry' && delays.push(event.delayMs));

    await Promise.all(
      Array.from({ length: 30 }, () =>
        client({ retry: { attempts: 2 }, onEvent })
          .engagements.get({ id })
          .catch(() => {}),
      ),
    );

    expect(delays).toHaveLength(30);
    expect(Math.max(...delays)).toBeLessThanOrEqual(200);
    expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(60);
  });

  test('of a write carries the same key', async () => {
    server.play(hangUp, status(503), ANSWER);

    await client().engagements.record({ input: {} });

    const keys = server.asked.map(({ variables }) => variables.idempotencyKey);
    expect(keys[0]).toMatch(/^[0-9a-f-]{32,36}$/);
    expect(new Set(keys).size).toBe(1);
  });

  test('of a write of one’s own is made only if it takes a key', async () => {
    server.play(hangUp, ANSWER);
    await expect(client().request('mutation { recordEngagement(input: {}) { id } }')).rejects.toBeInstanceOf(
      UnreachableError,
    );
    expect(server.asked).toHaveLength(1);

    server.play(hangUp, ANSWER);
    await client().request(
      'mutation ($idempotencyKey: String) { recordEngagement(input: {}, idempotencyKey: $idempotencyKey) { id } }',
    );
    expect(server.asked).toHaveLength(2);
    expect(server.asked[1]?.variables.idempotencyKey).toBe(server.asked[0]?.variables.idempotencyKey);
  });
});

describe('a key', () => {
  test('is new for every write, and the caller’s if there is one', async () => {
    const server = await ScriptedServer.start();
    server.play(ANSWER);
    const entente = createClient({ url: server.url });

    await entente.engagements.record({ input: {} });
    await entente.engagements.record({ input: {} });
    await entente.engagements.record({ input: {} }, { idempotencyKey: 'import-42' });

    const [first, second, third] = server.asked.map(({ variables }) => variables.idempotencyKey);
    expect(first).not.toBe(second);
    expect(third).toBe('import-42');
    await server.stop();
  });
});
