import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';

const LIST = `query ($filter: EngagementFilter, $orderBy: EngagementOrder) {
  engagements(filter: $filter, orderBy: $orderBy, first: 100) { totalCount nodes { title } }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
});
afterAll(() => api.close());

/** The titles that a filter finds, and that `totalCount` agrees. */
async function titles(filter: object, orderBy = 'OLDEST'): Promise<string[]> {
  const { engagements } = await api.data(LIST, { filter, orderBy });
  const found = engagements.nodes.map((node: { title: string }) => node.title);
  expect(engagements.totalCount).toBe(found.length);
  return found;
}

async function refusal(filter: object) {
  const { errors } = await api.query(LIST, { filter });
  return { message: errors?.[0]?.message, ...errors?.[0]?.extensions };
}

describe('the filter of engagements', () => {
  let minister: string;
  let undersecretary: string;
  let doha: string;
  beforeAll(async () => {
    const { given } = api;
    const ministry = await given.organization('Ministry of Interior of Qatar', {
      orgKind: 'MINISTRY',
      state: 'QA',
    });
    minister = await given.tenure(
      await given.person('Othman al-Ghanmi'),
      await given.position('Minister of Interior', { state: 'IQ', level: 'MINISTER' }),
    );
    undersecretary = await given.tenure(
      await given.person('Abdullah Al Kaabi'),
      await given.position('Undersecretary', { organization: ministry, level: 'DEPUTY_MINISTER' }),
    );
    doha = await given.place('Doha', 'QA');
    await given.topic('security');
    await given.topic('border-security', 'security');
    await given.topic('patrols', 'border-security');

    await given.engagement({
      title: 'the visit',
      kind: 'VISIT',
      when: { edtf: '2021-03' },
      place: doha,
      mode: 'IN_PERSON',
      participations: [
        { tenure: minister, role: 'VISITOR' },
        { descriptor: 'Qatari officials', number: 'SEVERAL', role: 'HOST', onBehalfOf: 'QA' },
      ],
      codes: [
        { scheme: 'CAMEO', code: '042', version: '1.1b3' },
        { scheme: 'PLOVER', code: 'CONSULT', version: '2.0' },
      ],
    });
    await given.engagement({
      title: 'the meeting',
      when: { edtf: '2021-05-10' },
      participations: [{ tenure: minister }, { tenure: undersecretary, role: 'HOST' }],
      agenda: [{ topic: 'patrols' }],
      series: 'Joint al-Khalīj Committee',
      edition: 2,
    });
    await given.engagement({
      title: 'the summit',
      kind: 'SUMMIT',
      when: { edtf: '2022' },
      participations: [
        { actor: 'IQ', role: 'HOST', level: 'HEAD_OF_STATE' },
        { actor: 'FR', level: 'HEAD_OF_STATE' },
        { actor: 'EG', level: 'HEAD_OF_GOVERNMENT' },
        { actor: 'JO', level: 'HEAD_OF_STATE' },
      ],
      agenda: [{ topic: 'security' }],
    });
    await given.engagement({
      title: 'the invitation',
      kind: 'VISIT',
      status: 'INVITED',
      when: { text: 'soon' },
      participations: [
        { actor: 'QA', role: 'INVITER' },
        { actor: 'FR', role: 'VISITOR' },
      ],
    });
    await given.engagement({
      title: 'the awaited talks',
      kind: 'TALKS',
      status: 'EXPECTED',
      when: { edtf: '2020-06' },
      participations: [{ actor: 'QA' }, { actor: 'IQ' }],
    });
  });

  test('finds an engagement of two states through offices, organizations and those who act for them', async () => {
    expect(await titles({ between: ['QA', 'IQ'] })).toEqual([
      'the awaited talks',
      'the visit',
      'the meeting',
    ]);
    expect(await titles({ between: ['QA', 'FR'] })).toEqual(['the invitation']);
    expect(await titles({ between: ['QA', 'JO'] })).toEqual([]);
    expect(await titles({ involving: ['FR', 'JO'] })).toEqual(['the summit', 'the invitation']);
  });

  test('finds by kind, status and mode, any value of a list', async () => {
    expect(await titles({ kind: ['SUMMIT', 'MEETING'] })).toEqual(['the meeting', 'the summit']);
    expect(await titles({ kind: 'VISIT', status: 'INVITED' })).toEqual(['the invitation']);
    expect(await titles({ mode: 'IN_PERSON' })).toEqual(['the visit']);
    expect(await titles({ kind: [] })).toEqual([]);
  });

  test('finds by time as sure as is asked for', async () => {
    const when = (match: string) => ({ when: { from: '2021-05-01', to: '2021-05-31', match } });

    expect(await titles(when('CERTAIN'))).toEqual(['the meeting']);
    expect(await titles(when('POSSIBLE'))).toEqual(['the meeting', 'the invitation']);
    expect(await titles({ when: { from: '2021-03-20', to: '2021-04', match: 'OVERLAPPING' } })).toEqual([
      'the visit',
    ]);
  });

  test('tells what is overdue: awaited, with a last day that is past', async () => {
    expect(await titles({ isOverdue: true })).toEqual(['the awaited talks']);
    expect(await titles({ isOverdue: false, kind: ['VISIT', 'TALKS'] })).toEqual([
      'the visit',
      'the invitation',
    ]);
  });

  test('wants one participation that is all of what is asked', async () => {
    expect(await titles({ participation: { onBehalfOf: 'QA', levelAtLeast: 'DEPUTY_MINISTER' } })).toEqual([
      'the meeting',
    ]);
    expect(await titles({ participation: { onBehalfOf: 'QA', levelAtLeast: 'MINISTER' } })).toEqual([]);
    expect(await titles({ participation: { onBehalfOf: 'QA', isNamed: false } })).toEqual(['the visit']);
    expect(await titles({ participation: { role: 'INVITER', actor: 'QA' } })).toEqual(['the invitation']);
    expect(await titles({ participation: { role: 'INVITER', actor: 'FR' } })).toEqual([]);
  });

  test('finds where an office was acted in', async () => {
    const { node } = await api.data(
      `query ($id: ID!) { node(id: $id) { ... on Tenure { position { id } } } }`,
      { id: minister },
    );

    expect(await titles({ participation: { position: node.position.id } })).toEqual([
      'the visit',
      'the meeting',
    ]);
    expect(await titles({ participation: { position: node.position.id, role: 'VISITOR' } })).toEqual([
      'the visit',
    ]);
  });

  test('compares the highest level of those present, and the gap between two sides', async () => {
    expect(await titles({ levelAtLeast: 'MINISTER' })).toEqual(['the visit', 'the meeting', 'the summit']);
    expect(await titles({ levelAtLeast: 'HEAD_OF_GOVERNMENT' })).toEqual(['the summit']);
    expect(await titles({ levelGapAtLeast: 1 })).toEqual(['the meeting']);
    expect(await titles({ levelGapAtLeast: 2 })).toEqual([]);
  });

  test('finds a topic with all that is narrower', async () => {
    expect(await titles({ topics: 'security' })).toEqual(['the meeting', 'the summit']);
    expect(await titles({ topics: 'border-security' })).toEqual(['the meeting']);
    expect(await titles({ topics: 'border-security', levelAtLeast: 'HEAD_OF_STATE' })).toEqual([]);
  });

  test('finds by place, and by the state it lies in', async () => {
    expect(await titles({ place: doha })).toEqual(['the visit']);
    expect(await titles({ country: 'QA' })).toEqual(['the visit']);
    expect(await titles({ country: 'IQ' })).toEqual([]);
  });

  test('finds by form', async () => {
    expect(await titles({ format: 'BILATERAL' })).toEqual(['the awaited talks', 'the visit', 'the meeting']);
    expect(await titles({ format: 'MULTILATERAL' })).toEqual(['the summit']);
  });

  test('finds a series however it is spelled', async () => {
    expect(await titles({ series: 'JOINT KHALIJ committee' })).toEqual(['the meeting']);
    expect(await titles({ series: 'Joint' })).toEqual([]);
  });

  test('finds by how a code begins, in its vocabulary', async () => {
    expect(await titles({ code: 'CAMEO:04' })).toEqual(['the visit']);
    expect(await titles({ code: ['CAMEO:05', 'PLOVER:CON'] })).toEqual(['the visit']);
    expect(await titles({ code: 'PLOVER:042' })).toEqual([]);
  });

  test.each(['042', 'ICEWS:04', 'CAMEO:', 'CAMEO:4%', 'cameo:04'])(
    'refuses the code "%s", naming it',
    async (code) => {
      expect(await refusal({ or: [{}, { code: ['CAMEO:01', code] }] })).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'filter.or.1.code.1',
      });
    },
  );

  test('joins by and, or and not; what is unknown is not so', async () => {
    expect(
      await titles({ or: [{ kind: 'SUMMIT' }, { and: [{ kind: 'VISIT' }, { status: 'HELD' }] }] }),
    ).toEqual(['the visit', 'the summit']);
    expect(await titles({ not: { mode: 'IN_PERSON' }, kind: 'VISIT' })).toEqual(['the invitation']);
    expect(await titles({ not: { when: { from: '2021', match: 'CERTAIN' } } })).toEqual([
      'the awaited talks',
      'the invitation',
    ]);
    expect(await titles({ or: [] })).toEqual([]);
  });

  test('refuses an unknown code with the path of its condition', async () => {
    expect(await refusal({ or: [{ kind: 'VISIT' }, { topics: ['no-such-topic'] }] })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'filter.or.1.topics',
    });
    expect(await refusal({ not: { participation: { onBehalfOf: ['ZZ'] } } })).toMatchObject({
      field: 'filter.not.participation.onBehalfOf',
    });
    expect(await refusal({ and: [{ when: { from: '2021-13' } }] })).toMatchObject({
      field: 'filter.and.0.when.from',
    });
  });

  test('refuses to be nested more than five levels, or to have more than fifty conditions', async () => {
    const nested = (levels: number): object =>
      levels === 0 ? { kind: 'VISIT' } : { not: nested(levels - 1) };
    const many = (count: number) => ({ or: Array.from({ length: count }, () => ({ kind: 'SUMMIT' })) });

    expect(await titles(nested(4))).toEqual(['the visit', 'the invitation']);
    expect(await titles(nested(5))).not.toContain('the visit');
    expect(await refusal(nested(6))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'filter.not.not.not.not.not.not',
    });
    expect(await titles(many(50))).toEqual(['the summit']);
    expect(await refusal(many(51))).toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter.or.50' });
    expect(await refusal({ between: Array.from({ length: 51 }, () => 'QA') })).toMatchObject({
      field: 'filter',
    });
  });

  test('asks for withdrawn ones only at the top', async () => {
    expect(await titles({ isRetracted: true })).toEqual([]);
    expect(await refusal({ not: { isRetracted: true } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'filter.not',
    });
  });

  test('tells children from what stands by itself, and what deals with agreements', async () => {
    const parent = await api.given.engagement({
      title: 'a journey',
      kind: 'VISIT',
      participations: [{ actor: 'BT' }],
    });
    const agreement = await api.given.agreement({ parties: [{ actor: 'BT' }], title: 'A treaty' });
    await api.given.engagement({
      title: 'a stop',
      parent,
      participations: [{ actor: 'BT' }],
      agenda: [{ agreement }],
    });

    expect(await titles({ involving: 'BT', isChild: true })).toEqual(['a stop']);
    expect(await titles({ involving: 'BT', isChild: false })).toEqual(['a journey']);
    expect(await titles({ involving: 'BT', hasAgreements: true })).toEqual(['a stop']);
    expect(await titles({ involving: 'BT', hasAgreements: false })).toEqual(['a journey']);
  });

  test('finds what changed after an instant, and by marking', async () => {
    const before = new Date().toISOString();
    await api.given.engagement({ title: 'a late one', marking: 'AMBER' });

    expect(await titles({ changedSince: before })).toEqual(['a late one']);
    expect(await titles({ marking: ['AMBER', 'RED'] })).toEqual(['a late one']);
  });

  test('finds by how surely something is said, by what is said to be missing, and by whom it rests on', async () => {
    const { given } = api;
    const outlet = await given.organization('A daily', { orgKind: 'MEDIA', domain: 'daily.example' });
    const source = await given.source({ kind: 'DATASET_ROW', publisher: outlet });
    const said = (title: string, claim: object) =>
      given.engagement({
        title,
        when: { edtf: '2020' },
        participations: [{ actor: 'GY' }],
        evidence: [{ source, statement: 'They met', ...claim }],
      });
    await said('reported', { modality: 'REPORTED' });
    await said('asserted', {});
    await said('withheld', { fields: ['place'], gap: 'NOT_DISCLOSED' });
    await given.engagement({
      title: 'unsupported',
      when: { edtf: '2021' },
      participations: [{ actor: 'GY' }],
    });
    const of = (filter: object) => titles({ involving: 'GY', ...filter }).then((found) => found.sort());

    expect(await of({ modality: 'REPORTED' })).toEqual(['reported']);
    expect(await of({ modality: ['REPORTED', 'ASSERTED'] })).toEqual(['asserted', 'reported']);
    expect(await of({ gap: 'NOT_DISCLOSED' })).toEqual(['withheld']);
    expect(await of({ evidence: { publishers: 'daily.example' }, gap: null })).toEqual([
      'asserted',
      'reported',
      'withheld',
    ]);
    expect(await of({ not: { evidence: { sources: source } } })).toEqual(['unsupported']);
    expect(await of({ warning: 'NO_EVIDENCE' })).toEqual(['unsupported']);
    expect(await refusal({ and: [{ evidence: { publishers: ['ZZ'] } }] })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'filter.and.0.evidence.publishers',
    });
  });

  test('finds nothing by the id of an actor, place, topic or office that is hidden', async () => {
    const { given } = api;
    const person = await given.person('A hidden person', { marking: 'RED' });
    const place = await given.place('A hidden place', 'LS', { marking: 'RED' });
    const secret = await given.engagement({
      title: 'an open one',
      place,
      participations: [{ actor: person }, { actor: 'LS' }],
    });
    const seen = async (clearance: number, filter: object) =>
      (await api.read(clearance, LIST, { filter })).data.engagements.totalCount;

    expect(secret).toBeTruthy();
    for (const filter of [
      { involving: person },
      { participation: { actor: person } },
      { place },
      { country: 'LS' },
    ]) {
      expect(await seen(4, filter)).toBe(1);
      expect(await seen(0, filter)).toBe(0);
    }
    // With whom took part hidden, the part is hidden: unnamed, it would tell of somebody.
    expect(await seen(0, { involving: 'LS', participation: { isNamed: false } })).toBe(0);
    expect(await seen(4, { involving: 'LS', participation: { isNamed: false } })).toBe(0);
  });
});
