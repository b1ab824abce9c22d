import { Api } from '../../../test/harness/api';
import { headOf } from '../../../test/harness/history';
import { Ear, Listening, until } from '../../../test/harness/listening';

const ALL = `subscription ($after: Cursor, $from: StreamStart, $filter: EventFilter) {
  events(after: $after, from: $from, filter: $filter, checkpointSeconds: 60) {
    __typename cursor ... on EventDelivered { transition event { recordId recordVersion change } } } }`;

let api: Api;
let listening: Listening;

beforeEach(async () => {
  api = await Api.open();
  await api.sequence();
  listening = await Listening.on(api);
});

afterEach(async () => {
  await listening.stop();
  await api.close();
});

async function meetings(count: number, more: object = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let nth = 1; nth <= count; nth++)
    ids.push(await api.given.engagement({ title: `Meeting ${nth}`, ...more }));
  await api.sequence();
  return ids;
}

const recordsOf = (ear: Ear) => ear.told.map(({ event }) => event.recordId);

async function refusal(asked: Parameters<Listening['hear']>[1], text = ALL) {
  const error = await listening.hear(text, asked).then(
    () => null,
    (thrown) => thrown,
  );
  return error?.originalError ?? error;
}

describe('a subscription', () => {
  test('is told of what happens from now on', async () => {
    await meetings(1);
    const ear = await listening.hear(ALL);
    const [id] = await meetings(1);
    await until(() => ear.told.length === 1, 'an event');

    expect(ear.told).toMatchObject([
      { __typename: 'EventDelivered', transition: 'CREATED', event: { recordId: id, change: 'RECORDED' } },
    ]);
  });

  test('is told of what happened before it began, from the earliest event kept', async () => {
    const ids = await meetings(3);
    const ear = await listening.hear(ALL, { variables: { from: 'EARLIEST' } });
    await until(() => ear.told.length >= 3, 'what happened');

    expect(recordsOf(ear).slice(-3)).toEqual(ids);
  });

  test('that comes back goes on after the last event it had, whatever its text says', async () => {
    const after = await headOf(api, 4);
    const ids = await meetings(3);
    const first = await listening.hear(ALL, { variables: { after } });
    await until(() => first.told.length === 3, 'events');
    const again = await listening.hear(ALL, {
      variables: { after },
      lastEventId: String(first.frames[1]?.cursor),
    });
    await until(() => again.told.length === 1, 'the rest');

    expect(recordsOf(first)).toEqual(ids);
    expect(recordsOf(again)).toEqual(ids.slice(2));
  });

  test('hands its cursors to the log in the form that is pulled, and takes that one’s', async () => {
    const ear = await listening.hear(ALL);
    const ids = await meetings(2);
    await until(() => ear.told.length === 2, 'events');
    const { data } = await api.read(
      4,
      'query ($after: Cursor) { events(after: $after) { nodes { recordId } } }',
      {
        after: ear.frames[0]?.cursor,
      },
    );

    expect(data.events.nodes).toEqual([{ recordId: ids[1] }]);
  });

  test('that cannot take an error of its transport leaves the others alone', async () => {
    const broken = new Ear();
    broken.send = () => {
      throw new Error('the socket is gone');
    };
    await listening.hear(ALL, { ear: broken });
    const other = await listening.hear(ALL);
    await meetings(1);
    await until(() => other.told.length === 1, 'an event');

    expect(broken.error).toMatchObject({ message: 'the socket is gone' });
    expect(listening.streams.count).toBe(1);
  });

  test('is told nothing once it is detached', async () => {
    const ear = await listening.hear(ALL);
    const other = await listening.hear(ALL);
    ear.detach();
    await meetings(1);
    await until(() => other.told.length === 1, 'an event');
    other.detach();

    expect(ear.frames).toEqual([]);
    expect(listening.streams.figures).toMatchObject({ groups: 0 });
    expect(listening.streams.count).toBe(0);
  });
});

