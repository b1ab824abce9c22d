import { getEventListeners } from 'node:events';
import type { AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { WebSocket, WebSocketServer } from 'ws';
import {
  AbortedError,
  BadInputError,
  type ClientEvent,
  type ClientOptions,
  CursorExpiredError,
  createClient,
  type ReconnectEvent,
  UnauthenticatedError,
} from '../src/index';
import { webSocket } from '../src/ws';
import { type Play, SocketServer } from './support/socket-server';
import { changed, checkpoint, errorOf, take, versionsIn } from './support/streamed';

const after = 'c0';
const frame = (events: object) => ({ data: { events } });
const forEver = () => new Promise<never>(() => {});

/** Hands out these frames, and then nothing. */
const playing = (...frames: object[]): Play =>
  async function* () {
    for (const each of frames) yield frame(each);
    await forEver();
  };

describe('a stream over a WebSocket', () => {
  let server: SocketServer;
  let told: ReconnectEvent[];
  beforeAll(async () => {
    server = await SocketServer.start();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    told = [];
    jest.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await eventually(() => expect(server.connections).toBe(0));
  });

  const client = (options: Partial<ClientOptions> = {}, url = server.socketUrl) =>
    createClient({
      url: server.url,
      transport: webSocket({ url, webSocketImpl: WebSocket }),
      onEvent: (event: ClientEvent) => void (event.type === 'reconnect' && told.push(event)),
      ...options,
    });

  test('hands out what a stream hands out', async () => {
    server.reset(playing(changed(1), checkpoint(2), changed(3)));
    const entente = client({ auth: 'secret', headers: { 'x-team': 'desk' } });

    const items = await take(
      entente.events({ filter: { between: ['QA'] } }, { after, checkpointSeconds: 5 }),
      2,
    );

    expect(items).toMatchObject([
      { kind: 'change', cursor: 'c1', recordVersion: 1 },
      { kind: 'change', cursor: 'c3', recordVersion: 3 },
    ]);
    expect(server.protocols).toEqual(['graphql-transport-ws']);
    expect(server.inits).toEqual([{ authorization: 'Bearer secret', 'x-team': 'desk' }]);
    expect(server.asked).toEqual([{ after: 'c0', filter: { between: ['QA'] }, checkpointSeconds: 5 }]);
  });

  test('may be chosen for one stream', async () => {
    server.reset(playing(changed(1)));
    const entente = createClient({ url: server.url });
    const transport = webSocket({ url: server.socketUrl, webSocketImpl: WebSocket });

    expect(await take(entente.events({}, { transport }), 1)).toHaveLength(1);
    expect(server.asked).toEqual([{ after: 'head' }]);
  });

  test('finds its address by that of the client', async () => {
    const urls: string[] = [];
    class Fake {
      constructor(url: string) {
        urls.push(url);
        throw new Error('That was all.');
      }
    }
    const transport = webSocket({ webSocketImpl: Fake as never });
    const signal = AbortSignal.timeout(50);
    await errorOf(
      take(createClient({ url: 'https://a.test/graphql' }).events({}, { after, transport, signal }), 1),
    );

    expect(urls[0]).toBe('wss://a.test/graphql');
  });

  test('needs a class where there is no global one', () => {
    expect(() => webSocket()).toThrow('webSocketImpl');
  });

  test('shares its socket with the other streams of the client', async () => {
    server.reset(playing(changed(1), changed(2)));
    const entente = client();
    const streams = [1, 2, 3].map(() => entente.events({}, { after }));
    for (const stream of streams) await stream.next();

    expect(server.connections).toBe(1);
    await streams[0]?.return?.();
    await streams[1]?.return?.();
    expect((await streams[2]?.next())?.value).toMatchObject({ recordVersion: 2 });
    await streams[2]?.return?.();
    await eventually(() => expect(server.connections).toBe(0));
  });

  test('tells the server when one of several streams is left', async () => {
    const ended: unknown[] = [];
    server.reset(async function* ({ variableValues }) {
      try {
        for (let number = 1; ; number++) {
          yield frame(changed(number));
          await new Promise((later) => setTimeout(later, 5));
        }
      } finally {
        ended.push(variableValues?.after);
      }
    });
    const entente = client();
    const one = entente.events({}, { after: 'a' });
    const other = entente.events({}, { after: 'b' });
    await Promise.all([one.next(), other.next()]);
    await one.return?.();

    await eventually(() => expect(ended).toEqual(['a']));
    await other.return?.();
  });

  test('subscribes anew with the fresh cursor when the socket breaks', async () => {
    server.reset(async function* ({ variableValues }, socket) {
      if (variableValues?.after === 'c0') {
        yield frame(changed(1));
        yield frame(checkpoint(5));
        setTimeout(() => socket.terminate(), 10);
        await forEver();
      }
      yield frame(changed(1));
      yield frame(changed(6));
      await forEver();
    });

    expect(versionsIn(await take(client().events({}, { after }), 2))).toEqual([1, 6]);
    expect(server.asked.map(({ after }) => after)).toEqual(['c0', 'c5']);
    expect(told).toMatchObject([{ operation: 'events', after: 'c5', error: { code: 'UNREACHABLE' } }]);
  });

  test.each([
    ['restarts', 1012, 'UNREACHABLE'],
    ['has too much to do', 1013, 'OVERLOADED'],
    ['has had enough of us', 4429, 'RATE_LIMITED'],
  ])('comes back when the server %s', async (_, closing, code) => {
    server.reset(async function* ({ variableValues }, socket) {
      yield frame(changed(variableValues?.after === 'c0' ? 1 : 2));
      if (variableValues?.after === 'c0') setTimeout(() => socket.close(closing, 'Come back'), 5);
      await forEver();
    });

    expect(versionsIn(await take(client().events({}, { after }), 2))).toEqual([1, 2]);
    expect(told.map(({ error }) => error.code)).toEqual([code]);
    expect(told[0]?.error.message).toContain(`${closing} Come back`);
  });

  test('comes back when the server has completed the subscription', async () => {
    server.reset(async function* ({ variableValues }) {
      yield frame(changed(variableValues?.after === 'c0' ? 1 : 2));
    });

    expect(versionsIn(await take(client().events({}, { after }), 2))).toEqual([1, 2]);
  });

  test('throws what the server refuses for good', async () => {
    server.reset(playing());
    server.refusal = new GraphQLError('No', { extensions: { code: 'BAD_USER_INPUT', field: 'filter' } });
    expect(await errorOf(take(client().events({}, { after }), 1))).toMatchObject({
      constructor: BadInputError,
      field: 'filter',
    });

    server.reset(async function* () {
      yield {
        errors: [new GraphQLError('Gone', { extensions: { code: 'CURSOR_EXPIRED', oldestCursor: 'c9' } })],
      };
    });
    expect(await errorOf(take(client().events({}, { after }), 1))).toMatchObject({
      constructor: CursorExpiredError,
      oldestCursor: 'c9',
    });
  });

  test('connects with another token when the server closes for want of one', async () => {
    server.reset(playing(changed(1)));
    server.admit = ({ authorization }, socket) => {
      if (authorization !== 'Bearer expired') socket.close(4403, 'Forbidden');
      return true;
    };

    await take(client({ auth: async ({ reason }) => reason }).events({}, { after }), 1);
    expect(server.inits).toEqual([{ authorization: 'Bearer initial' }, { authorization: 'Bearer expired' }]);

    expect(await errorOf(take(client({ auth: 'fixed' }).events({}, { after }), 1))).toBeInstanceOf(
      UnauthenticatedError,
    );
  });

  test('does not wait for a loop that is slower than the stream, and loses nothing', async () => {
    const long = 'x'.repeat(100_000);
    server.reset(async function* ({ variableValues }) {
      const from = Number(String(variableValues?.after).slice(1));
      for (let number = from + 1; number <= 120; number++) yield frame({ ...changed(number), long });
      await forEver();
    });
    const got: unknown[] = [];
    for await (const { recordVersion } of client().events({}, { after })) {
      if (recordVersion % 20 === 1) await new Promise((later) => setTimeout(later, 60));
      if (got.push(recordVersion) === 120) break;
    }

    expect(got).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]?.error.code).toBe('OVERLOADED');
  });

  test('ends with the signal, whatever it was waiting for', async () => {
    server.reset(playing());
    const controller = new AbortController();
    setTimeout(() => controller.abort('enough'), 50);

    const error = await errorOf(take(client().events({}, { after, signal: controller.signal }), 1));

    expect(error).toBeInstanceOf(AbortedError);
    expect(error.cause).toBe('enough');
  });

  test('leaves nothing behind after five hundred aborts and as many reconnects on one signal', async () => {
    let number = 0;
    server.reset(async function* (_, socket) {
      yield frame(changed(++number));
      if (number % 2) socket.terminate();
    });
    const { signal } = new AbortController();
    const aborted: AbortSignal[] = [];

    await take(client().events({}, { after, signal }), 500);
    server.reset(playing(changed(1)));
    const entente = client();
    for (let round = 0; round < 500; round++) {
      const controller = new AbortController();
      aborted.push(controller.signal);
      const items = entente.events({}, { after, signal: controller.signal });
      if (round % 2) await items.next();
      const next = errorOf(items.next());
      controller.abort();
      expect((await next)?.code).toBe('ABORTED');
    }

    expect([signal, ...aborted].flatMap((each) => getEventListeners(each, 'abort'))).toHaveLength(0);
    await eventually(() =>
      expect(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length).toBeLessThan(5),
    );
  }, 30_000);
});

