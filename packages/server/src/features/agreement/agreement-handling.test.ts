import { AgreementWorld, deed } from '../../../test/harness/agreement-world';
import { Api } from '../../../test/harness/api';
import { freshTestDatabase } from '../../../test/harness/postgres/test-database';
import { Marking } from '../record/record.entity';

const { CLEAR, RED } = Marking;

let api: Api;
let world: AgreementWorld;
beforeAll(async () => {
  api = await Api.open(await freshTestDatabase());
  world = new AgreementWorld(api);
});
afterEach(() => api.withPoliciesAlone(false));
afterAll(() => api.close());

const SEEN = `query ($id: ID!) {
  agreement(id: $id) {
    label version status first: milestone(of: FIRST_ENGAGEMENT) { edtf } force: milestone(of: ENTRY_INTO_FORCE) { edtf }
    parties { status hasSigned consent { kind } actions { kind } }
    actions { totalCount nodes { kind statusAfter engagement { title } } } engagements { totalCount }
  }
  inForce: agreements(filter: {inForceOn: "2020-01-01"}) { totalCount }
  reached: agreements(filter: {reached: {milestone: ENTRY_INTO_FORCE}}) { totalCount }
  newest: agreements(orderBy: NEWEST) { nodes { id } }
}`;

describe.each([
  ['the plan and the policies', false],
  ['the policies alone', true],
])('what is RED, held back by %s', (_, isAlone) => {
  beforeEach(() => api.withPoliciesAlone(isAlone));

  test('changes the status only for those cleared for it', async () => {
    const other = await world.withHistory([['SIGNATURE', '2012']]);
    const id = await world.withHistory([['SIGNATURE', '2010']]);
    const [before, redBefore] = [await api.read(CLEAR, SEEN, { id }), await api.read(RED, SEEN, { id })];
    await world.mark(await world.act(id, deed(['ENTRY_INTO_FORCE', '2015'])), RED);
    const secret = await world.act(id, deed(['RATIFICATION', '2016', 'QA']));
    await world.mark(secret, RED);

    const [clear, red] = [await api.read(CLEAR, SEEN, { id }), await api.read(RED, SEEN, { id })];
    // The version rose while the two actions were not yet marked; nothing else may have changed.
    before.data.agreement.version = clear.data.agreement.version;
    expect(clear).toEqual(before);
    expect(clear.data.newest.nodes.findIndex((node: { id: string }) => node.id === other)).toBeLessThan(
      clear.data.newest.nodes.findIndex((node: { id: string }) => node.id === id),
    );
    expect(red.data.agreement).toMatchObject({
      status: 'IN_FORCE',
      force: { edtf: '2015' },
      parties: [{ status: 'PARTY', consent: { kind: 'RATIFICATION' } }, { status: 'SIGNATORY' }],
      actions: { totalCount: 3 },
    });
    expect(red.data.inForce.totalCount).toBe(redBefore.data.inForce.totalCount + 1);
    expect(red.data.reached.totalCount).toBe(redBefore.data.reached.totalCount + 1);
    expect(
      (await api.read(CLEAR, 'query ($id: ID!) { node(id: $id) { id } }', { id: secret })).data.node,
    ).toBeNull();
  });

  test('is left out of an action that happened there, and is no milestone', async () => {
    const id = await world.record();
    const engagement = await world.engagement({
      title: 'Secret talks',
      when: { edtf: '2009' },
      marking: 'RED',
    });
    await world.act(id, { ...deed(['SIGNATURE', '2010']), engagement });

    const [clear, red] = [await api.read(CLEAR, SEEN, { id }), await api.read(RED, SEEN, { id })];
    expect(clear.data.agreement).toMatchObject({
      status: 'SIGNED',
      first: null,
      actions: { totalCount: 1, nodes: [{ kind: 'SIGNATURE', engagement: null }] },
      engagements: { totalCount: 0 },
    });
    expect(red.data.agreement).toMatchObject({
      first: { edtf: '2009' },
      actions: { nodes: [{ engagement: { title: 'Secret talks' } }] },
      engagements: { totalCount: 1 },
    });
  });

  test('hides what somebody hidden did, rather than show it as done by all', async () => {
    const { recordActor } = await api.data(
      'mutation { recordActor(input: {kind: ORGANIZATION, names: [{value: "Front"}], marking: RED}) { id } }',
    );
    const id = await world.record();
    await world.act(id, deed(['SIGNATURE', '2010', recordActor.id]));

    expect(await world.status(id, null, CLEAR)).toBe('ANTICIPATED');
    expect(await world.status(id, null, RED)).toBe('SIGNED');
    const of = 'query ($ref: ActorRef!) { agreements(filter: {between: [$ref]}) { totalCount } }';
    expect((await api.read(CLEAR, of, { ref: recordActor.id })).data.agreements.totalCount).toBe(0);
    expect((await api.read(RED, of, { ref: recordActor.id })).data.agreements.totalCount).toBe(1);

    await world.record({ parties: [{ actor: recordActor.id }] });
    expect((await api.read(CLEAR, of, { ref: recordActor.id })).data.agreements.totalCount).toBe(0);
  });

  test('is an agreement that is nowhere to be found', async () => {
    const engagement = await world.engagement();
    const secret = await world.withHistory([['SIGNATURE', '2010', 'QA']], {
      marking: 'RED',
      title: 'Secret',
    });
    await world.act(secret, { kind: 'DECLARATION', engagement });
    const open = await world.record({ supersedes: [secret], amends: [secret] });

    const looked = `query ($secret: ID!, $open: ID!, $engagement: ID!) {
      agreement(id: $secret) { id } agreements(filter: {marking: RED}) { totalCount }
      agreementParties(filter: {agreement: [$secret]}) { totalCount nodes { id } }
      open: agreement(id: $open) { supersedes { id } amends { id } }
      engagement(id: $engagement) { agreements { totalCount nodes { id } } }
    }`;
    const variables = { secret, open, engagement };
    expect((await api.read(CLEAR, looked, variables)).data).toEqual({
      agreement: null,
      agreements: { totalCount: 0 },
      agreementParties: { totalCount: 0, nodes: [] },
      open: { supersedes: [], amends: [] },
      engagement: { agreements: { totalCount: 0, nodes: [] } },
    });
    expect((await api.read(RED, looked, variables)).data).toMatchObject({
      agreement: { id: secret },
      agreementParties: { totalCount: 2 },
      open: { supersedes: [{ id: secret }], amends: [{ id: secret }] },
      engagement: { agreements: { totalCount: 1 } },
    });
  });

  test('cannot be written to by an editor who is not cleared for it', async () => {
    const agreement = await world.record({ marking: 'RED' });
    const { errors } = await api.as(
      { account: 'junior', clearance: CLEAR, mayWrite: true },
      'mutation ($agreement: ID!) { recordAgreementAction(agreement: $agreement, input: {kind: SIGNATURE}) { id } }',
      { agreement },
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'agreement' });
  });
});
