import {
  AbortedError,
  BadInputError,
  type ClientEvent,
  CursorExpiredError,
  createClient,
  EpochChangedError,
  type ReconnectEvent,
  type StreamOptions,
  UnreachableError,
} from '../src/index';
import { refuse, type Script, ScriptedServer, status } from './support/scripted-server';
import {
  changed,
  checkpoint,
  cursorsAsked,
  errorOf,
  next,
  open,
  playStreams,
  refusal,
  stream,
  take,
  versionsIn,
} from './support/streamed';

const one = stream([next(changed(1))], 'hang up');
const rest = stream([next(changed(2)), next(changed(3))]);
const after = 'c0';

describe('a stream that breaks off', () => {
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

  test.each<[string, Script]>([
    ['because the connection breaks', one],
    ['because the server ends it', stream([next(changed(1))], 'complete')],
    ['because the server says that it is over', stream([next(changed(1)), 'event: complete\ndata:\n\n'])],
    ['in the middle of a frame', stream([next(changed(1)), next(changed(2)).slice(0, 40)], 'hang up')],
    ['by a bug of the server', stream([next(changed(1)), refusal('INTERNAL')])],
    ['because the server sheds load', stream([next(changed(1)), refusal('OVERLOADED')])],
    ['because the server took too long', stream([next(changed(1)), refusal('DEADLINE_EXCEEDED')])],
  ])('%s goes on after what was dealt with', async (_, breaking) => {
    playStreams(server, breaking, rest);

    expect(versionsIn(await take(follow(), 3))).toEqual([1, 2, 3]);
    expect(cursorsAsked(server)).toEqual(['c0', 'c1']);
  });

  test.each<[string, Script]>([
    ['hangs up', (_, response) => void response.destroy()],
    ['is a gateway without a server', status(502)],
    ['has no room', status(503)],
    ['has had enough of us', refuse('RATE_LIMITED', {}, 429)],
    ['has a bug', status(500)],
    ['is another one for a moment', status(404)],
  ])('is tried again while the server %s', async (_, failing) => {
    playStreams(server, one, failing, failing, rest);

    expect(versionsIn(await take(follow(), 3))).toEqual([1, 2, 3]);
    expect(cursorsAsked(server)).toEqual(['c0', 'c1', 'c1', 'c1']);
  });

  test('goes on after the last checkpoint', async () => {
    playStreams(
      server,
      stream([next(changed(1)), next(checkpoint(9))], 'hang up'),
      stream([next(changed(10))]),
    );

    await take(follow(), 2);

    expect(cursorsAsked(server)).toEqual(['c0', 'c9']);
  });

  test('leaves out what comes again', async () => {
    playStreams(
      server,
      stream([next(changed(1)), next(changed(2))], 'hang up'),
      stream([next(changed(1)), next(changed(2)), next(changed(3)), next(changed(3)), next(changed(4))]),
    );

    expect(versionsIn(await take(follow(), 4))).toEqual([1, 2, 3, 4]);
  });

  test('remembers the last thousand events, and no more', async () => {
    const many = Array.from({ length: 1_002 }, (_, index) => next(changed(index)));
    playStreams(server, stream([...many, next(changed(2)), next(changed(0))]));

    const items = await take(follow(), 1_003);

    expect(versionsIn(items.slice(-2))).toEqual([1_001, 0]);
  });

  test('is told, with the reason and where it goes on', async () => {
    playStreams(server, one, status(503, { 'x-request-id': 'request-7', 'retry-after': '0.1' }), rest);
    delays.mockReturnValue(0.5);

    await take(follow(), 2);

    expect(told).toMatchObject([
      { operation: 'events', attempt: 1, delayMs: 200, after: 'c1', error: { code: 'UNREACHABLE' } },
      { attempt: 2, delayMs: 500, after: 'c1', requestId: 'request-7', error: { code: 'OVERLOADED' } },
    ]);
  });

  test('waits the longer the more often it fails, up to five seconds, and begins anew after a frame', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance'] });
    try {
      const failures: Script[] = Array.from({ length: 9 }, () => status(503));
      const abruptly: Script = (_, response) => {
        open(response);
        response.write(next(changed(1)), () => response.end());
      };
      playStreams(server, ...failures, abruptly, rest);
      delays.mockReturnValue(1);
      const items = take(follow(), 2);
      const clock = setImmediateLoop(() => jest.advanceTimersByTime(500));
      await items;
      clock.stop();
    } finally {
      jest.useRealTimers();
    }

    expect(told.map(({ delayMs }) => delayMs)).toEqual([
      400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000, 5_000, 400,
    ]);
  });

  describe('without a word', () => {
    test('is taken for dead after the time of silence', async () => {
      const closed = new Promise((close) => {
        playStreams(
          server,
          (asked, response) => {
            response.on('close', close);
            return stream([next(changed(1))])(asked, response);
          },
          rest,
        );
      });
      const items = follow({ silenceMs: 300 });
      for (const version of [1, 2])
        expect((await items.next()).value).toMatchObject({ recordVersion: version });
      // The dead one is closed on this side, too, though the other lives.
      await closed;
      await items.return?.();

      expect(told[0]?.error.cause).toEqual(expect.any(Symbol));
    });

    test('lives as long as bytes come, whatever they are', async () => {
      playStreams(server, (_, response) => {
        open(response);
        const beat = setInterval(() => response.write(':'), 100);
        setTimeout(() => {
          clearInterval(beat);
          response.write(`\n\n${next(changed(1))}`);
        }, 1_600);
      });

      await take(follow({ silenceMs: 800 }), 1);

      expect(told).toEqual([]);
    });

    test('may be as long as three checkpoints', async () => {
      const silence: number[] = [];
      const transport = async function* ({ silenceMs }: { silenceMs: number }) {
        silence.push(silenceMs);
        yield { data: { events: changed(1) } };
      };
      await take(follow({ transport }), 1);
      await take(follow({ transport, checkpointSeconds: 2 }), 1);

      expect(silence).toEqual([45_000, 6_000]);
    });

    test('is not held against the server while the body of the loop runs', async () => {
      playStreams(server, stream([next(changed(1)), next(changed(2))]));
      for await (const { recordVersion } of client().events({}, { after, silenceMs: 50 })) {
        await new Promise((later) => setTimeout(later, 120));
        if (recordVersion === 2) break;
      }

      expect(told).toEqual([]);
    });

    test('is a server that accepts and never answers', async () => {
      playStreams(server, () => undefined, rest);

      await take(client({ timeoutMs: 300 }).events({}, { after }), 1);

      expect(cursorsAsked(server).length).toBeGreaterThan(1);
    });
  });

  describe('because the server refuses', () => {
    test.each<[string, Script]>([
      ['the filter', stream([refusal('BAD_USER_INPUT', { field: 'filter.between.0' })])],
      ['the document', refuse('BAD_USER_INPUT', { field: 'filter.between.0' }, 400)],
    ])('%s throws', async (_, refusing) => {
      playStreams(server, refusing);

      const error = await errorOf(take(follow(), 1));

      expect(error).toBeInstanceOf(BadInputError);
      expect(error).toMatchObject({ field: 'filter.between.0', operation: 'events', attempts: 1 });
      expect(server.asked).toHaveLength(1);
    });

    test('in a way that this version does not know throws', async () => {
      playStreams(server, one, stream([refusal('OUT_OF_PAPER')]));

      expect(await errorOf(take(follow(), 2))).toMatchObject({ code: 'OUT_OF_PAPER' });
    });

    test.each([
      ['a page', status(404)],
      ['an answer that is no stream', status(200)],
    ])('with %s, and always did, throws', async (_, other) => {
      playStreams(server, other);

      const error = await errorOf(take(follow(), 1));

      expect(error).toBeInstanceOf(UnreachableError);
      expect(error.message).toContain('is the url right?');
    });
  });

  describe('and has missed something', () => {
    const expired = stream([refusal('CURSOR_EXPIRED', { oldestCursor: 'c90' })]);
    const another = stream([refusal('EPOCH_CHANGED')]);

    test('throws, and says where the log begins', async () => {
      playStreams(server, expired);
      const error = await errorOf(take(follow(), 1));

      expect(error).toBeInstanceOf(CursorExpiredError);
      expect(error.oldestCursor).toBe('c90');
      playStreams(server, one, another);
      expect(await errorOf(take(follow(), 2))).toBeInstanceOf(EpochChangedError);
    });

    test.each([
      ['the oldest event', expired, 'earliest', ['c0', 'c90'], undefined],
      ['the oldest event of the other log', another, 'earliest', ['c0', null], 'EARLIEST'],
      ['the present records', expired, 'snapshot', ['c0', null], 'SNAPSHOT'],
      ['what happens from now on', another, 'latest', ['c0', 'head'], undefined],
    ] as const)('says so and goes on with %s, if it is told to', async (_, missing, onGap, cursors, from) => {
      playStreams(server, missing, stream([next(changed(91))]));

      const [gap, item] = await take(follow({ onGap }) as AsyncIterable<object>, 2);

      expect(gap).toEqual({
        kind: 'gap',
        reason: missing === expired ? 'CURSOR_EXPIRED' : 'EPOCH_CHANGED',
        from: onGap,
        error: expect.any(missing === expired ? CursorExpiredError : EpochChangedError),
      });
      expect(item).toMatchObject({ kind: 'change', recordVersion: 91 });
      expect(cursorsAsked(server)).toEqual(cursors);
      expect(server.asked.at(-1)?.variables.from).toBe(from);
    });

    test('hands out again what it has seen before the gap', async () => {
      playStreams(server, stream([next(changed(1)), refusal('EPOCH_CHANGED')]), stream([next(changed(1))]));

      expect(versionsIn(await take(follow({ onGap: 'earliest' }) as AsyncIterable<object>, 3))).toEqual([
        1,
        undefined,
        1,
      ]);
    });
  });

  describe('by the caller’s signal', () => {
    test('throws with its reason, whatever it was waiting for', async () => {
      const cases: Script[][] = [[stream([])], [() => undefined], [status(503, { 'retry-after': '60' })]];
      for (const scripts of cases) {
        playStreams(server, ...scripts);
        const controller = new AbortController();
        setTimeout(() => controller.abort('enough'), 60);
        const error = await errorOf(take(follow({ signal: controller.signal }), 1));

        expect(error).toBeInstanceOf(AbortedError);
        expect(error).toMatchObject({ code: 'ABORTED', cause: 'enough', operation: 'events' });
      }
    });

    test('asks nothing if it was aborted before', async () => {
      playStreams(server, rest);

      expect(await errorOf(take(follow({ signal: AbortSignal.abort() }), 1))).toBeInstanceOf(AbortedError);
      expect(server.asked).toHaveLength(0);
    });

    test('hands nothing out any more, though it was received', async () => {
      playStreams(server, stream([next(changed(1)), next(changed(2)), next(changed(3))]));
      const controller = new AbortController();
      const items = follow({ signal: controller.signal });
      await items.next();
      controller.abort();

      expect(await errorOf(items.next())).toBeInstanceOf(AbortedError);
    });
  });
});

function setImmediateLoop(work: () => void): { stop(): void } {
  let isOver = false;
  const turn = (): void => {
    if (isOver) return;
    work();
    setImmediate(turn);
  };
  setImmediate(turn);
  return {
    stop: () => {
      isOver = true;
    },
  };
}
