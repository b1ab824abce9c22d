import { Api } from '../harness/api';
import { headOf, STREAM } from '../harness/history';
import { Ear, Listening, until } from '../harness/listening';

const CLEAR = 0;
const AMEND =
  'mutation ($id: ID!, $version: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $version, input: $input, reason: "Because of the envoy") { id } }';

let api: Api;
let listening: Listening;
/** Keeps nothing: reads the log for whoever is behind. */
let byLog: Listening;

beforeEach(async () => {
  api = await Api.open();
  await api.sequence();
  listening = await Listening.on(api);
  byLog = await Listening.on(api, { ring: { entries: 1, bytes: 1_000_000 } });
});

afterEach(async () => {
  await Promise.all([listening.stop(), byLog.stop()]);
  await api.close();
});

async function amend(id: string, version: number, input: object): Promise<void> {
  await api.data(AMEND, { id, version, input });
  await api.sequence();
}

async function recorded(input: { [field: string]: unknown }): Promise<string> {
  const id = await api.given.engagement(input);
  await api.sequence();
  return id;
}

const texts = (ear: Ear) => ear.frames.map(({ body }) => body.toString()).join('\n');

/** What a reader gets who begins at a cursor now, from what lies in memory and from the log. */
async function replayed(after: string, count: number, clearance = CLEAR): Promise<Ear[]> {
  const ears = await Promise.all(
    [listening, byLog].map((each) => each.hear(STREAM, { clearance, variables: { after } })),
  );
  await until(() => ears.every((ear) => ear.told.length >= count), 'the replay');
  await new Promise((resolve) => setTimeout(resolve, 50));
  return ears;
}

describe('a record whose marking is raised', () => {
  test('leaves, and nothing of what it was or is goes with that', async () => {
    const ear = await listening.hear(STREAM, { clearance: CLEAR });
    const id = await recorded({ title: 'Open talks' });
    await until(() => ear.told.length === 1, 'the record');
    await amend(id, 1, { marking: 'RED', title: 'Secret talks' });
    await until(() => ear.told.length === 2, 'that it left');

    expect(ear.told[1]).toMatchObject({
      transition: 'LEFT',
      event: {
        recordId: id,
        recordVersion: 2,
        changed: [],
        before: null,
        after: null,
        reason: null,
        record: null,
      },
    });
    expect(texts(ear)).not.toMatch(/Secret talks|Because of/);
  });

  test('is not told of in a replay, from memory or from the log', async () => {
    const after = await headOf(api, CLEAR);
    const live = await listening.hear(STREAM, { clearance: CLEAR });
    const id = await recorded({ title: 'Open talks' });
    await amend(id, 1, { title: 'Open talks in Doha' });
    await until(() => live.told.length === 2, 'what was open then');
    await amend(id, 2, { marking: 'GREEN' });
    const other = await recorded({ title: 'Other talks' });
    const ears = await replayed(after, 2);

    for (const ear of ears) {
      expect(ear.told.map(({ transition, event }) => [transition, event.recordId])).toEqual([
        ['LEFT', id],
        ['CREATED', other],
      ]);
      expect(texts(ear)).not.toMatch(/Open talks/);
    }
  });

  test('is not told of to a reader who stalled while it was open', async () => {
    const ear = new Ear();
    ear.room = 0;
    await listening.hear(STREAM, { clearance: CLEAR, ear });
    const other = await listening.hear(STREAM, { clearance: CLEAR });
    const id = await recorded({ title: 'Open talks' });
    await until(() => other.told.length === 1, 'the record');
    await amend(id, 1, { marking: 'RED' });
    await until(() => other.told.length === 2, 'that it left');
    ear.room = 10;
    await until(() => ear.told.length === 1, 'what is left of it');

    expect(texts(other)).toMatch(/Open talks/);
    expect(texts(ear)).not.toMatch(/Open talks/);
    expect(ear.told).toMatchObject([{ transition: 'LEFT' }]);
  });

  test('takes what others said of it from frames that were made before', async () => {
    const text = `subscription { events(checkpointSeconds: 60) { __typename cursor ... on EventDelivered { event { record {
      ... on Engagement { parent { title } } } } } } }`;
    const visit = await recorded({ kind: 'VISIT', title: 'A visit' });
    const ear = new Ear();
    ear.room = 0;
    await listening.hear(text, { clearance: CLEAR, ear });
    const other = await listening.hear(text, { clearance: CLEAR });
    await recorded({ title: 'Talks', parent: visit });
    await until(() => other.told.length === 1, 'the part');
    await amend(visit, 1, { marking: 'RED' });
    await until(() => other.told.length >= 2, 'that it left');
    ear.room = 10;
    await until(() => ear.told.length >= 2, 'what is left of it');

    expect(texts(other)).toMatch(/A visit/);
    expect(texts(ear)).not.toMatch(/A visit/);
  });
});

describe('a record whose marking is lowered', () => {
  test('enters, without what it was before', async () => {
    const after = await headOf(api, CLEAR);
    const ear = await listening.hear(STREAM, { clearance: CLEAR });
    const id = await recorded({ title: 'Secret talks', marking: 'RED' });
    await amend(id, 1, { title: 'Talks' });
    await amend(id, 2, { marking: 'CLEAR' });
    await until(() => ear.told.length === 1, 'that it entered');
    const ears = await replayed(after, 1);

    for (const each of [ear, ...ears]) {
      expect(each.told).toMatchObject([
        {
          transition: 'ENTERED',
          event: { recordId: id, before: null, after: null, reason: null, record: { id, version: 3 } },
        },
      ]);
      expect(texts(each)).not.toMatch(/Secret talks|Because of/);
    }
  });
});

describe('a record that is erased', () => {
  test('is erased from what is told of before', async () => {
    const after = await headOf(api, CLEAR);
    const live = await listening.hear(STREAM, { clearance: CLEAR });
    const id = await recorded({ title: 'Open talks' });
    await until(() => live.told.length === 1, 'the record');
    await api.data('mutation ($id: ID!) { expunge(id: $id, reason: "By law") }', { id });
    await api.sequence();
    await until(() => live.told.length === 2, 'that it is gone');

    expect(live.told[1]).toMatchObject({ transition: 'DELETED', event: { change: 'EXPUNGED' } });
    for (const ear of await replayed(after, 2)) expect(texts(ear)).not.toMatch(/Open talks/);
  });
});

describe('a secret record', () => {
  test('leaves no trace in the numbers that a CLEAR reader gets', async () => {
    const before = await headOf(api, CLEAR);
    await recorded({ title: 'Secret talks', marking: 'RED' });

    expect(await headOf(api, CLEAR)).toBe(before);
  });
});
