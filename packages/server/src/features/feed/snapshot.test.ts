import { Api } from '../../../test/harness/api';
import { headOf } from '../../../test/harness/history';
import { Ear, Listening, until } from '../../../test/harness/listening';

const SNAPSHOT = `subscription ($after: Cursor, $filter: EventFilter) {
  events(after: $after, from: SNAPSHOT, filter: $filter, checkpointSeconds: 60) {
    __typename cursor
    ... on SnapshotItem { record { id version ... on Engagement { title } } }
    ... on EventDelivered { transition event { recordId recordVersion record { id version ... on Engagement { title } } } } } }`;
const AMEND =
  'mutation ($id: ID!, $version: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $version, input: $input) { version } }';
const MEETINGS = { engagementKind: ['MEETING'] };

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

type Held = Map<string, { version: number; title: string }>;

/** What a consumer does that is told: a record is applied if it is newer, and goes when it is gone. */
function apply(ears: readonly Ear[]): Held {
  const held: Held = new Map();
  const removed = new Map<string, number>();
  const put = ({ id, version, title }: { id: string; version: number; title: string }) => {
    if (version >= (held.get(id)?.version ?? 0) && version > (removed.get(id) ?? 0))
      held.set(id, { version, title });
  };
  for (const told of ears.flatMap((ear) => ear.told)) {
    if (told.__typename === 'SnapshotItem') put(told.record);
    if (told.__typename !== 'EventDelivered') continue;
    const { recordId, recordVersion, record } = told.event;
    if (['LEFT', 'DELETED'].includes(told.transition)) {
      held.delete(recordId);
      removed.set(recordId, recordVersion);
    } else if (record) put(record);
  }
  return held;
}

