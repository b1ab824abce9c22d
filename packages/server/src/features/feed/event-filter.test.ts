import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

type Input = { [field: string]: unknown };

const EVENTS = `query ($after: Cursor, $filter: EventFilter) {
  events(after: $after, filter: $filter, first: 1000) { edges { transition node { recordId change } } }
}`;

let api: Api;
let world: EvidenceWorld;
let start: string;

beforeEach(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
  start = await head(4);
});
afterEach(() => api.close());

async function head(clearance: number): Promise<string> {
  await api.sequence();
  return (await api.read(clearance, '{ events(first: 0) { head } }')).data.events.head;
}

/** What a filter lets through since the test began: the transitions of each record. */
async function told(
  filter: Input,
  clearance = 4,
  after: string | null = start,
): Promise<{ [id: string]: string[] }> {
  await api.sequence();
  const { data, errors } = await api.read(clearance, EVENTS, { after, filter });
  if (errors) throw new Error(JSON.stringify(errors, null, 2));
  const byRecord: { [id: string]: string[] } = {};
  for (const { node, transition } of data.events.edges) {
    byRecord[node.recordId] ??= [];
    byRecord[node.recordId]?.push(transition);
  }
  return byRecord;
}

async function refusal(filter: Input) {
  return (await api.query(EVENTS, { filter })).errors?.[0];
}

async function amend(type: string, id: string, input: Input): Promise<void> {
  const expectedVersion = await world.version(id);
  await api.data(
    `mutation ($id: ID!, $expectedVersion: Int!, $input: ${type}Input!) { amend${type}(id: $id, expectedVersion: $expectedVersion, input: $input) { id } }`,
    { id, expectedVersion, input },
  );
}

const withActors = (...actors: string[]) => ({ participations: actors.map((actor) => ({ actor })) });

