import { Api } from '../../../test/harness/api';
import { type Ear, Listening, until } from '../../../test/harness/listening';

const CLEAR = 0;

const EVENTS = `subscription ($after: Cursor, $from: StreamStart, $filter: EventFilter, $seconds: Int) {
  events(after: $after, from: $from, filter: $filter, checkpointSeconds: $seconds) {
    __typename cursor
    ... on EventDelivered { transition event { id change recordId record { label } } }
    ... on SnapshotItem { record { id version label } }
    ... on Checkpoint { lagMs serverTime }
  }
}`;
const ENGAGEMENTS = `subscription ($filter: EventFilter) {
  engagementChanged(filter: $filter) { cursor transition event { change recordId } engagement { id title highestLevel } } }`;
const STATUSES = `subscription ($filter: EventFilter) {
  agreementStatusChanged(filter: $filter) { cursor transition event { change } from to agreement { id status } } }`;

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

async function told(ear: Ear, count: number) {
  await api.sequence();
  await until(() => ear.told.length >= count, `${count} frames`);
  return ear.told;
}

async function amend(type: string, id: string, expectedVersion: number, input: object): Promise<void> {
  await api.data(
    `mutation ($id: ID!, $v: Int!, $input: ${type}Input!) { amend${type}(id: $id, expectedVersion: $v, input: $input) { id } }`,
    { id, v: expectedVersion, input },
  );
}

const act = (agreement: string, kind: string, more: object = {}) =>
  api.data(
    'mutation ($agreement: ID!, $input: AgreementActionInput!) { recordAgreementAction(agreement: $agreement, input: $input) { id } }',
    { agreement, input: { kind, on: { edtf: '2021-03-01' }, ...more } },
  );

describe('events', () => {
  test('are told as the pulled log tells them', async () => {
    const head = (await api.read(CLEAR, '{ events(first: 0) { head } }')).data.events.head;
    const ear = await listening.hear(EVENTS, { clearance: CLEAR });
    const id = await api.given.engagement({ title: 'Talks' });
    await amend('Engagement', id, 1, { title: 'The talks' });
    const frames = await told(ear, 2);

    const { data } = await api.read(
      CLEAR,
      'query ($after: Cursor) { events(after: $after) { edges { cursor transition node { id change recordId record { label } } } } }',
      { after: head },
    );
    expect(frames.map(({ cursor, transition, event }) => ({ cursor, transition, node: event }))).toEqual(
      data.events.edges,
    );
  });

  test('begin with the records as they are, if asked for', async () => {
    const [one, two] = [
      await api.given.engagement({ kind: 'SUMMIT', title: 'One' }),
      await api.given.engagement({ kind: 'SUMMIT', title: 'Two' }),
    ];
    await amend('Engagement', two, 1, { title: 'Two, renamed' });
    await api.sequence();
    const ear = await listening.hear(EVENTS, {
      clearance: CLEAR,
      variables: { from: 'SNAPSHOT', filter: { engagementKind: ['SUMMIT'] } },
    });

    expect(await told(ear, 3)).toMatchObject([
      { __typename: 'SnapshotItem', record: { id: one, version: 1, label: 'One' } },
      { __typename: 'SnapshotItem', record: { id: two, version: 2, label: 'Two, renamed' } },
      {
        __typename: 'SnapshotEnd',
        cursor: (await api.read(CLEAR, '{ events(first: 0) { head } }')).data.events.head,
      },
    ]);
  });

  test('come with checkpoints by time', async () => {
    const ear = await listening.hear(EVENTS, {
      variables: { seconds: 1, filter: { involving: ['actor_01h455vb4pex5vsknk084sn02q'] } },
    });
    await api.given.engagement();
    await api.sequence();
    await until(() => ear.answers.length > 0, 'a checkpoint');

    expect(ear.answers[0]).toEqual({
      __typename: 'Checkpoint',
      cursor: (await api.read(4, '{ events(first: 0) { head } }')).data.events.head,
      lagMs: expect.any(Number),
      serverTime: expect.stringMatching(/^\d{4}-.+Z$/),
    });
  });

  test.each([0, 61, -1])('are refused with a checkpoint every %i seconds', async (seconds) => {
    await expect(listening.hear(EVENTS, { variables: { seconds } })).rejects.toMatchObject({
      message: `checkpointSeconds must be 1 to 60, not ${seconds}`,
    });
  });

  test('are refused with a filter that names nobody', async () => {
    await expect(
      listening.hear(EVENTS, { variables: { filter: { between: ['XX'] } } }),
    ).rejects.toMatchObject({
      details: { field: 'filter.between.0' },
    });
  });

  test('are refused after a cursor of another clearance', async () => {
    const { head } = (await api.read(4, '{ events(first: 0) { head } }')).data.events;

    await expect(
      listening.hear(EVENTS, { clearance: CLEAR, variables: { after: head } }),
    ).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('another clearance'),
    });
  });
});

