import { Api } from '../harness/api';

const CLEAR = 0;
const GREEN = 1;
const RED = 4;

/** A world of which a part is RED: whole records, parts of CLEAR records, and claims about them. */
interface World {
  open: string;
  visit: string;
  secret: string;
  secretPlace: string;
  secretPerson: string;
  /** Open, and about something secret too. */
  jointClaim: string;
  versionBefore: number;
}

let api: Api;
let world: World;

async function record(
  field: string,
  type: string,
  input: object,
  extra = '',
): Promise<{ id: string; version: number }> {
  const answer = await api.data(
    `mutation ($input: ${type}!) { ${field}(input: $input) { id version ${extra} } }`,
    { input },
  );
  return answer[field];
}

async function makeWorld(): Promise<World> {
  const source = await record('recordSource', 'SourceInput', {
    kind: 'OFFICIAL_STATEMENT',
    title: 'Open statement',
    text: 'The two met. They met again.',
  });
  const secretSource = await record('recordSource', 'SourceInput', {
    kind: 'INTERVIEW',
    title: 'Secret interview',
    text: 'They quarrelled.',
    marking: 'RED',
  });
  const evidence = [
    {
      source: source.id,
      statement: 'The two met.',
      passages: [{ quote: 'The two met.', start: 0, end: 12 }],
    },
  ];
  const visit = await record('recordEngagement', 'EngagementInput', {
    kind: 'VISIT',
    status: 'HELD',
    title: 'Open visit',
    participations: [
      { descriptor: 'officials', onBehalfOf: 'QA' },
      { descriptor: 'guests', onBehalfOf: 'IQ' },
    ],
    evidence,
  });
  const open = await record('recordEngagement', 'EngagementInput', {
    kind: 'MEETING',
    status: 'HELD',
    title: 'Open meeting',
    parent: visit.id,
    participations: [
      { descriptor: 'officials', onBehalfOf: 'QA', level: 'OFFICIAL' },
      { descriptor: 'guests', onBehalfOf: 'IQ', level: 'OFFICIAL' },
    ],
    evidence,
  });
  const place = await record('recordPlace', 'PlaceInput', {
    resolution: 'CITY',
    names: [{ value: 'Secretville' }],
    country: 'QA',
    marking: 'RED',
  });
  const person = await record('recordActor', 'ActorInput', {
    kind: 'PERSON',
    names: [{ value: 'Secret Envoy' }],
    marking: 'RED',
  });
  const secret = await record('recordEngagement', 'EngagementInput', {
    kind: 'MEETING',
    status: 'HELD',
    title: 'Secret meeting',
    parent: visit.id,
    place: place.id,
    marking: 'RED',
    participations: [
      { descriptor: 'envoys', onBehalfOf: 'QA', level: 'HEAD_OF_STATE' },
      { actor: person.id, onBehalfOf: 'IQ' },
    ],
    evidence: [
      {
        source: secretSource.id,
        statement: 'A quarrel.',
        passages: [{ quote: 'They quarrelled.', start: 0, end: 16 }],
      },
    ],
  });
  await record('recordClaim', 'ClaimInput', {
    source: secretSource.id,
    predicate: 'ASSESSMENT',
    statement: 'The open meeting was a failure.',
    modality: 'ASSERTED',
    standing: 'PREFERRED',
    targets: [{ record: open.id }],
    passages: [{ quote: 'They quarrelled.', start: 0, end: 16 }],
  });
  await record('recordClaim', 'ClaimInput', {
    source: source.id,
    predicate: 'ASSESSMENT',
    statement: 'A remark on the secret meeting.',
    targets: [{ record: secret.id }],
    passages: [{ quote: 'They met again.', start: 13, end: 28 }],
  });
  await record('recordClaim', 'ClaimInput', {
    source: secretSource.id,
    statement: 'It was denied that they met.',
    modality: 'ALLEGED',
    standing: 'PREFERRED',
    targets: [{ record: open.id }],
    passages: [{ quote: 'They quarrelled.', start: 0, end: 16 }],
  });
  const joint = await record('recordClaim', 'ClaimInput', {
    source: source.id,
    predicate: 'ASSESSMENT',
    statement: 'A remark on both.',
    targets: [{ record: open.id }, { record: secret.id }],
    passages: [{ quote: 'They met again.', start: 13, end: 28 }],
  });
  return {
    jointClaim: joint.id,
    open: open.id,
    visit: visit.id,
    secret: secret.id,
    secretPlace: place.id,
    secretPerson: person.id,
    versionBefore: open.version,
  };
}

