import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

let api: Api;
let world: EvidenceWorld;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
});
afterAll(() => api.close());

describe('relateClaims', () => {
  const RELATE = `mutation ($input: ClaimRelationInput!) { relateClaims(input: $input) { id kind note from { id version } to { id version } delay { minimum maximum } } }`;

  test('relates two claims, as part of the first', async () => {
    const [from, to] = [
      await world.claim(await world.source({ published: { edtf: '2021-03-05' } }), 'QA'),
      await world.claim(await world.source({ published: { edtf: '2021-02' } }), 'QA'),
    ];

    const { relateClaims } = await api.data(RELATE, {
      input: { from, kind: 'CORRECTS', to, note: 'Another date' },
    });

    expect(relateClaims).toMatchObject({
      kind: 'CORRECTS',
      note: 'Another date',
      from: { id: from, version: 2 },
      to: { id: to, version: 1 },
      delay: { minimum: 5, maximum: 32 },
    });
  });

  test('refuses a claim with itself, and what stands already', async () => {
    const [from, to] = [
      await world.claim(await world.source(), 'QA'),
      await world.claim(await world.source(), 'QA'),
    ];
    const existingId = await world.relate(from, 'CONTRADICTS', to);

    const itself = await api.query(RELATE, { input: { from, kind: 'SUPPORTS', to: from } });
    const again = await api.query(RELATE, { input: { from, kind: 'CONTRADICTS', to } });

    expect(itself.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', existingId });
  });

  test('refuses claims that do not exist', async () => {
    const from = await world.claim(await world.source(), 'QA');

    const { errors } = await api.query(RELATE, {
      input: { from, kind: 'SUPPORTS', to: 'claim_01kdvdna00e0080000000001hm' },
    });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'to' });
  });
});

describe('claimRelations', () => {
  const relations = async (filter: object, ids: string[]) =>
    (
      await api.data(
        'query ($filter: ClaimRelationFilter) { claimRelations(filter: $filter, first: 100) { nodes { id } } }',
        { filter },
      )
    ).claimRelations.nodes
      .map((node: { id: string }) => node.id)
      .filter((id: string) => ids.includes(id));

  test('are filtered by kind, what they are about and whose sources they join', async () => {
    const [one, other] = [await world.outlet(), await world.outlet()];
    const engagement = await world.engagement();
    const [theirs, same, others] = [
      await world.claim(await world.source({ publisher: one }), engagement),
      await world.claim(await world.source({ publisher: one }), 'IQ'),
      await world.claim(await world.source({ publisher: other }), 'QA'),
    ];
    const unknown = await world.claim(await world.source(), 'SA');
    const within = await world.relate(theirs, 'CORRECTS', same);
    const across = await world.relate(theirs, 'CONTRADICTS', others);
    const open = await world.relate(same, 'CONTRADICTS', unknown);
    const all = [within, across, open];

    expect((await relations({ kind: ['CONTRADICTS'] }, all)).sort()).toEqual([across, open].sort());
    expect((await relations({ about: [engagement] }, all)).sort()).toEqual([within, across].sort());
    expect(await relations({ between: ['IQ', 'SA'] }, all)).toEqual([open]);
    expect((await relations({ acrossPublishers: true }, all)).sort()).toEqual([across, open].sort());
    expect(await relations({ acrossPublishers: false }, all)).toEqual([within]);
  });

  test('go with the claim they are part of', async () => {
    const [from, to] = [
      await world.claim(await world.source(), 'QA'),
      await world.claim(await world.source(), 'QA'),
    ];
    const relation = await world.relate(from, 'CORRECTS', to);
    await api.data('mutation ($id: ID!) { retract(id: $id, expectedVersion: 2, reason: "wrong") { id } }', {
      id: from,
    });

    expect(await relations({}, [relation])).toEqual([]);
    expect(
      (await api.data('query ($id: ID!) { claim(id: $id) { relations { id } } }', { id: to })).claim
        .relations,
    ).toEqual([]);
  });
});