describe('a position', () => {
  test('that was altered is refused', async () => {
    const after = (await headOf(api, 4)).replace(/^A/, 'B');

    expect(await refusal({ variables: { after } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'after' },
    });
  });

  test('of another clearance is refused', async () => {
    const after = await headOf(api, 4);

    expect(await refusal({ variables: { after }, clearance: 0 })).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('clearance'),
    });
  });

  test('of before a restored backup is refused', async () => {
    const after = await headOf(api, 4);
    await meetings(1);
    const beyond = await headOf(api, 4);
    await api.database.writer.query('UPDATE event_head SET seq = seq - 1');
    expect(await refusal({ variables: { after: beyond } })).toMatchObject({ code: 'EPOCH_CHANGED' });
    await api.database.writer.query(`UPDATE event_head SET seq = seq + 1, epoch = '00000000000000aa'`);

    expect(await refusal({ variables: { after } })).toMatchObject({ code: 'EPOCH_CHANGED' });
  });

  test('older than what is kept is refused, and the oldest is named', async () => {
    const after = await headOf(api, 4);
    const ids = await meetings(3);
    await api.database.writer.query(`DELETE FROM event_log WHERE seq <= (SELECT seq - 1 FROM event_head)`);
    const expired = await refusal({ variables: { after } });
    expect(expired).toMatchObject({ code: 'CURSOR_EXPIRED' });
    const ear = await listening.hear(ALL, { variables: { after: expired.details.oldestCursor } });
    await until(() => ear.told.length === 1, 'the oldest event kept');

    expect(recordsOf(ear)).toEqual(ids.slice(2));
  });

  test('that the log loses while its reader stalls is told as lost', async () => {
    const tiny = await Listening.on(api, { ring: { entries: 1, bytes: 1_000_000 } });
    const ear = new Ear();
    ear.room = 0;
    await tiny.hear(ALL, { ear });
    const other = await tiny.hear(ALL);
    await meetings(300);
    await until(() => other.told.length === 300, 'events');
    await api.database.writer.query(`DELETE FROM event_log WHERE seq <= (SELECT seq - 2 FROM event_head)`);
    ear.room = 1_000;
    await until(() => ear.error !== null, 'an error');
    await tiny.stop();

    expect(ear.frames).toEqual([]);
    expect(ear.error).toMatchObject({
      code: 'CURSOR_EXPIRED',
      details: { oldestCursor: expect.any(String) },
    });
  }, 30_000);

  test('means nothing any more once the epoch changed: every stream ends and says so', async () => {
    const ears = [await listening.hear(ALL), await listening.hear(ALL, { clearance: 0 })];
    await api.database.writer.query(`UPDATE event_head SET epoch = '00000000000000ab'`);
    await until(() => ears.every((ear) => ear.error !== null), 'errors');
    const [id] = await meetings(1);
    const later = await listening.hear(ALL, { variables: { from: 'EARLIEST' } });
    await until(() => recordsOf(later).at(-1) === id, 'the new epoch');

    expect(ears.map(({ error }) => error.code)).toEqual(['EPOCH_CHANGED', 'EPOCH_CHANGED']);
  });

  test('is asked for with a time between checkpoints that may be', async () => {
    expect(await refusal({}, 'subscription { events(checkpointSeconds: 0) { cursor } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'checkpointSeconds' },
    });
  });
});

describe('a group', () => {
  test('of a hundred gets one execution and one text', async () => {
    const ears = await Promise.all(Array.from({ length: 100 }, () => listening.hear(ALL)));
    const { executions } = listening.streams.figures;
    await meetings(1);
    await until(() => ears.every((ear) => ear.frames.length === 1), 'the event');

    expect(listening.streams.figures.executions - executions).toBe(1);
    expect(new Set(ears.map((ear) => ear.frames[0]?.body)).size).toBe(1);
  });

  test('is of all who ask for the same, however they write it', async () => {
    const after = await headOf(api, 4);
    const ears = await Promise.all([
      listening.hear('subscription { events(checkpointSeconds: 60) { cursor } }'),
      listening.hear(
        `subscription Named($after: Cursor) {
        events(after: $after, checkpointSeconds: 60) { cursor } }`,
        { variables: { after } },
      ),
      listening.hear('subscription { events(from: LATEST, checkpointSeconds: 60) { cursor } }'),
      listening.hear('subscription ($n: Int = 60) { events(checkpointSeconds: $n) { cursor } }'),
      listening.hear('subscription ($n: Int = 60) { events(checkpointSeconds: $n) { cursor } }', {
        variables: { n: 60, other: 1 },
      }),
    ]);
    // Those who write the number as a variable are one group, those who write it out are another.
    expect(listening.streams.figures.groups).toBe(2);
    const { executions } = listening.streams.figures;
    await meetings(1);
    await until(() => ears.every((ear) => ear.frames.length === 1), 'the event');

    expect(listening.streams.figures.executions - executions).toBe(1);
  });

  test('is never of two clearances', async () => {
    const ears = await Promise.all([0, 1, 2, 3, 4].map((clearance) => listening.hear(ALL, { clearance })));
    const { executions } = listening.streams.figures;
    await meetings(1);
    await until(() => ears.every((ear) => ear.frames.length === 1), 'the event');

    expect(listening.streams.figures).toMatchObject({ groups: 5, executions: executions + 5 });
    expect(new Set(ears.map((ear) => ear.frames[0]?.body)).size).toBe(5);
  });

  test('costs nothing where nothing matches', async () => {
    const [id] = await meetings(1);
    const ears = await Promise.all(
      Array.from({ length: 50 }, (_, nth) =>
        listening.hear(ALL, {
          variables: { filter: { record: [id], change: nth ? ['RETRACTED'] : ['AMENDED'] } },
        }),
      ),
    );
    const all = await listening.hear(ALL);
    const { executions } = listening.streams.figures;
    await meetings(3);
    await until(() => all.told.length === 3, 'events');

    expect(listening.streams.figures.executions - executions).toBe(3);
    expect(ears.every((ear) => ear.frames.length === 0)).toBe(true);
  });

  test('shares what is made anew for a crowd that comes back at one place', async () => {
    const after = await headOf(api, 4);
    await meetings(20);
    const other = await Listening.on(api);
    const { executions } = other.streams.figures;
    const ears = await Promise.all(
      Array.from({ length: 200 }, () => other.hear(ALL, { variables: { after } })),
    );
    await until(() => ears.every((ear) => ear.told.length === 20), 'the rest');
    await other.stop();

    expect(other.streams.figures.executions - executions).toBeLessThan(60);
  });
});

