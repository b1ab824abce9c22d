import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

const RELATIONSHIP = `query ($between: [ActorRef!]!, $engagements: EngagementFilter, $agreements: AgreementFilter, $claims: ClaimFilter) {
  relationship(between: $between) {
    id label actors { label }
    engagements(filter: $engagements, orderBy: OLDEST) { totalCount nodes { title } }
    agreements(filter: $agreements) { totalCount nodes { title } }
    contextEvents { totalCount nodes { kind } }
    claims(filter: $claims, orderBy: OLDEST) { totalCount nodes { statement } }
    thirdParties { actor { label } roles claimCount }
  }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterAll(() => api.close());

const between = async (actors: string[], more: object = {}) =>
  (await api.data(RELATIONSHIP, { between: actors, ...more })).relationship;

const refusal = async (actors: string[]) =>
  (await api.query('query ($b: [ActorRef!]!) { relationship(between: $b) { id } }', { b: actors }))
    .errors?.[0]?.extensions;

describe('relationship', () => {
  let minister: string;
  let person: string;
  let ministry: string;
  beforeAll(async () => {
    const { given } = api;
    ministry = await given.organization('Ministry of Interior of Iraq', { orgKind: 'MINISTRY', state: 'IQ' });
    person = await given.person('Othman al-Ghanmi');
    const position = await given.position('Minister of Interior', {
      organization: ministry,
      level: 'MINISTER',
    });
    minister = await given.tenure(person, position);
    const four = await given.group('four Arab countries', ['SA', 'AE', 'EG']);
    await given.engagement({
      title: 'the visit',
      when: { edtf: '2021-03' },
      participations: [
        { tenure: minister, role: 'VISITOR' },
        { actor: 'QA', role: 'HOST' },
      ],
    });
    await given.engagement({
      title: 'a later talk',
      when: { edtf: '2022' },
      participations: [{ actor: 'IQ' }, { actor: 'QA' }],
    });
    await given.engagement({ title: 'of one alone', participations: [{ actor: 'IQ' }, { actor: 'FR' }] });
    await given.agreement({ title: 'A framework', parties: [{ actor: ministry }, { actor: 'QA' }] });
    await given.agreement({ title: 'Of others', parties: [{ actor: 'FR' }, { actor: 'QA' }] });
    await given.contextEvent({
      kind: 'BLOCKADE',
      when: { edtf: '2017' },
      actors: [
        { actor: four, role: 'IMPOSER' },
        { actor: 'QA', role: 'TARGET' },
      ],
    });
    const source = await given.source({ title: 'An article', kind: 'DATASET_ROW' });
    const claim = (statement: string, predicate: string, targets: object[]) =>
      given.claim({ statement, predicate, source, targets });
    await claim('They grow closer', 'RELATIONSHIP_PHASE', [{ record: 'QA' }, { record: 'IQ' }]);
    await claim('Against two others', 'OBJECTIVE', [
      { record: 'QA' },
      { record: 'IQ', role: 'OBJECT' },
      { record: 'SA', role: 'AGAINST' },
      { record: 'AE', role: 'AGAINST' },
    ]);
    await claim('For a friend', 'OBJECTIVE', [
      { record: person },
      { record: 'QA', role: 'OBJECT' },
      { record: 'TR', role: 'BENEFICIARY' },
      { record: 'SA', role: 'CONTEXT' },
      { record: ministry, role: 'CONTEXT' },
    ]);
    await claim('Of one alone', 'CONDUCT', [{ record: 'QA' }, { record: 'TR', role: 'OBJECT' }]);
  });

  test('is one and the same in whatever order it is asked for, and by its id', async () => {
    const [one, other] = [await between(['QA', 'IQ']), await between(['IQ', 'Q846'])];
    const { node } = await api.data(
      'query ($id: ID!) { node(id: $id) { __typename id ... on Relationship { label } } }',
      { id: one.id },
    );

    expect(one).toMatchObject({ label: 'Iraq – Qatar', actors: [{ label: 'Iraq' }, { label: 'Qatar' }] });
    expect(one.id).toMatch(/^relationship_[0-9a-z]{26}_[0-9a-z]{26}$/);
    expect(other.id).toBe(one.id);
    expect(node).toEqual({ __typename: 'Relationship', id: one.id, label: 'Iraq – Qatar' });
  });

  test('takes exactly two different actors', async () => {
    for (const actors of [[], ['QA'], ['QA', 'Q846'], ['QA', 'IQ', 'FR']])
      expect(await refusal(actors)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'between' });
    expect(await refusal(['QA', 'ZZ'])).toMatchObject({ code: 'BAD_USER_INPUT', field: 'between' });
    expect(await refusal(['QA', 'actor_01h455vb4pex5vsknk084sn02q'])).toBeUndefined();
    expect(await between(['QA', 'actor_01h455vb4pex5vsknk084sn02q'])).toBeNull();
  });

  test('is empty, not absent, between two of which nothing is known', async () => {
    expect(await between(['BT', 'PY'])).toMatchObject({
      label: 'Bhutan – Paraguay',
      engagements: { totalCount: 0, nodes: [] },
      claims: { totalCount: 0 },
      thirdParties: [],
    });
  });

  test('refuses an id that is none, and finds nothing for actors that are not there', async () => {
    const of = (id: string) => api.query('query ($id: ID!) { node(id: $id) { id } }', { id });

    for (const id of [
      'relationship_',
      'relationship_01h455vb4pex5vsknk084sn02q',
      'relationship_01h455vb4pex5vsknk084sn02q_01h455vb4pex5vsknk084sn02q',
    ])
      expect((await of(id)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'id' });
    expect(await of('relationship_01h455vb4pex5vsknk084sn02q_01h455vb4pex5vsknk084sn02r')).toEqual({
      data: { node: null },
    });
  });

  test('holds what both took part in, offices and organizations counting for their state', async () => {
    expect(await between(['QA', 'IQ'])).toMatchObject({
      engagements: { totalCount: 2, nodes: [{ title: 'the visit' }, { title: 'a later talk' }] },
      agreements: { totalCount: 1, nodes: [{ title: 'A framework' }] },
    });
    expect(await between(['QA', ministry])).toMatchObject({
      engagements: { nodes: [{ title: 'the visit' }] },
      agreements: { nodes: [{ title: 'A framework' }] },
    });
  });

  test('narrows each of its lists by their own filters, whose refusals name the place as written', async () => {
    const more = {
      engagements: { when: { from: '2022' } },
      agreements: { form: ['TREATY'] },
      claims: { predicate: ['OBJECTIVE'] },
    };

    expect(await between(['QA', 'IQ'], more)).toMatchObject({
      engagements: { nodes: [{ title: 'a later talk' }] },
      agreements: { totalCount: 0 },
      claims: { totalCount: 2 },
    });
    const { errors } = await api.query(RELATIONSHIP, {
      between: ['QA', 'IQ'],
      engagements: { or: [{ topics: ['no-topic'] }] },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter.or.0.topics' });
  });

  test('holds context events that name both, also through a group', async () => {
    expect(await between(['QA', 'SA'])).toMatchObject({
      contextEvents: { totalCount: 1, nodes: [{ kind: 'BLOCKADE' }] },
    });
    expect(await between(['QA', 'IQ'])).toMatchObject({ contextEvents: { totalCount: 0 } });
  });

  test('holds claims that name both, and who else they name, the most often named first', async () => {
    expect(await between(['QA', 'IQ'])).toMatchObject({
      claims: {
        totalCount: 3,
        nodes: [
          { statement: 'They grow closer' },
          { statement: 'Against two others' },
          { statement: 'For a friend' },
        ],
      },
      thirdParties: [
        { actor: { label: 'Saudi Arabia' }, roles: ['AGAINST', 'CONTEXT'], claimCount: 2 },
        { actor: { label: 'Türkiye' }, roles: ['BENEFICIARY'], claimCount: 1 },
        { actor: { label: 'United Arab Emirates' }, roles: ['AGAINST'], claimCount: 1 },
      ],
    });
  });

  test('names no third party for a reader who may see none of the claims', async () => {
    const source = await api.given.source({ kind: 'DATASET_ROW', marking: 'RED' });
    await api.given.claim({
      statement: 'A secret',
      predicate: 'CONDUCT',
      source,
      targets: [{ record: 'MW' }, { record: 'ZM', role: 'OBJECT' }, { record: 'MZ', role: 'AGAINST' }],
    });
    const seen = async (clearance: number) =>
      (await api.read(clearance, RELATIONSHIP, { between: ['MW', 'ZM'] })).data.relationship;

    expect(await seen(4)).toMatchObject({
      claims: { totalCount: 1 },
      thirdParties: [{ actor: { label: 'Mozambique' } }],
    });
    expect(await seen(0)).toMatchObject({ claims: { totalCount: 0 }, thirdParties: [] });
  });

  test('does not exist with an actor that is hidden', async () => {
    const secret = await api.given.organization('A secret service', { marking: 'RED' });
    const seen = async (clearance: number) =>
      (await api.read(clearance, RELATIONSHIP, { between: ['QA', secret] })).data.relationship;

    expect(await seen(4)).toMatchObject({ label: 'A secret service – Qatar' });
    expect(await seen(0)).toBeNull();
  });

  test('was what was known of the two at a recorded time', async () => {
    const before = new Date().toISOString();
    await api.given.engagement({
      title: 'the newest',
      when: { edtf: '2025' },
      participations: [{ actor: 'QA' }, { actor: 'IQ' }],
    });
    const COUNT = 'relationship(between: ["QA", "IQ"]) { engagements { totalCount } }';
    const { asOf, relationship } = await api.data(
      `query ($t: DateTime!) { ${COUNT} asOf(recordedAt: $t) { ${COUNT} } }`,
      { t: before },
    );

    expect(relationship.engagements.totalCount).toBe(3);
    expect(asOf.relationship.engagements.totalCount).toBe(2);
  });
});
