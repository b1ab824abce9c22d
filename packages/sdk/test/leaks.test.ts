import { getEventListeners } from 'node:events';
import { createClient, type StreamOptions } from '../src/index';
import { ScriptedServer } from './support/scripted-server';
import { changed, errorOf, next, playStreams, stream, take } from './support/streamed';

const ROUNDS = 1_000;
const after = 'c0';

describe('a stream leaves nothing behind', () => {
  let server: ScriptedServer;
  const warnings: Error[] = [];
  const warn = (warning: Error): void => void warnings.push(warning);
  beforeAll(async () => {
    server = await ScriptedServer.start();
    process.on('warning', warn);
  });
  afterAll(async () => {
    process.off('warning', warn);
    await server.stop();
  });
  beforeEach(() => jest.spyOn(Math, 'random').mockReturnValue(0));
  afterEach(async () => {
    expect(warnings).toEqual([]);
    expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(5);
    await eventually(async () => expect(await server.connections()).toBeLessThan(5));
    jest.restoreAllMocks();
  });

  const follow = (options: StreamOptions) =>
    createClient({ url: server.url }).events({}, { after, ...options });

  test('after a thousand reconnects on one signal', async () => {
    let number = 0;
    playStreams(server, (asked, response) => stream([next(changed(++number))], 'complete')(asked, response));
    const { signal } = new AbortController();

    await take(follow({ signal }), ROUNDS);

    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  }, 30_000);

  test('after a thousand streams that were left, on one signal', async () => {
    playStreams(server, stream([next(changed(1))]));
    const { signal } = new AbortController();

    for (let round = 0; round < ROUNDS; round += 20)
      await Promise.all(Array.from({ length: 20 }, () => take(follow({ signal }), 1)));

    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  }, 30_000);

  test('after a thousand aborts, while it waited for a frame, for the server or for the loop', async () => {
    playStreams(server, (asked, response) =>
      asked.variables.filter ? stream([next(changed(1))])(asked, response) : undefined,
    );
    const signals: AbortSignal[] = [];

    const round = async (number: number): Promise<void> => {
      const controller = new AbortController();
      signals.push(controller.signal);
      const entente = createClient({ url: server.url });
      const variables = number % 3 ? { filter: { between: ['QA'] } } : {};
      const items = entente.events(variables, { after, signal: controller.signal });
      const first = items.next();
      if (number % 3) await first;
      const second = number % 3 === 1 ? items.next() : first;
      setTimeout(() => controller.abort(), 2);
      // Of a loop whose body never ends, nobody asks for the next item.
      if (number % 3 === 2) await new Promise((later) => setTimeout(later, 5));
      else await errorOf(second);
    };
    for (let number = 0; number < ROUNDS; number += 20)
      await Promise.all(Array.from({ length: 20 }, (_, index) => round(number + index)));

    expect(signals.flatMap((signal) => getEventListeners(signal, 'abort'))).toHaveLength(0);
  }, 30_000);

  test('after a thousand streams on one signal that aborts', async () => {
    playStreams(server, stream([]));
    const controller = new AbortController();
    const streams = Array.from({ length: 100 }, () =>
      errorOf(take(follow({ signal: controller.signal }), 1)),
    );
    await new Promise((later) => setTimeout(later, 200));
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(1);
    controller.abort();

    expect((await Promise.all(streams)).every(({ code }) => code === 'ABORTED')).toBe(true);
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});

async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    if (
      await check().then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((later) => setTimeout(later, 100));
  }
  await check();
}
