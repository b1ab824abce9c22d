import { Api } from '../../../test/harness/api';

const CLEAR = 0;
const AMBER = 2;
const NODE = 'id recordType recordId recordVersion change changed before after by reason record { label }';

let api: Api;

beforeEach(async () => {
  api = await Api.open();
});
afterEach(() => api.close());

async function head(clearance: number): Promise<string> {
  await api.sequence();
  return (await api.read(clearance, '{ events(first: 0) { head } }')).data.events.head;
}

async function events(clearance: number, after: string) {
  await api.sequence();
  const { data } = await api.read(
    clearance,
    `query ($after: Cursor) { events(after: $after) { edges { cursor transition node { ${NODE} } } } }`,
    { after },
  );
  return data.events.edges;
}

async function amend(id: string, expectedVersion: number, input: object, reason?: string): Promise<void> {
  await api.data(
    'mutation ($id: ID!, $v: Int!, $input: EngagementInput!, $reason: String) { amendEngagement(id: $id, expectedVersion: $v, input: $input, reason: $reason) { id } }',
    { id, v: expectedVersion, input, reason },
  );
}

const nodeOf = async (clearance: number, id: string) =>
  (await api.read(clearance, `query ($id: ID!) { node(id: $id) { ... on Event { ${NODE} } } }`, { id })).data
    .node;

test('of a record that went out of sight is told that it did, and nothing else', async () => {
  const [clear, amber] = [await head(CLEAR), await head(AMBER)];
  const id = await api.given.engagement({ title: 'Talks' });
  await api.sequence();
  await amend(id, 1, { title: 'Secret talks', marking: 'AMBER' }, 'A secret reason');

  const [left, ...more] = await events(CLEAR, clear);
  expect(more).toEqual([]);
  expect(left).toEqual({
    cursor: expect.any(String),
    transition: 'LEFT',
    node: {
      id: expect.stringMatching(/^event_/),
      recordType: 'ENGAGEMENT',
      recordId: id,
      recordVersion: 2,
      change: 'AMENDED',
      changed: [],
      before: null,
      after: null,
      by: 'editor',
      reason: null,
      record: null,
    },
  });
  expect(await nodeOf(CLEAR, left.node.id)).toEqual(left.node);

  const [, raised] = await events(AMBER, amber);
  expect(raised).toMatchObject({
    transition: 'UPDATED',
    node: { before: { title: 'Talks' }, reason: 'A secret reason', record: { label: 'Secret talks' } },
  });
});

test('of a record that came in sight is told how it is, never how it was', async () => {
  const [clear, amber] = [await head(CLEAR), await head(AMBER)];
  const id = await api.given.engagement({ title: 'Secret talks', marking: 'AMBER' });
  await api.sequence();
  await amend(id, 1, { title: 'Talks', marking: 'CLEAR' }, 'The secret is out');

  const told = await events(CLEAR, clear);
  expect(told).toMatchObject([
    {
      transition: 'ENTERED',
      node: {
        recordId: id,
        changed: [],
        before: null,
        after: null,
        reason: null,
        record: { label: 'Talks' },
      },
    },
  ]);
  expect(await nodeOf(CLEAR, told[0].node.id)).toEqual(told[0].node);
  expect(await events(AMBER, amber)).toMatchObject([
    { transition: 'CREATED' },
    { transition: 'UPDATED', node: { before: { title: 'Secret talks' }, reason: 'The secret is out' } },
  ]);
});

test('what was said openly of a record is hidden with it, also by its id', async () => {
  const clear = await head(CLEAR);
  const id = await api.given.engagement({ title: 'Talks' });
  const [recorded] = await events(CLEAR, clear);
  expect(await nodeOf(CLEAR, recorded.node.id)).toMatchObject({ after: { title: 'Talks' } });

  await amend(id, 1, { marking: 'AMBER' });
  expect(await nodeOf(CLEAR, recorded.node.id)).toBeNull();
  expect(await nodeOf(AMBER, recorded.node.id)).toMatchObject({ after: { title: 'Talks' } });
  expect(await events(CLEAR, recorded.cursor)).toHaveLength(1);

  await amend(id, 2, { marking: 'CLEAR' });
  expect(await nodeOf(CLEAR, recorded.node.id)).toBeNull();
});

test('an event of a hidden record is null by its id, as one that never was', async () => {
  const amber = await head(AMBER);
  await api.given.engagement({ marking: 'AMBER' });
  const [hidden] = await events(AMBER, amber);

  expect(await nodeOf(CLEAR, hidden.node.id)).toBeNull();
  expect(await nodeOf(CLEAR, 'event_01h455vb4pex5vsknk084sn02q')).toBeNull();
  expect(await nodeOf(AMBER, hidden.node.id)).toMatchObject({ change: 'RECORDED' });
});

test('what an erased record was is told no more', async () => {
  const clear = await head(CLEAR);
  const id = await api.given.engagement({ title: 'Talks' });
  await amend(id, 1, { title: 'The talks' }, 'A reason');
  await api.sequence();
  await api.data('mutation ($id: ID!) { expunge(id: $id, reason: "A court order") }', { id });

  const told = await events(CLEAR, clear);
  expect(told.map(({ transition }: { transition: string }) => transition)).toEqual([
    'CREATED',
    'UPDATED',
    'DELETED',
  ]);
  expect(JSON.stringify(told)).not.toMatch(/alks|A reason/);
  expect(told[2].node).toMatchObject({
    change: 'EXPUNGED',
    recordId: id,
    reason: 'A court order',
    record: null,
  });
});

test('a withdrawn record is still there to be read, with its withdrawal', async () => {
  const clear = await head(CLEAR);
  const id = await api.given.engagement({ title: 'Talks' });
  await api.data('mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "Misread") { id } }', {
    id,
  });

  expect((await events(CLEAR, clear)).at(-1)).toMatchObject({
    transition: 'DELETED',
    node: { change: 'RETRACTED', reason: 'Misread', record: { label: 'Talks' } },
  });
});