/** Every way in which a reader could come to know of what is RED, with what it tells. */
const PROBES: { [name: string]: (clearance: number) => Promise<unknown> } = {
  'a list': async (clearance) =>
    (await api.read(clearance, '{ engagements(first: 100) { nodes { id } } }')).data.engagements.nodes,
  'a count': async (clearance) =>
    (
      await api.read(
        clearance,
        '{ engagements { totalCount } places { totalCount } actors { totalCount } claims { totalCount } }',
      )
    ).data,
  'a filter': async (clearance) =>
    (await api.read(clearance, '{ engagements(filter: {levelAtLeast: HEAD_OF_STATE}) { totalCount } }')).data,
  'the node': async (clearance) =>
    (await api.read(clearance, 'query ($id: ID!) { node(id: $id) { id } }', { id: world.secret })).data,
  'a record by its id': async (clearance) =>
    (await api.read(clearance, 'query ($id: ID!) { place(id: $id) { label } }', { id: world.secretPlace }))
      .data,
  'an actor by its id': async (clearance) =>
    (
      await api.read(clearance, 'query ($id: ActorRef!) { actor(ref: $id) { label } }', {
        id: world.secretPerson,
      })
    ).data,
  'the children of a visit': async (clearance) =>
    (
      await api.read(
        clearance,
        'query ($id: ID!) { engagement(id: $id) { children { totalCount nodes { label } } } }',
        { id: world.visit },
      )
    ).data,
  'the engagements of a state': async (clearance) =>
    (await api.read(clearance, '{ actor(ref: "QA") { engagements { totalCount } } }')).data,
  'a relationship': async (clearance) =>
    (
      await api.read(
        clearance,
        '{ relationship(between: ["QA", "IQ"]) { engagements { totalCount } claims { totalCount } } }',
      )
    ).data,
  'the claims on a record': async (clearance) =>
    (
      await api.read(
        clearance,
        'query ($id: ID!) { engagement(id: $id) { claims { totalCount nodes { statement } } } }',
        { id: world.open },
      )
    ).data,
  'a derived force': async (clearance) =>
    (await api.read(clearance, 'query ($id: ID!) { engagement(id: $id) { modality } }', { id: world.open }))
      .data,
  'derived origins': async (clearance) =>
    (
      await api.read(clearance, 'query ($id: ID!) { engagement(id: $id) { origins { source { title } } } }', {
        id: world.open,
      })
    ).data,
  'the statements of an open source about a hidden record': async (clearance) =>
    (await api.read(clearance, '{ claims(first: 100) { nodes { statement } } }')).data,
  history: async (clearance) =>
    (await api.read(clearance, 'query ($id: ID!) { history(id: $id) { version } }', { id: world.secret }))
      .data,
  'the history of what is open but for a part': async (clearance) =>
    (
      await api.read(clearance, 'query ($id: ID!) { history(id: $id) { version changed } }', {
        id: world.jointClaim,
      })
    ).data,
  'the past': async (clearance) =>
    (
      await api.read(
        clearance,
        'query ($at: DateTime!) { asOf(recordedAt: $at) { engagements { totalCount } } }',
        { at: new Date().toISOString() },
      )
    ).data,
  'a name': async (clearance) =>
    (
      await api.read(
        clearance,
        '{ actors(filter: {name: "Secret"}) { nodes { label } } places(name: "Secretville") { nodes { label } } }',
      )
    ).data,
};

/** The probes by which a CLEAR reader is told anything else than before the RED records were there. */
async function leaks(before: { [name: string]: string }): Promise<string[]> {
  const telling: string[] = [];
  for (const [name, probe] of Object.entries(PROBES))
    if (JSON.stringify(await probe(CLEAR)) !== before[name]) telling.push(name);
  return telling;
}

const RED_TABLES = [
  'record',
  'record_version',
  'engagement',
  'participation',
  'claim',
  'claim_target',
  'claim_passage',
  'passage',
  'source',
  'source_text',
  'place',
  'actor',
  'name',
];

