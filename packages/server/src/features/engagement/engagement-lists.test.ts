import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

const ENGAGEMENTS = 'engagements(filter: $filter, orderBy: OLDEST, first: 50) { totalCount nodes { title } }';
const NODE = `query ($id: ID!, $filter: EngagementFilter) { node(id: $id) {
  ... on Actor { ${ENGAGEMENTS} } ... on Place { ${ENGAGEMENTS} } ... on Topic { ${ENGAGEMENTS} } ... on Tenure { ${ENGAGEMENTS} }
} }`;
const CONTEXT = `query ($id: ID!, $match: DateMatch, $filter: ContextEventFilter) {
  engagement(id: $id) { contextEvents(match: $match, filter: $filter) { totalCount nodes { kind } } }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterAll(() => api.close());

async function titlesOf(id: string, filter: object = {}): Promise<string[]> {
  const { node } = await api.data(NODE, { id, filter });
  expect(node.engagements.totalCount).toBe(node.engagements.nodes.length);
  return node.engagements.nodes.map((each: { title: string }) => each.title);
}

const idOf = async (ref: string) => (await api.data(`{ actor(ref: "${ref}") { id } }`)).actor.id;

describe('engagements of another record', () => {
  test('are those of an actor; of a state also through its organizations and those who act for it', async () => {
    const { given } = api;
    const ministry = await given.organization('A ministry', { state: 'MG' });
    const minister = await given.person('A minister');
    const office = await given.position('Minister', { organization: ministry, level: 'MINISTER' });
    const tenure = await given.tenure(minister, office);
    await given.engagement({ title: 'by office', when: { edtf: '2001' }, participations: [{ tenure }] });
    await given.engagement({
      title: 'by ministry',
      when: { edtf: '2002' },
      participations: [{ actor: ministry }],
    });
    await given.engagement({
      title: 'on behalf',
      when: { edtf: '2003' },
      participations: [{ descriptor: 'envoys', onBehalfOf: 'MG' }],
    });
    await given.engagement({ title: 'by itself', when: { edtf: '2004' }, participations: [{ actor: 'MG' }] });
    await given.engagement({ title: 'another', participations: [{ actor: 'MU' }] });

    expect(await titlesOf(await idOf('MG'))).toEqual(['by office', 'by ministry', 'on behalf', 'by itself']);
    expect(await titlesOf(ministry)).toEqual(['by office', 'by ministry']);
    expect(await titlesOf(minister)).toEqual(['by office']);
    expect(await titlesOf(tenure)).toEqual(['by office']);
    expect(await titlesOf(await idOf('MG'), { when: { from: '2003' } })).toEqual(['on behalf', 'by itself']);
  });

  test('are those at a place, and those on a topic or a narrower one', async () => {
    const { given } = api;
    const place = await given.place('Antananarivo', 'MG');
    const trade = await given.topic('trade');
    const tariffs = await given.topic('tariffs', 'trade');
    await given.engagement({
      title: 'on tariffs',
      place,
      when: { edtf: '2001' },
      agenda: [{ topic: 'tariffs' }],
    });
    await given.engagement({ title: 'on trade', when: { edtf: '2002' }, agenda: [{ topic: 'trade' }] });

    expect(await titlesOf(place)).toEqual(['on tariffs']);
    expect(await titlesOf(trade)).toEqual(['on tariffs', 'on trade']);
    expect(await titlesOf(tariffs)).toEqual(['on tariffs']);
  });

  test('leave out a withdrawn participation, and a withdrawn engagement', async () => {
    const { given } = api;
    const person = await given.person('An envoy');
    const id = await given.engagement({ title: 'attended', participations: [{ actor: person }] });
    const { engagement } = await api.data(
      `query ($id: ID!) { engagement(id: $id) { participations { id } } }`,
      { id },
    );
    const retract = (what: string, version: number) =>
      api.data(
        `mutation ($id: ID!, $version: Int!) { retract(id: $id, expectedVersion: $version, reason: "an error") { id } }`,
        {
          id: what,
          version,
        },
      );

    expect(await titlesOf(person)).toEqual(['attended']);
    await retract(engagement.participations[0].id, 1);
    expect(await titlesOf(person)).toEqual([]);
  });
});

describe('Engagement.contextEvents', () => {
  const kinds = async (id: string, match = 'POSSIBLE', filter: object = {}) => {
    const { engagement } = await api.data(CONTEXT, { id, match, filter });
    return engagement.contextEvents.nodes.map((node: { kind: string }) => node.kind).sort();
  };
  const meeting = (edtf: string | null, states: string[] = ['QA', 'IQ']) =>
    api.given.engagement({
      ...(edtf === null ? {} : { when: edtf === '' ? { text: 'this week' } : { edtf } }),
      participations: states.map((actor) => ({ actor })),
    });

  beforeAll(async () => {
    const { given } = api;
    const four = await given.group('four Arab countries', ['SA', 'AE', 'EG'], { statedSize: 4 });
    await given.contextEvent({
      kind: 'BLOCKADE',
      when: { edtf: '2017-06-05/2021-01-05' },
      actors: [
        { actor: four, role: 'IMPOSER' },
        { actor: 'QA', role: 'TARGET' },
      ],
    });
    await given.contextEvent({
      kind: 'PROTESTS',
      when: { edtf: '2019/' },
      actors: [{ actor: 'IQ', role: 'AFFECTED' }],
    });
    await given.contextEvent({
      kind: 'EPIDEMIC',
      when: { edtf: '2020-03/..' },
      actors: [{ actor: 'IQ', role: 'AFFECTED' }],
    });
    await given.contextEvent({
      kind: 'ELECTION',
      when: { edtf: '2018-05' },
      actors: [{ actor: 'IQ', role: 'AFFECTED' }],
    });
    await given.contextEvent({ kind: 'ECONOMIC_CRISIS', actors: [{ actor: 'IQ', role: 'AFFECTED' }] });
    await given.contextEvent({
      kind: 'ARMED_CONFLICT',
      when: { edtf: '2018' },
      actors: [{ actor: 'YE', role: 'AFFECTED' }],
    });
  });

  test('are those of its states that were going on, as surely as is asked', async () => {
    const day = await meeting('2018-05-10');

    expect(await kinds(day, 'CERTAIN')).toEqual(['BLOCKADE']);
    expect(await kinds(day, 'OVERLAPPING')).toEqual(['BLOCKADE', 'ELECTION']);
    expect(await kinds(day)).toEqual(['BLOCKADE', 'ECONOMIC_CRISIS', 'ELECTION']);
  });

  test('last for certain where they are said to go on, and only maybe where their end is unknown', async () => {
    const later = await meeting('2022-02');

    expect(await kinds(later, 'CERTAIN')).toEqual(['EPIDEMIC']);
    expect(await kinds(later, 'OVERLAPPING')).toEqual(['EPIDEMIC']);
    expect(await kinds(later)).toEqual(['ECONOMIC_CRISIS', 'EPIDEMIC', 'PROTESTS']);
    expect(await kinds(await meeting('2019-08'), 'OVERLAPPING')).toEqual(['BLOCKADE', 'PROTESTS']);
  });

  test('are not certain of a day that is itself only about right', async () => {
    expect(await kinds(await meeting('2018-05-10~'), 'CERTAIN')).toEqual([]);
    expect(await kinds(await meeting('2018-05-10~'), 'OVERLAPPING')).toEqual(['BLOCKADE', 'ELECTION']);
  });

  test.each([
    ['no date', null],
    ['a date that cannot be resolved', ''],
  ])('match only possibly an engagement of %s', async (_, edtf) => {
    const undated = await meeting(edtf);

    expect(await kinds(undated, 'CERTAIN')).toEqual([]);
    expect(await kinds(undated, 'OVERLAPPING')).toEqual([]);
    expect(await kinds(undated)).toEqual(['BLOCKADE', 'ECONOMIC_CRISIS', 'ELECTION', 'EPIDEMIC', 'PROTESTS']);
  });

  test('count for the members of a group that imposed them, and a group that meets counts for its members', async () => {
    const gulf = await api.given.group('Gulf delegation', ['AE', 'OM']);

    expect(await kinds(await meeting('2018-06-10', ['SA', 'FR']))).toEqual(['BLOCKADE']);
    expect(await kinds(await meeting('2018-06-10', [gulf, 'FR']))).toEqual(['BLOCKADE']);
    expect(await kinds(await meeting('2018-06-10', ['OM', 'FR']))).toEqual([]);
  });

  test('can be filtered, such as for measures', async () => {
    expect(await kinds(await meeting('2018-05-10'), 'POSSIBLE', { isMeasure: true })).toEqual(['BLOCKADE']);
  });
});
