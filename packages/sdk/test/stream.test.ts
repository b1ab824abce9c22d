import { agreementStatusChanged } from '../src/generated/resources/agreements';
import { engagementChanged } from '../src/generated/resources/engagements';
import { events, subscribe } from '../src/generated/resources/events';
import { createClient, createCore } from '../src/index';
import { ScriptedServer } from './support/scripted-server';
import {
  changed,
  checkpoint,
  cursorsAsked,
  next,
  playStreams,
  snapshotItem,
  stream,
  take,
} from './support/streamed';

describe('a stream', () => {
  let server: ScriptedServer;
  beforeAll(async () => {
    server = await ScriptedServer.start();
  });
  afterAll(() => server.stop());

  const client = () => createClient({ url: server.url, headers: { 'x-team': 'desk' } });

  test('hands out each change with its record, as it comes', async () => {
    playStreams(server, stream([next(changed(1)), ': heartbeat\n\n', next(checkpoint(5)), next(changed(6))]));
    const items = client().events({ filter: { between: ['QA', 'IQ'] } }, { after: 'c0' });

    const [first, second] = await take(items, 2);

    expect(first).toMatchObject({ kind: 'change', cursor: 'c1', recordVersion: 1 });
    expect(second).toEqual({
      kind: 'change',
      cursor: 'c6',
      transition: 'UPDATED',
      recordId: 'engagement_1',
      recordVersion: 6,
      event: expect.objectContaining({ id: 'event_6' }),
      record: { __typename: 'Engagement', id: 'engagement_1', label: 'Talks', version: 6 },
      errors: [],
    });
  });

  test('asks by one POST, as the protocol has it', async () => {
    playStreams(server, stream([next(changed(1))]));
    const filter = { between: ['QA', 'IQ'] };

    await take(
      client().events({ filter }, { after: 'c0', checkpointSeconds: 5, headers: { 'x-one': '1' } }),
      1,
    );

    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({
      path: '/graphql/stream',
      operationName: 'events',
      query: expect.stringContaining('subscription events('),
      variables: { after: 'c0', filter, checkpointSeconds: 5 },
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        'x-team': 'desk',
        'x-one': '1',
      },
    });
  });

  test('finds its address though the url has a query', async () => {
    playStreams(server, stream([next(changed(1))]));
    server.script = ({ path }, response) => {
      expect(path).toBe('/graphql/stream?tenant=1');
      return stream([next(changed(1))])({} as never, response);
    };

    await take(createClient({ url: `${server.url}?tenant=1` }).events({}, { after: 'c0' }), 1);
  });

  test('begins with the records as they are, if it is asked to', async () => {
    playStreams(
      server,
      stream([next(snapshotItem(1)), next({ __typename: 'SnapshotEnd', cursor: 'c7' }), next(changed(8))]),
    );

    const [record, change] = await take(client().events({}, { from: 'SNAPSHOT' }), 2);

    expect(record).toEqual({
      kind: 'snapshot',
      cursor: 's1',
      recordId: 'engagement_1',
      recordVersion: 7,
      record: { __typename: 'Engagement', id: 'engagement_1', label: 'Talks', version: 7 },
      errors: [],
    });
    expect(change?.kind).toBe('change');
    expect(server.asked.map(({ variables }) => variables)).toEqual([{ after: null, from: 'SNAPSHOT' }]);
  });

  test('hands out what only tells the position if it is asked to, also of a newer server', async () => {
    const frames = [
      next({ __typename: 'SnapshotEnd', cursor: 'c7' }),
      next(checkpoint(8)),
      next({ __typename: 'Truce', cursor: 'c9' }),
      next(changed(10)),
    ];
    playStreams(server, stream(frames));

    const items = await take(client().events({}, { after: 'c0', checkpoints: true }), 4);

    expect(items.map(({ kind, cursor }) => [kind, cursor])).toEqual([
      ['snapshotEnd', 'c7'],
      ['checkpoint', 'c8'],
      ['truce', 'c9'],
      ['change', 'c10'],
    ]);
    expect(await take(client().events({}, { after: 'c0' }), 1)).toHaveLength(1);
  });

  test('from now on begins where the log ended when it was asked, though the first connection brought nothing', async () => {
    playStreams(server, stream([], 'hang up'), stream([next(changed(1))]));
    jest.spyOn(Math, 'random').mockReturnValueOnce(0);

    await take(client().events(), 1);

    expect(cursorsAsked(server)).toEqual(['head', 'head']);
  });

  test('says what could not be read of an item', async () => {
    const fault = { message: 'No', path: ['events', 'event', 'record'], extensions: { code: 'INTERNAL' } };
    const frame = changed(1);
    playStreams(
      server,
      stream([
        `event: next\nid: c1\ndata: ${JSON.stringify({
          data: { events: { ...frame, event: { ...frame.event, record: null } } },
          errors: [fault],
        })}\n\n`,
      ]),
    );

    const [item] = await take(client().events({}, { after: 'c0' }), 1);

    expect(item).toMatchObject({ recordId: 'engagement_1', record: null, errors: [fault] });
  });

  test('is followed with the bare core, too', async () => {
    playStreams(server, stream([next(changed(1))]));

    expect(await take(events(createCore({ url: server.url }), {}, { after: 'c0' }), 1)).toHaveLength(1);
  });

  test('is left while the next item is awaited', async () => {
    playStreams(server, stream([]));
    const items = client().events({}, { after: 'c0' });
    const awaited = items.next();
    while (server.asked.length === 0) await new Promise((later) => setTimeout(later, 5));

    expect(await items.return?.()).toEqual({ done: true, value: undefined });
    expect(await awaited).toEqual({ done: true, value: undefined });
  });

  describe('of one type', () => {
    const { event } = changed(3);

    test('tells changes of engagements', async () => {
      const frame = {
        __typename: 'EngagementChange',
        cursor: 'c3',
        transition: 'ENTERED',
        event,
        record: { label: 'Talks' },
      };
      playStreams(server, stream([next(frame, 'engagementChanged')]));

      const [item] = await take(
        client().engagements.changed({ filter: { between: ['QA'] } }, { after: 'c2' }),
        1,
      );

      expect(item).toMatchObject({
        kind: 'change',
        transition: 'ENTERED',
        recordVersion: 3,
        record: { label: 'Talks' },
      });
      expect(server.asked[0]).toMatchObject({ operationName: engagementChanged.document.name });
    });

    test('tells statuses of agreements, also of those that are gone', async () => {
      const frame = {
        __typename: 'AgreementStatusChange',
        cursor: 'c3',
        transition: 'UPDATED',
        from: 'SIGNED',
        to: 'IN_FORCE',
        event,
        record: null,
      };
      playStreams(server, stream([next(frame, 'agreementStatusChanged')]));

      const [item] = await take(client().agreements.statusChanged({}, { after: 'c2' }), 1);

      expect(item).toMatchObject({ from: 'SIGNED', to: 'IN_FORCE', recordId: 'engagement_1', record: null });
      expect(server.asked[0]).toMatchObject({ operationName: agreementStatusChanged.document.name });
    });

    test('begins with the oldest event where there is no snapshot', async () => {
      playStreams(server, stream([next(changed(1), 'engagementChanged')]));

      await take(client().engagements.changed({}, { from: 'SNAPSHOT' }), 1);

      expect(cursorsAsked(server)).toEqual(['oldest']);
    });
  });

  describe('by a document of one’s own', () => {
    const document =
      'subscription Mine($after: Cursor) { mine: events(after: $after) { cursor ... on EventDelivered { event { id } } } }';

    test('hands out the data of each frame but repeats, and goes on after the last', async () => {
      const frame = (id: number) => next({ cursor: `c${id}`, event: { id: `event_${id}` } }, 'mine');
      playStreams(server, stream([frame(1)], 'hang up'), stream([frame(1), next({ cursor: 'c2' }, 'mine')]));
      jest.spyOn(Math, 'random').mockReturnValueOnce(0);

      const items = await take(subscribe(client(), document, {}, { after: 'c0' }), 2);

      expect(items).toEqual([
        {
          kind: 'data',
          cursor: 'c1',
          data: { mine: { cursor: 'c1', event: { id: 'event_1' } } },
          errors: [],
        },
        { kind: 'data', cursor: 'c2', data: { mine: { cursor: 'c2' } }, errors: [] },
      ]);
      expect(cursorsAsked(server)).toEqual(['c0', 'c1']);
    });

    test('is refused where it could not be resumed', () => {
      expect(() => subscribe(client(), 'subscription { events { cursor } }')).toThrow('$after: Cursor');
      expect(() =>
        subscribe(client(), 'subscription ($after: Cursor) { events(after: $after) { at: cursor } }'),
      ).toThrow('select cursor');
    });
  });
});
