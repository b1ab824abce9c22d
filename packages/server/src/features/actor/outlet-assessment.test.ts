import { Api } from '../../../test/harness/api';

const ACTOR = `mutation ($input: ActorInput!) { recordActor(input: $input) { id version ... on Person { tenures { nodes { id isActing position { title } from { edtf } } } } } }`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const actor = async (kind: string, value: string, more: object = {}) =>
  (await api.data(ACTOR, { input: { kind, names: [{ value }], ...more } })).recordActor;
const refusal = async (document: string, input: object) =>
  (await api.query(document, { input })).errors?.[0]?.extensions;

describe('assessOutlet', () => {
  const ASSESS = `mutation ($input: OutletAssessmentInput!) { assessOutlet(input: $input) { id reliability affiliation from assessor reason outlet { version } } }`;
  const READ = `query ($id: ActorRef!, $on: Date) { actor(ref: $id) { ... on Organization {
    reliability(on: $on) affiliation(on: $on) assessments { from reliability affiliation } } } }`;
  const outlet = async () => (await actor('ORGANIZATION', 'An Outlet', { orgKind: 'MEDIA' })).id;
  const grade = (id: string, from: string, reliability = 'B') => ({
    outlet: id,
    from,
    reliability,
    reason: 'read for a year',
  });

  test('grades an outlet from a day on; earlier grades stay and hold for their time', async () => {
    const id = await outlet();
    expect((await api.data(ASSESS, { input: grade(id, '2020-01-01', 'C') })).assessOutlet).toMatchObject({
      reliability: 'C',
      affiliation: null,
      from: '2020-01-01',
      assessor: 'editor',
      outlet: { version: 2 },
    });
    await api.data(ASSESS, { input: grade(id, '2022-01-01', 'B') });
    const on = async (day: string | null) => (await api.data(READ, { id, on: day })).actor.reliability;

    expect(await on('2019-12-31')).toBeNull();
    expect(await on('2021-12-31')).toBe('C');
    expect(await on('2022-01-01')).toBe('B');
    expect(await on(null)).toBe('B');
    expect(
      (await api.data(READ, { id })).actor.assessments.map((each: { from: string }) => each.from),
    ).toEqual(['2022-01-01', '2020-01-01']);
  });

  test('takes no grade for today that begins tomorrow', async () => {
    const id = await outlet();
    await api.data(ASSESS, { input: grade(id, '2026-11-22') });

    expect((await api.data(READ, { id })).actor.reliability).toBeNull();
  });

  test('refuses an affiliation without a source, and anything but one aspect', async () => {
    const base = { outlet: await outlet(), from: '2020-01-01', reason: 'its own words' };

    expect(await refusal(ASSESS, { ...base, affiliation: 'STATE_OWNED' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'source',
    });
    expect(await refusal(ASSESS, base)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reliability' });
    expect(await refusal(ASSESS, { ...base, reliability: 'A', affiliation: 'INDEPENDENT' })).toMatchObject({
      field: 'affiliation',
    });
    expect(await refusal(ASSESS, { ...base, reliability: 'A', reason: ' x ' })).toMatchObject({
      field: 'reason',
    });
    expect(await refusal(ASSESS, { ...base, reliability: 'A', outlet: 'MT' })).toMatchObject({
      field: 'outlet',
    });
    expect(
      await refusal(ASSESS, {
        ...base,
        affiliation: 'STATE_OWNED',
        source: 'source_01kdvdna00e0080000000001hm',
      }),
    ).toMatchObject({
      code: 'NOT_FOUND',
      field: 'source',
    });
  });
});
