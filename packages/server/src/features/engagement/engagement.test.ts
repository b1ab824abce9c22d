import { Api } from '../../../test/harness/api';

const FIELDS = `id version label kind title when { text earliest latest } parent { title } sequence
  participations { id label role number level onBehalfOf { label } actor { label } tenure { id } }
  agenda { id topic { label } centrality treatments }
  links { kind from { title } to { title } } codes { code label } names { value }`;
const RECORD = `mutation ($input: EngagementInput!, $key: String) {
  recordEngagement(input: $input, idempotencyKey: $key) { ${FIELDS} }
}`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: EngagementInput!) {
  amendEngagement(id: $id, expectedVersion: $version, input: $input, reason: "a correction") { ${FIELDS} }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const held = (more: object = {}) => ({ kind: 'MEETING', status: 'HELD', ...more });
const record = async (input: object, key?: string) =>
  (await api.data(RECORD, { input, key })).recordEngagement;
const amend = async (id: string, version: number, input: object) =>
  (await api.data(AMEND, { id, version, input })).amendEngagement;
const refusal = async (input: object) => (await api.query(RECORD, { input })).errors?.[0]?.extensions;

describe('recordEngagement', () => {
  test('records a meeting with a vague date and unnamed participants', async () => {
    expect(
      await record(
        held({
          when: { text: 'this week' },
          participations: [{ descriptor: 'Qatari officials', number: 'SEVERAL', role: 'HOST' }],
        }),
      ),
    ).toMatchObject({
      version: 1,
      label: 'Meeting, this week',
      when: { text: 'this week', earliest: null, latest: null },
      participations: [{ label: 'Qatari officials', role: 'HOST', number: 'SEVERAL', actor: null }],
    });
  });

  test('takes the person, the state and the level from the office, unless they are stated', async () => {
    const person = await api.given.person('Abdullah Al Kaabi');
    const position = await api.given.position('Undersecretary', { state: 'QA', level: 'DEPUTY_MINISTER' });
    const tenure = await api.given.tenure(person, position);

    expect(
      (await record(held({ participations: [{ tenure }, { tenure, onBehalfOf: 'IQ', level: 'MINISTER' }] })))
        .participations,
    ).toMatchObject([
      {
        label: 'Abdullah Al Kaabi',
        onBehalfOf: { label: 'Qatar' },
        level: 'DEPUTY_MINISTER',
        tenure: { id: tenure },
      },
      { label: 'Abdullah Al Kaabi', onBehalfOf: { label: 'Iraq' }, level: 'MINISTER' },
    ]);
  });

  test('shows a link at both of its ends', async () => {
    const exhibition = await record(held({ kind: 'EXHIBITION', title: 'the exhibition' }));
    const visit = await record(
      held({ kind: 'VISIT', title: 'the visit', links: [{ to: exhibition.id, kind: 'ATTENDS' }] }),
    );
    const link = { kind: 'ATTENDS', from: { title: 'the visit' }, to: { title: 'the exhibition' } };
    const { engagement } = await api.data(
      'query ($id: ID!) { engagement(id: $id) { links { kind from { title } to { title } } } }',
      {
        id: exhibition.id,
      },
    );

    expect(visit.links).toEqual([link]);
    expect(engagement.links).toEqual([link]);
  });

  test('answers a repeat with what was recorded the first time', async () => {
    const first = await record(held({ title: 'once' }), 'engagement once');

    expect((await record(held({ title: 'once' }), 'engagement once')).id).toBe(first.id);
    expect(
      (await api.query(RECORD, { input: held({ title: 'twice' }), key: 'engagement once' })).errors?.[0]
        ?.extensions,
    ).toMatchObject({
      code: 'CONFLICT',
      field: 'idempotencyKey',
    });
  });

  test.each([
    ['neither actor nor descriptor', { participations: [{}] }, 'participations.0.actor'],
    ['an empty descriptor', { participations: [{ descriptor: ' ' }] }, 'participations.0.descriptor'],
    ['an unknown state', { participations: [{ actor: 'QA' }, { actor: 'ZZ' }] }, 'participations.1.actor'],
    ['a malformed date', { when: { edtf: '2021-13' } }, 'when.edtf'],
    ['an empty title', { title: '' }, 'title'],
    ['a sequence below one', { sequence: 0 }, 'sequence'],
    ['an agenda item of nothing', { agenda: [{}] }, 'agenda.0.topic'],
    [
      'a code without an edition',
      { codes: [{ scheme: 'CAMEO', code: '042', version: '' }] },
      'codes.0.version',
    ],
    ['premises that are no organization', { venueOrganization: 'QA' }, 'venueOrganization'],
    [
      'a state that is none',
      { participations: [{ descriptor: 'x', onBehalfOf: 'actor_01h455vb4pex5vsknk084sn02q' }] },
      'participations.0.onBehalfOf',
    ],
    ['an id of another type', { parent: 'actor_01h455vb4pex5vsknk084sn02q' }, 'parent'],
    [
      'more participations than are shown',
      { participations: Array.from({ length: 301 }, () => ({ actor: 'QA' })) },
      'participations',
    ],
  ])('refuses %s, naming the field', async (_, input, field) => {
    expect(await refusal(held(input))).toMatchObject({
      code: expect.stringMatching(/BAD_USER_INPUT|NOT_FOUND/),
      field,
    });
  });

  test('needs a kind and a status', async () => {
    expect(await refusal({ status: 'HELD' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'kind' });
    expect(await refusal({ kind: 'VISIT' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'status' });
  });

  test('refuses an office that is held by somebody else', async () => {
    const position = await api.given.position('Envoy', { state: 'QA' });
    const tenure = await api.given.tenure(await api.given.person('The holder'), position);
    const other = await api.given.person('Another');

    expect(await refusal(held({ participations: [{ tenure, actor: other }] }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'participations.0.tenure',
    });
  });
});

describe('amendEngagement', () => {
  test('changes what is given, empties what is null, leaves the rest', async () => {
    const { id } = await record(
      held({ title: 'before', when: { edtf: '2021' }, summary: 'kept', sequence: 3 }),
    );

    expect(await amend(id, 1, { title: 'after', when: null })).toMatchObject({
      version: 2,
      title: 'after',
      when: null,
      kind: 'MEETING',
      sequence: 3,
    });
  });

  test('keeps the items of a list that are named by their id, and withdraws those left out', async () => {
    const { id, participations } = await record(
      held({
        participations: [{ actor: 'QA' }, { actor: 'IQ' }],
        agenda: [],
        codes: [{ scheme: 'CAMEO', code: '042', version: '1' }],
      }),
    );
    const changed = await amend(id, 1, {
      participations: [{ actor: 'FR' }, { id: participations[1].id, actor: 'IQ', role: 'HOST' }],
    });

    expect(changed.participations).toMatchObject([
      { label: 'France' },
      { id: participations[1].id, label: 'Iraq', role: 'HOST' },
    ]);
    expect(changed.codes).toEqual([{ code: '042', label: 'Make a visit' }]);
    expect((await amend(id, 2, { participations: [], codes: null })).participations).toEqual([]);
  });

  test('refuses a parent within it', async () => {
    const outer = await record(held({ kind: 'VISIT' }));
    const inner = await record(held({ parent: outer.id }));
    const { errors } = await api.query(AMEND, { id: outer.id, version: 1, input: { parent: inner.id } });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'parent' });
  });

  test('refuses a version that is no longer current, and says which is', async () => {
    const { id } = await record(held());
    await amend(id, 1, { title: 'one' });
    const { errors } = await api.query(AMEND, { id, version: 1, input: { title: 'two' } });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      field: 'expectedVersion',
      currentVersion: 2,
    });
  });

  test('finds a series by its new spelling', async () => {
    const { id } = await record(held({ series: 'Old Forum' }));
    await amend(id, 1, { series: 'New Forum of Jizān' });
    const count = async (series: string) =>
      (
        await api.data('query ($s: String) { engagements(filter: {series: $s}) { totalCount } }', {
          s: series,
        })
      ).engagements.totalCount;

    expect(await count('new forum of jizan')).toBe(1);
    expect(await count('Old Forum')).toBe(0);
  });
});
