import { typeIdOf } from '../../src/platform/type-id';
import { Api } from '../harness/api';

const CLEAR = 0;

/** What is open and what is RED, done in turns, so that every number given to the one stands beside some given to the other. */
interface World {
  open: string;
  agreement: string;
  secret: string;
  envoy: string;
  source: string;
  /** Every version in the order in which it was made; each is an event. */
  versions: string[];
}

let api: Api;
let world: World;

async function record(field: string, type: string, input: object, more = ''): Promise<string> {
  const data = await api.data(`mutation ($input: ${type}!) { ${field}(input: $input${more}) { id } }`, {
    input,
  });
  return data[field].id;
}

async function amend(type: string, id: string, expectedVersion: number, input: object): Promise<void> {
  await api.data(
    `mutation ($id: ID!, $expectedVersion: Int!, $input: ${type}Input!) { amend${type}(id: $id, expectedVersion: $expectedVersion, input: $input) { id } }`,
    { id, expectedVersion, input },
  );
}

async function makeWorld(): Promise<World> {
  const { given } = api;
  const envoy = await given.person('Secret Envoy', { marking: 'RED', wikidataId: 'Q99999991' });
  const open = await given.engagement({
    title: 'Open meeting',
    participations: [
      { actor: 'QA', level: 'OFFICIAL' },
      { actor: envoy, onBehalfOf: 'IQ', level: 'HEAD_OF_STATE' },
    ],
  });
  const outlet = await given.organization('Secret Gazette', { orgKind: 'MEDIA', marking: 'RED' });
  const source = await given.source({
    marking: 'RED',
    publisher: outlet,
    kind: 'INTERVIEW',
    text: 'They quarrelled.',
  });
  const secret = await given.engagement({
    title: 'Secret meeting',
    marking: 'RED',
    participations: [{ actor: 'QA' }],
  });
  await amend('Engagement', open, 1, { title: 'Open meeting of two' });
  await given.claim({
    source,
    statement: 'They quarrelled.',
    predicate: 'ASSESSMENT',
    credibility: 'CONFIRMED',
    targets: [{ record: open }],
    passages: [{ quote: 'They quarrelled.', start: 0, end: 16 }],
  });
  await amend('Engagement', secret, 1, { title: 'Secret meeting of three' });
  const agreement = await given.agreement({
    title: 'A treaty',
    parties: [{ actor: 'QA' }, { actor: 'IQ' }],
  });
  await amend('Agreement', agreement, 1, { parties: [{ actor: 'QA' }, { actor: 'IQ' }, { actor: outlet }] });
  for (const party of [outlet, 'QA'])
    await record(
      'recordAgreementAction',
      'AgreementActionInput',
      { kind: 'SIGNATURE', party, on: { edtf: '2021-03-01' } },
      `, agreement: "${agreement}"`,
    );
  await api.data('mutation ($id: ID!) { retract(id: $id, expectedVersion: 2, reason: "A mistake") { id } }', {
    id: secret,
  });
  await given.engagement({ title: 'Another open meeting', participations: [{ actor: 'IQ' }] });
  const erased = await given.engagement({ title: 'To be erased', marking: 'RED' });
  await api.data('mutation ($id: ID!) { expunge(id: $id, reason: "A court order") }', { id: erased });
  await given.topic('secret-topic');
  const outbox: { id: string }[] = await api.database.writer.query(
    'SELECT version_id AS id FROM event_outbox ORDER BY event_outbox.id',
  );
  return { open, agreement, secret, envoy, source, versions: outbox.map(({ id }) => id) };
}

const NODE = `id recordType recordId recordVersion change changed before after at by reason record { id label version } `;
const LIST = `query ($after: Cursor, $filter: EventFilter, $first: Int = 1000) { events(after: $after, filter: $filter, first: $first) {
  edges { cursor transition node { ${NODE} } } nodes { id } pageInfo { hasNextPage endCursor } head oldest } }`;

const filters: { [name: string]: () => object } = {
  'a hidden record': () => ({ record: [world.secret] }),
  'a hidden actor': () => ({ involving: [world.envoy] }),
  'a code of a hidden actor': () => ({ involving: ['Q99999991'] }),
  'what is open and who is hidden in it': () => ({ between: ['QA', 'IQ'] }),
  'a level that only somebody hidden has': () => ({ levelAtLeast: 'MINISTER' }),
  'a hidden source': () => ({ sources: [world.source] }),
  'a grade that only a hidden claim has': () => ({ credibilityAtLeast: 'CONFIRMED' }),
  'a status that only a hidden action makes': () => ({ agreementStatus: ['SIGNED', 'PARTIALLY_BOUND'] }),
  'a change that only something hidden went through': () => ({ change: ['RETRACTED', 'EXPUNGED'] }),
  'what is hidden, turned round': () => ({
    not: { or: [{ levelAtLeast: 'MINISTER' }, { record: [world.secret] }, { sources: [world.source] }] },
  }),
  'a type that is often hidden': () => ({ recordType: ['CLAIM', 'SOURCE', 'ACTOR'] }),
};