describe('what is marked RED', () => {
  /** What a CLEAR reader is told where every RED row has been taken out of every table. */
  let withoutRed: { [name: string]: string };

  beforeAll(async () => {
    api = await Api.open();
    world = await makeWorld();
    withoutRed = await answersWithoutRed();
  });
  afterAll(() => api.close());

  /** A twin of the database without the RED rows would answer so: they are moved aside in a transaction of their own and come back. */
  async function answersWithoutRed(): Promise<{ [name: string]: string }> {
    const { writer } = api.database;
    const runner = writer.createQueryRunner();
    await runner.connect();
    const moved = [
      ...RED_TABLES,
      ...RED_TABLES.filter((table) => table !== 'record_version').map((table) => `${table}_history`),
    ];
    await runner.query('SET session_replication_role = replica');
    for (const table of moved) {
      await runner.query(
        `CREATE TEMP TABLE aside_${table} AS SELECT * FROM public.${table} WHERE marking = 4 ${table === 'claim' ? 'OR clearance = 4' : ''}`,
      );
      await runner.query(`DELETE FROM public.${table} WHERE id IN (SELECT id FROM aside_${table})`);
    }
    const answers: { [name: string]: string } = {};
    for (const [name, probe] of Object.entries(PROBES)) answers[name] = JSON.stringify(await probe(CLEAR));
    for (const table of moved) await runner.query(`INSERT INTO public.${table} SELECT * FROM aside_${table}`);
    await runner.query('SET session_replication_role = DEFAULT');
    await runner.release();
    return answers;
  }

  test('is there for a reader cleared for it', async () => {
    const { data } = await api.read(
      RED,
      'query ($id: ID!) { node(id: $id) { ... on Engagement { label } } }',
      { id: world.secret },
    );

    expect(data.node).toEqual({ label: 'Secret meeting' });
  });

  test('tells a CLEAR reader nothing, by whatever way it is asked', async () => {
    expect(await leaks(withoutRed)).toEqual([]);
  });

  test('tells a GREEN reader nothing either', async () => {
    const { data } = await api.read(GREEN, 'query ($id: ID!) { node(id: $id) { id } }', { id: world.secret });

    expect(data.node).toBeNull();
  });

  test('is held back by the policies alone, without the plan’s own conditions', async () => {
    api.withPoliciesAlone(true);
    try {
      expect(await leaks(withoutRed)).toEqual([]);
    } finally {
      api.withPoliciesAlone(false);
    }
  });

  test.each(['engagement', 'place', 'actor', 'claim', 'record_version'])(
    'would be told if the policy on %s were widened',
    async (table) => {
      const column = table === 'claim' ? 'clearance' : 'marking';
      api.withPoliciesAlone(true);
      await api.database.writer.query(`ALTER POLICY reads_clear ON ${table} USING (true)`);
      try {
        expect(await leaks(withoutRed)).not.toEqual([]);
      } finally {
        await api.database.writer.query(`ALTER POLICY reads_clear ON ${table} USING (${column} <= 0)`);
        api.withPoliciesAlone(false);
      }
    },
  );

  test('raises neither version nor date of a record below it', async () => {
    const { data } = await api.read(CLEAR, 'query ($id: ID!) { engagement(id: $id) { version } }', {
      id: world.open,
    });

    expect(data.engagement.version).toBe(world.versionBefore);
  });

  test('cannot be told from what does not exist by a mutation', async () => {
    const { errors } = await api.as(
      { account: 'low', clearance: CLEAR, mayWrite: true },
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "guessing") { id } }',
      {
        id: world.secret,
      },
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('cannot be withdrawn, as a part of an open record, by whoever may not see it', async () => {
    const person = await record('recordActor', 'ActorInput', {
      kind: 'PERSON',
      names: [{ value: 'Silent Envoy' }],
      marking: 'RED',
    });
    const { id, version } = await record('recordEngagement', 'EngagementInput', {
      kind: 'MEETING',
      status: 'HELD',
      participations: [{ actor: person.id }],
    });
    const { engagement } = await api.data(
      'query ($id: ID!) { engagement(id: $id) { participations { id } } }',
      { id },
    );

    const { errors } = await api.as(
      { account: 'low', clearance: CLEAR, mayWrite: true },
      'mutation ($id: ID!, $v: Int!) { retract(id: $id, expectedVersion: $v, reason: "guessing") { id } }',
      { id: engagement.participations[0].id, v: version },
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });
});
