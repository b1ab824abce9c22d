import {
  type ClientEvent,
  createClient,
  ForbiddenError,
  type ReconnectEvent,
  type StreamOptions,
  UnauthenticatedError,
} from '../src/index';
import { refuse, type Script, ScriptedServer, status } from './support/scripted-server';
import { changed, errorOf, next, playStreams, refusal, stream, take, versionsIn } from './support/streamed';

const one = stream([next(changed(1))], 'hang up');
const rest = stream([next(changed(2)), next(changed(3))]);
const after = 'c0';

describe('a stream that breaks off for want of a token', () => {
  let server: ScriptedServer;
  let told: ReconnectEvent[];
  let delays: jest.SpyInstance;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    told = [];
    delays = jest.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => delays.mockRestore());

  const client = (options: object = {}) =>
    createClient({
      url: server.url,
      onEvent: (event: ClientEvent) => void (event.type === 'reconnect' && told.push(event)),
      ...options,
    });
  const follow = (options: StreamOptions = {}) => client().events({}, { after, ...options });

  const needs =
    (token: string, then: Script): Script =>
    (asked, response) =>
      asked.headers.authorization === `Bearer ${token}`
        ? then(asked, response)
        : refuse('UNAUTHENTICATED', {}, 401)(asked, response);

  test('asks for another one, and goes on without waiting', async () => {
    playStreams(
      server,
      needs('initial', stream([next(changed(1)), refusal('UNAUTHENTICATED')])),
      needs('expired', rest),
    );
    delays.mockReturnValue(1);
    const entente = client({ auth: ({ reason }: { reason: string }) => reason });

    expect(versionsIn(await take(entente.events({}, { after }), 3))).toEqual([1, 2, 3]);
    expect(told.map(({ delayMs }) => delayMs)).toEqual([0]);
  });

  test('asks for another one each time that it is over', async () => {
    const over = (number: number) => stream([next(changed(number)), refusal('UNAUTHENTICATED')]);
    playStreams(server, over(1), over(2), over(3), stream([next(changed(4))]));
    let count = 0;

    const items = client({ auth: () => String(++count) }).events({}, { after });

    expect(versionsIn(await take(items, 4))).toEqual([1, 2, 3, 4]);
    expect(server.asked.map(({ headers }) => headers.authorization)).toEqual(
      ['1', '2', '3', '4'].map((token) => `Bearer ${token}`),
    );
  });

  test('waits as ever when the server breaks off after that', async () => {
    const busy = needs('expired', status(503));
    playStreams(server, refuse('UNAUTHENTICATED', {}, 401), busy, busy, rest);
    delays.mockReturnValue(0.1);
    const entente = client({ auth: ({ reason }: { reason: string }) => reason });

    await take(entente.events({}, { after }), 1);

    expect(told.map(({ delayMs }) => delayMs)).toEqual([0, 80, 160]);
  });

  test('asks for one that allows more', async () => {
    playStreams(server, refuse('FORBIDDEN', {}, 403), needs('forbidden', rest));
    const entente = client({ auth: ({ reason }: { reason: string }) => reason });

    expect(await take(entente.events({}, { after }), 1)).toHaveLength(1);
  });

  test('throws when there is no other one, or when it is refused, too', async () => {
    playStreams(server, needs('none', rest));
    let count = 0;

    expect(await errorOf(take(client({ auth: 'fixed' }).events({}, { after }), 1))).toBeInstanceOf(
      UnauthenticatedError,
    );
    expect(
      await errorOf(take(client({ auth: () => String(++count) }).events({}, { after }), 1)),
    ).toBeInstanceOf(UnauthenticatedError);
    playStreams(server, refuse('FORBIDDEN', {}, 403));
    expect(await errorOf(take(follow(), 1))).toBeInstanceOf(ForbiddenError);
  });

  test('throws when nobody gives the first one, and waits for whoever gives the next', async () => {
    playStreams(server, one, needs('fresh', rest));
    const sealed = () => {
      throw new Error('vault sealed');
    };
    expect(await errorOf(take(client({ auth: sealed }).events({}, { after }), 1))).toMatchObject({
      code: 'UNAUTHENTICATED',
      cause: new Error('vault sealed'),
    });

    const auth = jest
      .fn()
      .mockReturnValueOnce('first')
      .mockImplementationOnce(sealed)
      .mockImplementationOnce(sealed)
      .mockReturnValue('fresh');
    expect(versionsIn(await take(client({ auth }).events({}, { after }), 3))).toEqual([1, 2, 3]);
  });
});