describe('a reader that is full again and again for a moment', () => {
  test.each([
    ['the ring', {}],
    ['the log', { ring: { entries: 1, bytes: 1_000_000 } }],
  ])('gets everything from %s, once and in order', async (_, options) => {
    const after = await headOf(api, 4);
    for (let nth = 0; nth < 11; nth++)
      await api.data(
        'mutation ($inputs: [EngagementInput!]!) { recordEngagements(inputs: $inputs) { code } }',
        { inputs: Array.from({ length: 100 }, () => ({ kind: 'MEETING', status: 'HELD' })) },
      );
    const other = await Listening.on(api, options);
    await api.sequence();
    const ear = new Ear();
    // Ends with the page, too: full when the next one is begun.
    let room = 50;
    Object.defineProperty(ear, 'isFull', { get: () => room === 0 });
    const send = ear.send.bind(ear);
    ear.send = (frame) => {
      send(frame);
      if (--room > 0) return;
      setTimeout(
        () => {
          room = 50;
          ear.onDrain?.();
        },
        ear.frames.length % 100 === 0 ? 15 : 0,
      );
    };
    await other.hear(ALL, { variables: { after }, ear });
    await until(() => ear.frames.length >= 1_100, 'everything').catch(() => undefined);
    await other.stop();
    const { data } = await api.read(
      4,
      'query ($after: Cursor) { events(after: $after, first: 1000) { edges { cursor } } }',
      { after },
    );

    expect(ear.frames).toHaveLength(1_100);
    expect(ear.frames.slice(0, 1_000).map(({ cursor }) => cursor)).toEqual(
      data.events.edges.map(({ cursor }: { cursor: string }) => cursor),
    );
  });
});

describe('when PostgreSQL goes away', () => {
  const kill = (who: string) =>
    api.database.writer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() AND ${who}`,
    );

  test('the streams go on where they were', async () => {
    const ear = await listening.hear(ALL);
    const ids: string[] = [];
    for (let round = 0; round < 4; round++) {
      ids.push(...(await meetings(2)));
      for (let nth = 0; nth < 2; nth++) ids.push(await api.given.engagement({ title: 'Meanwhile' }));
      await kill(`application_name <> 'sequencer of a test'`);
      // Before anybody can be back.
      await api.sequence();
    }
    await until(() => ear.told.length >= 16, 'all events');

    expect(recordsOf(ear)).toEqual(ids);
    expect(ear.error).toBeNull();
  });

  test('a frame that cannot be made is made later, and nothing overtakes it', async () => {
    const ear = await listening.hear(ALL, { clearance: 0 });
    const other = await listening.hear(ALL, { clearance: 4 });
    const pool = api.database.reader(0);
    const connect = pool.connect.bind(pool);
    pool.connect = (async () => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    }) as never;
    const ids = await meetings(3);
    await until(() => other.told.length === 3, 'the others');
    const before = recordsOf(ear);
    pool.connect = connect;
    await until(() => ear.told.length === 3, 'what could not be made');

    expect(before).toEqual([]);
    expect(recordsOf(ear)).toEqual(ids);
  });
});