/** What the API says there is. */
async function present(clearance: number): Promise<Held> {
  const held: Held = new Map();
  let after: string | null = null;
  do {
    const { data } = await api.read(
      clearance,
      'query ($after: Cursor) { engagements(filter: { kind: [MEETING] }, first: 100, after: $after) { nodes { id version title } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    for (const { id, version, title } of data.engagements.nodes) held.set(id, { version, title });
    after = data.engagements.pageInfo.hasNextPage ? data.engagements.pageInfo.endCursor : null;
  } while (after !== null);
  return held;
}

const isOver = (ear: Ear) => ear.told.some(({ __typename }) => __typename === 'SnapshotEnd');

describe('a snapshot', () => {
  test('is of the records as they are, then says from where the log goes on', async () => {
    const ids = [await api.given.engagement({ title: 'One' }), await api.given.engagement({ title: 'Two' })];
    await api.given.engagement({ title: 'Hidden', marking: 'RED' });
    await api.sequence();
    const head = await headOf(api, 0);
    const ear = await listening.hear(SNAPSHOT, { clearance: 0, variables: { filter: MEETINGS } });
    await until(() => isOver(ear), 'the end of the snapshot');
    const later = await api.given.engagement({ title: 'Three' });
    await api.sequence();
    await until(() => ear.told.at(-1)?.__typename === 'EventDelivered', 'what follows');

    expect(ear.told).toMatchObject([
      { __typename: 'SnapshotItem', record: { id: ids[0], title: 'One' } },
      { __typename: 'SnapshotItem', record: { id: ids[1], title: 'Two' } },
      { __typename: 'SnapshotEnd', cursor: head },
      { __typename: 'EventDelivered', event: { recordId: later } },
    ]);
  });

  test('is of records that some change would bring in, where a filter is about changes', async () => {
    const id = await api.given.engagement({ title: 'One' });
    await api.sequence();
    const filter = { change: ['AMENDED'], record: [id] };
    const ear = await listening.hear(SNAPSHOT, { variables: { filter } });
    await until(() => isOver(ear), 'the end of the snapshot');

    expect(ear.told).toMatchObject([{ record: { id } }, { __typename: 'SnapshotEnd' }]);
  });

  test('that breaks off goes on where it was, at each of its records', async () => {
    for (let nth = 1; nth <= 12; nth++) await api.given.engagement({ title: `Meeting ${nth}` });
    await api.sequence();
    const whole = await listening.hear(SNAPSHOT, { variables: { filter: MEETINGS } });
    await until(() => isOver(whole), 'the end of the snapshot');
    for (const [at, frame] of whole.frames.entries()) {
      const rest = await listening.hear(SNAPSHOT, {
        variables: { filter: MEETINGS },
        lastEventId: frame.cursor,
      });
      await until(() => rest.frames.length >= whole.frames.length - at - 1, 'the rest');

      expect(rest.frames.map(({ body }) => body.toString())).toEqual(
        whole.frames.slice(at + 1).map(({ body }) => body.toString()),
      );
      rest.detach();
    }
  });

  test('whose reader takes a little at a time hands out each record once', async () => {
    for (let nth = 1; nth <= 12; nth++) await api.given.engagement({ title: `Meeting ${nth}` });
    await api.sequence();
    const whole = await listening.hear(SNAPSHOT, { variables: { filter: MEETINGS } });
    const slow = new Ear();
    slow.room = 2;
    await listening.hear(SNAPSHOT, { variables: { filter: MEETINGS }, ear: slow });
    while (!isOver(slow)) {
      await until(() => slow.isFull || isOver(slow), 'frames');
      slow.room = 2;
    }
    await until(() => isOver(whole), 'the end of the snapshot');

    expect(slow.told).toEqual(whole.told);
  });

  test('and what follows is the state, whatever is written meanwhile and however often it breaks off', async () => {
    const ids: { id: string; version: number }[] = [];
    for (let nth = 0; nth < 40; nth++)
      ids.push({ id: await api.given.engagement({ title: `Meeting ${nth}` }), version: 1 });
    await api.sequence();
    let isWriting = true;
    const numbering = (async () => {
      while (isWriting) {
        await api.sequence();
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    })();
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let nth = 0; nth < 20; nth++) {
        const one = ids[(nth * 7 + writer * 10) % 40];
        if (!one || nth % 10 === 9) {
          await api.given.engagement({ title: `New ${writer} ${nth}`, marking: nth % 4 ? 'CLEAR' : 'RED' });
          continue;
        }
        const input =
          nth % 5 === 4
            ? { marking: nth % 2 ? 'RED' : 'CLEAR' }
            : { title: `Amended ${writer} ${nth}`, kind: nth % 3 ? 'MEETING' : 'VISIT' };
        const { data } = await api.query(AMEND, { ...one, input });
        if (data?.amendEngagement) one.version = data.amendEngagement.version;
      }
    });

    const ears: Ear[] = [];
    for (let turn = 0; turn < 40; turn++) {
      const ear = new Ear();
      ear.room = 3;
      const lastEventId = ears.at(-1)?.frames.at(-1)?.cursor;
      await listening.hear(SNAPSHOT, {
        clearance: 0,
        variables: { filter: MEETINGS },
        ear,
        ...(lastEventId !== undefined && { lastEventId }),
      });
      await until(() => ear.isFull, 'frames', 300).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 40));
      ear.detach();
      if (ear.frames.length > 0) ears.push(ear);
    }
    await Promise.all(writers);
    isWriting = false;
    await numbering;
    await api.sequence();
    const last = await listening.hear(SNAPSHOT, {
      clearance: 0,
      variables: { filter: MEETINGS },
      lastEventId: String(ears.at(-1)?.frames.at(-1)?.cursor),
    });
    const state = await present(0);
    await until(() => apply([...ears, last]).size === state.size, 'the state').catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));

    const sorted = (held: Held) => [...held].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(apply([...ears, last]))).toEqual(sorted(state));
    expect(ears.length).toBeGreaterThan(5);
  }, 60_000);
});