describe('changes of engagements', () => {
  test('are told with the engagement as it is now, and nothing else is', async () => {
    const ear = await listening.hear(ENGAGEMENTS, {
      clearance: CLEAR,
      variables: { filter: { involving: ['QA'] } },
    });
    await api.given.topic('a-topic');
    await api.given.agreement({ title: 'A treaty', parties: [{ actor: 'QA' }] });
    const id = await api.given.engagement({
      title: 'Talks',
      participations: [{ actor: 'QA', level: 'MINISTER' }],
    });
    await told(ear, 1);
    await amend('Engagement', id, 1, { marking: 'AMBER' });

    expect(await told(ear, 2)).toEqual([
      {
        cursor: expect.any(String),
        transition: 'CREATED',
        event: { change: 'RECORDED', recordId: id },
        engagement: { id, title: 'Talks', highestLevel: 'MINISTER' },
      },
      {
        cursor: expect.any(String),
        transition: 'LEFT',
        event: { change: 'AMENDED', recordId: id },
        engagement: null,
      },
    ]);
  });
});

describe('changes of the status of agreements', () => {
  test('are told with the status before and after, and other changes are not', async () => {
    const ear = await listening.hear(STATUSES, { clearance: CLEAR });
    const id = await api.given.agreement({ title: 'A treaty', parties: [{ actor: 'QA' }, { actor: 'IQ' }] });
    await api.sequence();
    await amend('Agreement', id, 1, { title: 'The treaty' });
    await api.sequence();
    await act(id, 'SIGNATURE');
    await api.sequence();
    await act(id, 'ENTRY_INTO_FORCE');

    expect(await told(ear, 3)).toMatchObject([
      {
        transition: 'CREATED',
        event: { change: 'RECORDED' },
        from: null,
        to: 'ANTICIPATED',
        agreement: { id },
      },
      { transition: 'UPDATED', event: { change: 'AMENDED' }, from: 'ANTICIPATED', to: 'SIGNED' },
      { transition: 'UPDATED', from: 'SIGNED', to: 'IN_FORCE', agreement: { id, status: 'IN_FORCE' } },
    ]);
  });

  test('can be asked for by the status that is come to', async () => {
    const ear = await listening.hear(STATUSES, { variables: { filter: { agreementStatus: ['IN_FORCE'] } } });
    const id = await api.given.agreement({ title: 'A treaty', parties: [{ actor: 'QA' }, { actor: 'IQ' }] });
    await act(id, 'SIGNATURE');
    await act(id, 'ENTRY_INTO_FORCE');

    expect(await told(ear, 1)).toMatchObject([{ transition: 'ENTERED', from: 'SIGNED', to: 'IN_FORCE' }]);
  });

  test('are those that the reader can know of', async () => {
    const secret = await api.given.organization('A secret party', { marking: 'RED' });
    const [clear, red] = [
      await listening.hear(STATUSES, { clearance: CLEAR }),
      await listening.hear(STATUSES, { clearance: 4 }),
    ];
    const id = await api.given.agreement({
      title: 'A treaty',
      parties: [{ actor: 'QA' }, { actor: secret }],
    });
    await api.sequence();
    await act(id, 'SIGNATURE', { party: secret });
    await api.sequence();
    await act(id, 'ENTRY_INTO_FORCE');

    expect((await told(red, 3)).map(({ from, to }) => `${from} ${to}`)).toEqual([
      'null ANTICIPATED',
      'ANTICIPATED SIGNED',
      'SIGNED IN_FORCE',
    ]);
    expect((await told(clear, 2)).map(({ from, to }) => `${from} ${to}`)).toEqual([
      'null ANTICIPATED',
      'ANTICIPATED IN_FORCE',
    ]);
  });
});
