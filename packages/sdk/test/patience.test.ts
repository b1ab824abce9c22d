import { getEventListeners } from 'node:events';
import { AbortedError, createClient, TimeoutError } from '../src/index';
import { data, ScriptedServer, silence } from './support/scripted-server';

const ANSWER = data({ engagement: { id: 'engagement_1' } });
const id = 'engagement_1';

describe('a call', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());

  const client = (options: object = {}) => createClient({ url: server.url, ...options });

  test('ends an attempt that takes too long, and tries again', async () => {
    server.play(silence, ANSWER);

    expect(await client({ timeoutMs: 100 }).engagements.get({ id })).toEqual({ id });
    expect(server.asked).toHaveLength(2);
  });

  test('ends an attempt whose answer stops half-way', async () => {
    server.play((_, response) => void response.writeHead(200).write('{"data":'), ANSWER);

    expect(await client({ timeoutMs: 100 }).engagements.get({ id })).toEqual({ id });
  });

  test('ends at its deadline, whatever the attempts', async () => {
    server.play(silence);
    // No back-off: by chance it would take all the time that is left for the second attempt.
    const chance = jest.spyOn(Math, 'random').mockReturnValue(0);
    const began = performance.now();

    const error = await client({ timeoutMs: 400 })
      .engagements.get({ id }, { deadlineMs: 600 })
      .catch((error) => error);
    chance.mockRestore();

    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: 'TIMEOUT', attempts: 2 });
    expect(performance.now() - began).toBeLessThan(900);
  });

  test('counts the time for a token, too', async () => {
    const entente = client({ timeoutMs: 50, retry: { attempts: 1 }, auth: () => new Promise(() => {}) });

    await expect(entente.engagements.get({ id })).rejects.toBeInstanceOf(TimeoutError);
  });

  test('may take any time if no limit is wanted', async () => {
    server.play(ANSWER);

    expect(await client({ timeoutMs: Infinity }).engagements.get({ id })).toEqual({ id });
  });

  test('is aborted while it waits for an answer, with the reason', async () => {
    server.play(silence);
    const controller = new AbortController();
    setTimeout(() => controller.abort('enough'), 50);

    const error = await client()
      .engagements.get({ id }, { signal: controller.signal })
      .catch((error) => error);

    expect(error).toBeInstanceOf(AbortedError);
    expect(error).toMatchObject({ code: 'ABORTED', cause: 'enough', operation: 'getEngagement' });
  });

  test('is aborted while it waits to try again', async () => {
    server.play((_, response) => void response.writeHead(503, { 'retry-after': '10' }).end());
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const began = performance.now();

    await expect(client().engagements.get({ id }, { signal: controller.signal })).rejects.toBeInstanceOf(
      AbortedError,
    );
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('asks nothing if it was aborted before it began', async () => {
    server.play(ANSWER);

    await expect(client().engagements.get({ id }, { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(
      AbortedError,
    );
    expect(server.asked).toHaveLength(0);
  });

  test('leaves no listener on a signal that a thousand calls share', async () => {
    const controller = new AbortController();
    const entente = client({ timeoutMs: 5, retry: { attempts: 2 }, fetch: neverAnswers });
    const warnings: Error[] = [];
    process.on('warning', (warning) => warnings.push(warning));
    const calls = Array.from({ length: 1_000 }, () =>
      entente.engagements.get({ id }, { signal: controller.signal }).catch((error) => error),
    );
    expect(getEventListeners(controller.signal, 'abort').length).toBeGreaterThan(0);
    setTimeout(() => controller.abort(), 3);

    const errors = await Promise.all(calls);

    expect(errors.filter((error) => error instanceof AbortedError).length).toBeGreaterThan(0);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    expect(warnings).toEqual([]);
  });

  test('leaves neither listener, timer nor socket after a thousand aborts one by one', async () => {
    server.play(silence);
    const signals: AbortSignal[] = [];
    const shared = new AbortController();
    for (let round = 0; round < 1_000; round++) {
      const controller = new AbortController();
      signals.push(controller.signal);
      const call = client().engagements.get(
        { id },
        { signal: round % 2 ? shared.signal : controller.signal, deadlineMs: round % 2 ? 1 : 60_000 },
      );
      controller.abort();
      await call.catch(() => {});
    }

    expect([shared.signal, ...signals].flatMap((signal) => getEventListeners(signal, 'abort'))).toHaveLength(
      0,
    );
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(5);
    await eventually(async () => expect(await server.connections()).toBeLessThan(5));
  });
});

/** A fetch that heeds its signal and nothing else. */
const neverAnswers: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    if (
      await check().then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((next) => setTimeout(next, 100));
  }
  await check();
}