/** Every way in which the log could tell of what is RED, with what it tells. */
const PROBES: { [name: string]: () => Promise<unknown> } = {
  'the whole log': () => api.read(CLEAR, LIST),
  'its head': () => api.read(CLEAR, '{ events(first: 0) { head oldest } }'),
  'pages of it': async () => {
    const pages: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: { data: { events: { pageInfo: { hasNextPage: boolean; endCursor: string } } } } =
        await api.read(CLEAR, LIST, { after, first: 2 });
      pages.push(page);
      ({ endCursor: after, hasNextPage: more } = page.data.events.pageInfo);
    }
    return pages;
  },
  'events as nodes': () =>
    Promise.all(
      world.versions.map((version) =>
        api.read(CLEAR, `query ($id: ID!) { node(id: $id) { id ... on Event { ${NODE} } } }`, {
          id: typeIdOf('event', version),
        }),
      ),
    ),
  ...Object.fromEntries(
    Object.entries(filters).map(([name, filter]) => [
      `asking for ${name}`,
      () => api.read(CLEAR, LIST, { filter: filter() }),
    ]),
  ),
};

async function answers(): Promise<{ [name: string]: string }> {
  const given: { [name: string]: string } = {};
  for (const [name, probe] of Object.entries(PROBES)) given[name] = JSON.stringify(await probe());
  return given;
}

/** The log as a sequencer makes it that finds everything in the outbox. */
async function numberAnew(): Promise<void> {
  await api.database.writer.query('TRUNCATE event_log, event_subject, event_outbox');
  await api.database.writer.query(`UPDATE event_head SET seq = 0, numbers = '{0,0,0,0}'`);
  await api.database.writer.query(
    `INSERT INTO event_outbox (version_id, record_id)
     SELECT v.id, v.record_id FROM unnest($1::uuid[]) WITH ORDINALITY o(id, nth) JOIN record_version v USING (id) ORDER BY o.nth`,
    [world.versions],
  );
  await api.sequence();
}

/** From here on the database is one in which nothing RED was ever recorded. */
async function takeOutWhatIsRed(): Promise<void> {
  const runner = api.database.writer.createQueryRunner();
  await runner.connect();
  try {
    const tables: { name: string }[] = await runner.query(
      `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND column_name = 'marking' AND table_name NOT LIKE 'event%'`,
    );
    await runner.query('SET session_replication_role = replica');
    for (const { name } of tables)
      await runner.query(
        `DELETE FROM ${name} WHERE marking = 4 ${/^claim(_history)?$/.test(name) ? 'OR clearance = 4' : ''}`,
      );
    await runner.query('SET session_replication_role = DEFAULT');
  } finally {
    await runner.release();
  }
}

describe('what is marked RED, in the event log', () => {
  let told: { [name: string]: string };
  const planted: { [leak: string]: { [name: string]: string } } = {};
  let twin: { [name: string]: string };
  let openEvents: number;

  beforeAll(async () => {
    api = await Api.open();
    world = await makeWorld();
    await numberAnew();
    told = await answers();
    openEvents = JSON.parse(String(told['the whole log'])).data.events.edges.length;

    await api.database.writer.query('ALTER POLICY reads_clear ON record_version USING (true)');
    api.withPoliciesAlone(true);
    planted.policy = await answers();
    await api.database.writer.query('ALTER POLICY reads_clear ON record_version USING (marking <= 0)');
    planted.nothing = await answers();
    api.withPoliciesAlone(false);

    await api.database.writer.query('UPDATE event_log SET number_clear = seq WHERE number_clear IS NOT NULL');
    await api.database.writer.query('UPDATE event_head SET numbers[1] = seq');
    planted.number = await answers();

    await takeOutWhatIsRed();
    await numberAnew();
    twin = await answers();
  }, 60_000);
  afterAll(() => api.close());

  test('tells a CLEAR reader nothing: the twin without it answers to the letter the same', () => {
    expect(told).toEqual(twin);
  });

  test('is held back by the policies alone, without the plan’s own conditions', () => {
    expect(planted.nothing).toEqual(twin);
  });

  test('is held back by the numbers alone, without the policy on what events say', () => {
    expect(planted.policy).toEqual(twin);
  });

  test('is told of all that is open', () => {
    expect(openEvents).toBe(7);
    expect(told['asking for a hidden record']).toContain('"edges":[]');
  });

  test('would be told by a number common to all', () => {
    expect(Object.keys(planted.number ?? {}).filter((name) => planted.number?.[name] !== twin[name])).toEqual(
      expect.arrayContaining(['the whole log', 'its head', 'pages of it']),
    );
  });
});