describe('a server that speaks the protocol in its own way', () => {
  let raw: WebSocketServer;
  const heard: string[] = [];
  let answer: (type: string, id: string, socket: WebSocket) => void;
  beforeAll(async () => {
    raw = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    raw.on('connection', (socket) =>
      socket.on('message', (data) => {
        const { type, id } = JSON.parse(String(data));
        heard.push(type);
        answer(type, id, socket);
      }),
    );
    await new Promise((ready) => raw.once('listening', ready));
  });
  afterAll(() => raw.close());
  beforeEach(() => {
    heard.length = 0;
    jest.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterEach(() => jest.restoreAllMocks());

  const follow = (silenceMs: number, timeoutMs = 1_000) => {
    const url = `ws://127.0.0.1:${(raw.address() as AddressInfo).port}`;
    return createClient({ url: 'http://unused.test', timeoutMs }).events(
      {},
      { after, silenceMs, transport: webSocket({ url, webSocketImpl: WebSocket }) },
    );
  };
  const say = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));
  const acknowledge = (type: string, socket: WebSocket) =>
    type === 'connection_init' && say(socket, { type: 'connection_ack' });

  test('is pinged when it is silent, and lives as long as it answers', async () => {
    answer = (type, id, socket) => {
      acknowledge(type, socket);
      if (type === 'ping') say(socket, { type: 'pong' });
      if (type === 'subscribe')
        setTimeout(() => say(socket, { id, type: 'next', payload: { data: { events: changed(1) } } }), 1_600);
    };

    await take(follow(900), 1);

    expect(heard.filter((type) => type === 'connection_init')).toHaveLength(1);
    expect(heard).toContain('ping');
  });

  test('is left when it does not answer', async () => {
    let connections = 0;
    answer = (type, id, socket) => {
      acknowledge(type, socket);
      if (type === 'connection_init') connections++;
      if (type === 'subscribe' && connections > 1)
        say(socket, { id, type: 'next', payload: { data: { events: changed(1) } } });
    };

    await take(follow(300), 1);

    expect(connections).toBeGreaterThan(1);
  });

  test('is left when it does not accept in time', async () => {
    let connections = 0;
    answer = (type, id, socket) => {
      if (type === 'connection_init') connections++;
      if (connections > 1) acknowledge(type, socket);
      if (type === 'subscribe') say(socket, { id, type: 'next', payload: { data: { events: changed(1) } } });
    };

    await take(follow(10_000, 300), 1);

    expect(connections).toBeGreaterThan(1);
  });

  test('is answered when it pings, and left when it says what nobody understands', async () => {
    let connections = 0;
    answer = (type, id, socket) => {
      acknowledge(type, socket);
      if (type === 'connection_init' && ++connections === 1) say(socket, { type: 'ping' });
      if (type === 'pong') socket.send('What?');
      if (type === 'subscribe' && connections > 1)
        say(socket, { id, type: 'next', payload: { data: { events: changed(1) } } });
    };

    await take(follow(10_000), 1);

    expect(heard).toContain('pong');
    expect(connections).toBe(2);
  });
});

async function eventually(check: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      check();
      return;
    } catch (error) {
      if (tries === 40) throw error;
      await new Promise((later) => setTimeout(later, 50));
    }
  }
}