describe('a filter of events', () => {
  test('takes all that are with all of some states', async () => {
    const both = await api.given.engagement(withActors('QA', 'IQ', 'SA'));
    await api.given.engagement(withActors('QA', 'SA'));

    expect(await told({ between: ['QA', 'IQ'] })).toEqual({ [both]: ['CREATED'] });
  });

  test('counts organizations and offices for their state', async () => {
    const ministry = await api.given.organization('Ministry', { orgKind: 'MINISTRY', state: 'QA' });
    const position = await api.given.position('Minister', { organization: ministry, level: 'MINISTER' });
    const person = await api.given.person('A minister');
    const tenure = await api.given.tenure(person, position);
    const byOrganization = await api.given.engagement(withActors(ministry));
    const byOffice = await api.given.engagement({ participations: [{ actor: person, tenure }] });

    expect(Object.keys(await told({ involving: ['QA'], recordType: ['ENGAGEMENT'] })).sort()).toEqual(
      [byOrganization, byOffice].sort(),
    );
  });

  test('takes agreements, claims and context events with some actors too', async () => {
    const agreement = await api.given.agreement({
      title: 'A treaty',
      parties: [{ actor: 'QA' }, { actor: 'IQ' }],
    });
    const claim = await world.claim(await world.source(), 'QA');
    const event = await api.given.contextEvent({
      kind: 'BLOCKADE',
      actors: [{ actor: 'QA', role: 'TARGET' }],
    });

    expect(Object.keys(await told({ involving: ['QA'] })).sort()).toEqual([agreement, claim, event].sort());
  });

  test('takes narrower topics with a broader one', async () => {
    await api.given.topic('trade');
    await api.given.topic('tariffs', 'trade');
    const [narrow, broad] = [
      await api.given.engagement({ agenda: [{ topic: 'tariffs' }] }),
      await api.given.engagement({ agenda: [{ topic: 'trade' }] }),
    ];

    expect(await told({ topics: ['tariffs'], recordType: ['ENGAGEMENT'] })).toEqual({
      [narrow]: ['CREATED'],
    });
    expect(await told({ topics: ['trade'], recordType: ['ENGAGEMENT'] })).toEqual({
      [narrow]: ['CREATED'],
      [broad]: ['CREATED'],
    });
  });

  test('takes engagements of a level or a higher one', async () => {
    const at = (level: string) => api.given.engagement({ participations: [{ actor: 'QA', level }] });
    const [king, minister] = [await at('HEAD_OF_STATE'), await at('MINISTER'), await at('AMBASSADOR')];
    await api.given.engagement(withActors('QA'));

    expect(await told({ levelAtLeast: 'MINISTER' })).toEqual({
      [king]: ['CREATED'],
      [minister]: ['CREATED'],
    });
  });

  test('takes engagements of some kinds', async () => {
    const call = await api.given.engagement({ kind: 'CALL' });
    await api.given.engagement({ kind: 'VISIT' });

    expect(await told({ engagementKind: ['CALL', 'SUMMIT'] })).toEqual({ [call]: ['CREATED'] });
  });

  test('takes agreements that come to a status, and lets those go that leave it', async () => {
    const agreement = await api.given.agreement({
      title: 'A treaty',
      parties: [{ actor: 'QA' }, { actor: 'IQ' }],
    });
    const act = (kind: string) =>
      api.data(
        'mutation ($input: AgreementActionInput!, $agreement: ID!) { recordAgreementAction(agreement: $agreement, input: $input) { id } }',
        { agreement, input: { kind, on: { edtf: '2021-03-01' } } },
      );
    await act('SIGNATURE');
    await act('ENTRY_INTO_FORCE');
    await act('TERMINATION');

    expect(await told({ agreementStatus: ['IN_FORCE'] })).toEqual({ [agreement]: ['ENTERED', 'LEFT'] });
  });

  test('takes what rests on a source, or on sources of a publisher', async () => {
    const outlet = await world.outlet({ orgKind: 'MEDIA' });
    const [source, other] = [await world.source({ publisher: outlet }), await world.source()];
    const claim = await world.claim(source, 'QA');
    await world.claim(other, 'QA');
    const engagement = await api.given.engagement({
      evidence: [
        { source, statement: 'They met.', passages: [{ quoteHash: 'ab'.repeat(32), start: 100, end: 105 }] },
      ],
    });
    const [bySource, byPublisher] = [
      await told({ sources: [source], recordType: ['CLAIM', 'ENGAGEMENT'] }),
      await told({ publishers: [outlet], recordType: ['CLAIM', 'ENGAGEMENT'] }),
    ];

    expect(Object.keys(bySource)).toEqual(expect.arrayContaining([claim, engagement]));
    expect(Object.keys(bySource)).toHaveLength(3);
    expect(byPublisher).toEqual(bySource);
  });

  test('takes claims of a grade or a better one', async () => {
    const source = await world.source();
    const graded = (credibility?: string) => world.claim(source, 'QA', { credibility });
    const [confirmed, probable] = [
      await graded('CONFIRMED'),
      await graded('PROBABLY_TRUE'),
      await graded('DOUBTFUL'),
    ];
    await graded();

    expect(await told({ credibilityAtLeast: 'PROBABLY_TRUE' })).toEqual({
      [confirmed]: ['CREATED'],
      [probable]: ['CREATED'],
    });
  });

  test('takes some records, types and changes', async () => {
    const [one, two] = [await api.given.engagement(), await api.given.engagement()];
    const topic = await api.given.topic('border-talks');
    await amend('Engagement', one, { title: 'Renamed' });

    expect(await told({ record: [one, topic] })).toEqual({
      [one]: ['CREATED', 'UPDATED'],
      [topic]: ['CREATED'],
    });
    expect(await told({ recordType: ['TOPIC'] })).toEqual({ [topic]: ['CREATED'] });
    expect(await told({ change: ['AMENDED'] })).toEqual({ [one]: ['UPDATED'] });
    expect(Object.keys(await told({ recordType: ['ENGAGEMENT'] }))).toEqual([one, two]);
  });

  test('can be joined from others', async () => {
    const call = await api.given.engagement({ kind: 'CALL', ...withActors('QA') });
    const visit = await api.given.engagement({ kind: 'VISIT', ...withActors('IQ') });
    const talks = await api.given.engagement({ kind: 'TALKS', ...withActors('SA') });
    const kinds = { or: [{ engagementKind: ['CALL'] }, { engagementKind: ['VISIT'] }] };

    expect(Object.keys(await told(kinds))).toEqual([call, visit]);
    expect(Object.keys(await told({ and: [kinds, { involving: ['QA'] }] }))).toEqual([call]);
    expect(Object.keys(await told({ not: kinds, recordType: ['ENGAGEMENT'] }))).toEqual([talks]);
    expect(await told({ or: [] })).toEqual({});
    expect(Object.keys(await told({ and: [] }))).toHaveLength(3);
    expect(await told({ involving: [] })).toEqual({});
  });

  test('takes what is unknown for not so', async () => {
    const unknown = await api.given.engagement(withActors('QA'));

    expect(Object.keys(await told({ not: { levelAtLeast: 'MINISTER' } }))).toEqual([unknown]);
  });

  test('without a condition takes everything', async () => {
    const id = await api.given.engagement();

    expect(await told({})).toEqual({ [id]: ['CREATED'] });
  });

  test.each([
    ['an actor that nobody knows', { between: ['QA', 'XX'] }, 'filter.between.1', 'knows no actor "XX"'],
    [
      'a publisher that nobody knows',
      { publishers: ['nowhere.example'] },
      'filter.publishers.0',
      'knows no actor',
    ],
    [
      'a topic that nobody knows',
      { or: [{ topics: ['nonsense'] }] },
      'filter.or.0.topics.0',
      'knows no topic',
    ],
    [
      'an id of another type',
      { not: { sources: ['engagement_01h455vb4pex5vsknk084sn02q'] } },
      'filter.not.sources.0',
      'begins with source_',
    ],
    ['what is no id', { record: ['nonsense'] }, 'filter.record.0', 'which is no id'],
    [
      'what is nested too deep',
      { not: { not: { not: { not: { not: { not: {} } } } } } },
      'filter.not.not.not.not.not.not',
      'nested too deep',
    ],
    [
      'too many conditions',
      { or: Array.from({ length: 51 }, () => ({ change: ['AMENDED'] })) },
      'filter.or.50',
      'more than 50 conditions',
    ],
  ])('refuses %s, and says where', async (_, filter, field, words) => {
    expect(await refusal(filter)).toMatchObject({
      message: expect.stringContaining(words),
      extensions: { code: 'BAD_USER_INPUT', field },
    });
  });

  test('matches nothing by an id that does not exist', async () => {
    await api.given.engagement();

    expect(await told({ involving: ['actor_01h455vb4pex5vsknk084sn02q'] })).toEqual({});
  });
});

describe('a record', () => {
  test('comes into a filter, stays and goes out by changes of its own', async () => {
    const id = await api.given.engagement(withActors('SA'));
    await amend('Engagement', id, withActors('QA'));
    await amend('Engagement', id, { title: 'Renamed' });
    await amend('Engagement', id, withActors('SA'));
    await amend('Engagement', id, { title: 'Renamed again' });

    expect(await told({ involving: ['QA'] })).toEqual({ [id]: ['ENTERED', 'UPDATED', 'LEFT'] });
  });

  test('is told as it was at each change, though all are numbered at once', async () => {
    const id = await api.given.engagement({ kind: 'CALL' });
    await amend('Engagement', id, { kind: 'VISIT' });
    await amend('Engagement', id, { kind: 'CALL' });

    expect(await told({ engagementKind: ['CALL'] })).toEqual({ [id]: ['CREATED', 'LEFT', 'ENTERED'] });
  });

  test('is deleted when it is withdrawn or erased, and comes back when it is reinstated', async () => {
    const id = await api.given.engagement(withActors('QA'));
    const filter = { involving: ['QA'] };
    const steps = [await told(filter)];
    for (const field of [
      'retract(id: $id, expectedVersion: 1, reason: "As it is") { id }',
      'reinstate(id: $id, expectedVersion: 2, reason: "As it is") { id }',
      'retract(id: $id, expectedVersion: 3, reason: "As it is") { id }',
      'expunge(id: $id, reason: "A court order")',
    ]) {
      const after = await head(4);
      await api.data(`mutation ($id: ID!) { ${field} }`, { id });
      steps.push(await told(filter, 4, after));
    }

    expect(steps.map((step) => step[id]?.join())).toEqual([
      'CREATED',
      'DELETED',
      'ENTERED',
      'DELETED',
      'DELETED',
    ]);
  });

  test('that was erased cannot be found any more by what it was', async () => {
    const id = await api.given.engagement(withActors('QA'));
    await told({});
    await api.data('mutation ($id: ID!) { expunge(id: $id, reason: "A court order") }', { id });

    expect(await told({ involving: ['QA'] })).toEqual({ [id]: ['DELETED'] });
    expect(await told({ record: [id] })).toEqual({ [id]: ['CREATED', 'DELETED'] });
  });

  test('leaves those who may not see it any more, and comes in sight of those who may', async () => {
    const [clear, amber] = [await head(0), await head(2)];
    const filter = { recordType: ['ENGAGEMENT'] };
    const id = await api.given.engagement({ title: 'Talks' });
    expect(await told(filter, 0, clear)).toEqual({ [id]: ['CREATED'] });

    await amend('Engagement', id, { marking: 'AMBER' });
    // What was said of it while it was open is hidden with it.
    expect(await told(filter, 0, clear)).toEqual({ [id]: ['LEFT'] });

    await amend('Engagement', id, { title: 'Secret talks' });
    expect(await told(filter, 0, clear)).toEqual({ [id]: ['LEFT'] });

    await amend('Engagement', id, { marking: 'CLEAR' });
    expect(await told(filter, 0, clear)).toEqual({ [id]: ['LEFT', 'ENTERED'] });
    expect(await told(filter, 2, amber)).toEqual({ [id]: ['CREATED', 'UPDATED', 'UPDATED', 'UPDATED'] });
  });

  test('is found by what is hidden in it only by those who may know it', async () => {
    const envoy = await api.given.person('An envoy', { marking: 'AMBER' });
    const [clear, amber] = [await head(0), await head(2)];
    const id = await api.given.engagement({
      participations: [{ actor: 'QA' }, { actor: envoy, onBehalfOf: 'IQ', level: 'MINISTER' }],
    });

    expect(await told({ involving: ['QA'] }, 0, clear)).toEqual({ [id]: ['CREATED'] });
    for (const filter of [{ involving: ['IQ'] }, { between: ['QA', 'IQ'] }, { levelAtLeast: 'MINISTER' }]) {
      expect(await told(filter, 0, clear)).toEqual({});
      // Two entries: what everybody may know of it, and what is hidden from some.
      expect(await told(filter, 2, amber)).toEqual({ [id]: ['CREATED', 'UPDATED'] });
    }
  });
});
