import { Api } from '../../../test/harness/api';

const ACTOR = `mutation ($input: ActorInput!) { recordActor(input: $input) { id version ... on Person { tenures { nodes { id isActing position { title } from { edtf } } } } } }`;
const AMEND_ACTOR = `mutation ($id: ID!, $version: Int!, $input: ActorInput!) {
  amendActor(id: $id, expectedVersion: $version, input: $input) { version ... on Person { tenures { totalCount nodes { id isActing position { title } } } } }
}`;
const POSITION = `mutation ($input: PositionInput!, $key: String) { recordPosition(input: $input, idempotencyKey: $key) {
  id label title level version organization { label } state { label } accreditedTo { label } } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: PositionInput!) {
  amendPosition(id: $id, expectedVersion: $version, input: $input) { label version level } }`;
const TENURE = `mutation ($input: TenureInput!, $key: String) { recordTenure(input: $input, idempotencyKey: $key) {
  id marking isActing from { text edtf } to { edtf } person { label version } position { title } } }`;
const TENURES = `query ($filter: TenureFilter, $first: Int, $after: Cursor) { tenures(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id person { label } position { title } } } }`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const actor = async (kind: string, value: string, more: object = {}) =>
  (await api.data(ACTOR, { input: { kind, names: [{ value }], ...more } })).recordActor;
const position = async (input: object) => (await api.data(POSITION, { input })).recordPosition;
const tenure = async (input: object) => (await api.data(TENURE, { input })).recordTenure;
const holders = async (filter: object) =>
  (await api.data(TENURES, { filter })).tenures.nodes.map(
    (node: { person: { label: string } }) => node.person.label,
  );
const refusal = async (document: string, input: object) =>
  (await api.query(document, { input })).errors?.[0]?.extensions;

describe('an office', () => {
  test('is called by its title, its organization and whose that is', async () => {
    const ministry = await actor('ORGANIZATION', 'Ministry of Bridges (MOB) of Malta', { state: 'MT' });
    const bare = await actor('ORGANIZATION', 'Ministry of Roads', { state: 'MT' });

    expect((await position({ title: 'Undersecretary', organization: ministry.id })).label).toBe(
      'Undersecretary, Ministry of Bridges (MOB) of Malta',
    );
    expect((await position({ title: 'Minister', organization: bare.id })).label).toBe(
      'Minister, Ministry of Roads of Malta',
    );
    expect((await position({ title: 'Prime Minister', state: 'MT' })).label).toBe('Prime Minister of Malta');
    expect((await position({ title: 'Ambassador', state: 'MT', accreditedTo: 'QA' })).label).toBe(
      'Ambassador of Malta to Qatar',
    );
  });

  test('does not tell of a hidden organization in its label', async () => {
    const hidden = await actor('ORGANIZATION', 'Shadow Bureau', { marking: 'RED' });
    const { id } = await position({ title: 'Director', organization: hidden.id });

    const { data } = await api.read(
      0,
      'query ($id: ID!) { position(id: $id) { label organization { label } } }',
      { id },
    );
    expect(data.position).toEqual({ label: 'Director', organization: null });
  });

  test.each([
    ['without a title', { state: 'MT' }, 'title'],
    ['with a blank title', { title: ' ', state: 'MT' }, 'title'],
    ['of nobody', { title: 'Director' }, 'organization'],
    ['of a state that is no organization', { title: 'Director', organization: 'MT' }, 'organization'],
    ['of an unknown state', { title: 'Director', state: 'ZZ' }, 'state'],
  ])('is refused %s', async (_, input, field) => {
    expect(await refusal(POSITION, input)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('is refused of an organization and a state, and accredited to a person', async () => {
    const organization = await actor('ORGANIZATION', 'Twofold Authority');
    const person = await actor('PERSON', 'Receiver');

    expect(
      await refusal(POSITION, { title: 'Head', organization: organization.id, state: 'MT' }),
    ).toMatchObject({ field: 'state' });
    expect(await refusal(POSITION, { title: 'Envoy', state: 'MT', accreditedTo: person.id })).toMatchObject({
      field: 'accreditedTo',
    });
  });

  test('moves from a state to an organization in one change', async () => {
    const organization = await actor('ORGANIZATION', 'Cabinet', { state: 'MT' });
    const { id } = await position({ title: 'Secretary', state: 'MT' });

    const { amendPosition } = await api.data(AMEND, {
      id,
      version: 1,
      input: { state: null, organization: organization.id, level: 'MINISTER' },
    });
    expect(amendPosition).toEqual({ label: 'Secretary, Cabinet of Malta', version: 2, level: 'MINISTER' });
    const { errors } = await api.query(AMEND, { id, version: 1, input: { level: null } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  });

  test('stands among those of its state, the highest first, its organizations included', async () => {
    const ministry = await actor('ORGANIZATION', 'Ministry of Wells', { state: 'WS' });
    await position({ title: 'Clerk', organization: ministry.id });
    await position({ title: 'Minister', organization: ministry.id, level: 'MINISTER' });
    await position({ title: 'Head of State', state: 'WS', level: 'HEAD_OF_STATE' });
    await position({ title: 'Spy', state: 'WS', level: 'OFFICIAL', marking: 'RED' });
    const ask = async (clearance: number) =>
      (
        await api.read(clearance, '{ actor(ref: "WS") { ... on State { positions { title } } } }')
      ).data.actor.positions.map((each: { title: string }) => each.title);

    expect(await ask(0)).toEqual(['Head of State', 'Minister', 'Clerk']);
    expect(await ask(4)).toEqual(['Head of State', 'Minister', 'Spy', 'Clerk']);
    const { actor: organization } = await api.data(
      'query ($id: ActorRef!) { actor(ref: $id) { ... on Organization { positions { title } state { label } seatState { label } } } }',
      { id: ministry.id },
    );
    expect(organization).toEqual({
      positions: [{ title: 'Minister' }, { title: 'Clerk' }],
      state: { label: 'Samoa' },
      seatState: null,
    });
  });
});

describe('recordTenure', () => {
  test('adds an office to those of a person and raises its version', async () => {
    const person = await actor('PERSON', 'Holder One');
    const office = await position({ title: 'Registrar', state: 'MT' });

    expect(
      await tenure({
        person: person.id,
        position: office.id,
        from: { text: 'since spring', edtf: '2020' },
        isActing: true,
      }),
    ).toMatchObject({
      marking: 'CLEAR',
      isActing: true,
      from: { text: 'since spring', edtf: '2020' },
      to: null,
      person: { label: 'Holder One', version: 2 },
      position: { title: 'Registrar' },
    });
  });

  test('refuses what is no tenure', async () => {
    const person = (await actor('PERSON', 'Holder Two')).id;
    const office = (await position({ title: 'Warden', state: 'MT' })).id;

    expect(await refusal(TENURE, { position: office })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'person',
    });
    expect(await refusal(TENURE, { person: 'MT', position: office })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'person',
    });
    expect(await refusal(TENURE, { person, position: person })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'position',
    });
    expect(await refusal(TENURE, { person, position: 'position_01kdvdna00e0080000000001hm' })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'position',
    });
    expect(
      await refusal(TENURE, { person, position: office, from: { edtf: '2021' }, to: { edtf: '2020-12' } }),
    ).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'to',
    });
    expect(await refusal(TENURE, { person, position: office, from: { edtf: 'Tuesday' } })).toMatchObject({
      field: 'from.edtf',
    });
  });

  test('does not refuse an end in the year of the beginning', async () => {
    const person = (await actor('PERSON', 'Holder Three')).id;
    const office = (await position({ title: 'Usher', state: 'MT' })).id;

    expect(
      await refusal(TENURE, { person, position: office, from: { edtf: '2021-06' }, to: { edtf: '2021' } }),
    ).toBeUndefined();
  });

  test('answers a repeat with the first answer', async () => {
    const person = (await actor('PERSON', 'Holder Four')).id;
    const input = { person, position: (await position({ title: 'Porter', state: 'MT' })).id };
    const first = await api.data(TENURE, { input, key: 'tenure-repeat' });

    expect(await api.data(TENURE, { input, key: 'tenure-repeat' })).toEqual(first);
  });
});

describe('the tenures of a person', () => {
  test('are recorded and amended as one list: kept by id, new, left out', async () => {
    const [first, second, third] = await Promise.all(
      ['A', 'B', 'C'].map((letter) => position({ title: `Office ${letter}`, state: 'MT' })),
    );
    const person = await actor('PERSON', 'Career', {
      tenures: [
        { position: first.id, from: { edtf: '2001' } },
        { position: second.id, from: { edtf: '2002' } },
      ],
    });
    expect(person.tenures.nodes.map((node: { position: { title: string } }) => node.position.title)).toEqual([
      'Office B',
      'Office A',
    ]);

    const kept = person.tenures.nodes[0];
    const { amendActor } = await api.data(AMEND_ACTOR, {
      id: person.id,
      version: 1,
      input: {
        tenures: [
          { id: kept.id, position: second.id, isActing: false },
          { position: third.id, from: { edtf: '2010' } },
        ],
      },
    });
    expect(amendActor).toMatchObject({
      version: 2,
      tenures: {
        totalCount: 2,
        nodes: [
          { position: { title: 'Office C' } },
          { id: kept.id, isActing: false, position: { title: 'Office B' } },
        ],
      },
    });
  });

  test('are refused by the path of the item', async () => {
    const office = await position({ title: 'Path', state: 'MT' });
    const other = await actor('PERSON', 'Somebody Else');
    const input = (item: object) => ({
      kind: 'PERSON',
      names: [{ value: 'x' }],
      tenures: [{ position: office.id }, { position: office.id, ...item }],
    });

    expect(await refusal(ACTOR, input({ to: { edtf: '2000' }, from: { edtf: '2001' } }))).toMatchObject({
      field: 'tenures.1.to',
    });
    expect(await refusal(ACTOR, input({ person: other.id }))).toMatchObject({ field: 'tenures.1.person' });
  });
});

describe('tenures', () => {
  test('are found by person, office, organization, state, title and level', async () => {
    const ministry = await actor('ORGANIZATION', 'Ministry of Lamps', { state: 'TO' });
    const minister = await position({
      title: 'Minister of Lamps',
      organization: ministry.id,
      level: 'MINISTER',
    });
    const clerk = await position({ title: 'Lamp Clerk', state: 'TO', level: 'OFFICIAL' });
    const high = await actor('PERSON', 'High Lamp', { tenures: [{ position: minister.id }] });
    await actor('PERSON', 'Low Lamp', { tenures: [{ position: clerk.id }] });

    expect(await holders({ person: [high.id] })).toEqual(['High Lamp']);
    expect(await holders({ position: [clerk.id] })).toEqual(['Low Lamp']);
    expect(await holders({ organization: [ministry.id] })).toEqual(['High Lamp']);
    expect((await holders({ state: ['TO'] })).sort()).toEqual(['High Lamp', 'Low Lamp']);
    expect(await holders({ state: ['TO'], levelAtLeast: 'AMBASSADOR' })).toEqual(['High Lamp']);
    expect((await holders({ title: 'LAMP' })).sort()).toEqual(['High Lamp', 'Low Lamp']);
    expect(await holders({ title: 'lamps' })).toEqual(['High Lamp']);
    expect(await holders({ title: 'lamp cl' })).toEqual(['Low Lamp']);
  });

  test('on a day are those that may cover it: an unknown bound may', async () => {
    const office = await position({ title: 'Keeper of Days', state: 'TO' });
    const held = (name: string, from: string | null, to: string | null) =>
      actor('PERSON', name, {
        tenures: [{ position: office.id, from: from && { edtf: from }, to: to && { edtf: to } }],
      });
    await held('Early', '2001', '2005');
    await held('Late', '2006-05', '2010');
    await held('Undated', null, null);
    await held('Ended', null, '2003');

    expect((await holders({ position: [office.id], on: '2004-07-01' })).sort()).toEqual(['Early', 'Undated']);
    expect((await holders({ position: [office.id], on: '2003-12-31' })).sort()).toEqual([
      'Early',
      'Ended',
      'Undated',
    ]);
    const { position: read } = await api.data(
      'query ($id: ID!) { position(id: $id) { tenures { totalCount nodes { person { label } } } on: tenures(on: "2008-01-01") { nodes { person { label } } } } }',
      { id: office.id },
    );
    expect(read.tenures.nodes.map((node: { person: { label: string } }) => node.person.label)).toEqual([
      'Late',
      'Early',
      'Undated',
      'Ended',
    ]);
    expect(read.on.nodes.map((node: { person: { label: string } }) => node.person.label)).toEqual([
      'Late',
      'Undated',
    ]);
  });

  test('are paged the latest first without loss', async () => {
    const office = await position({ title: 'Paged Office', state: 'TO' });
    for (const year of ['2003', '2001', '2002'])
      await actor('PERSON', `Since ${year}`, { tenures: [{ position: office.id, from: { edtf: year } }] });
    const filter = { position: [office.id] };
    const first = (await api.data(TENURES, { filter, first: 2 })).tenures;
    const rest = (await api.data(TENURES, { filter, first: 2, after: first.pageInfo.endCursor })).tenures;

    expect([...first.nodes, ...rest.nodes].map((node) => node.person.label)).toEqual([
      'Since 2003',
      'Since 2002',
      'Since 2001',
    ]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const { errors } = await api.query(TENURES, { filter: {}, first: 2, after: first.pageInfo.endCursor });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });

  test('of a hidden person or of one withdrawn are not there', async () => {
    const office = await position({ title: 'Discreet Office', state: 'TO' });
    await actor('PERSON', 'Hidden Holder', { marking: 'RED', tenures: [{ position: office.id }] });
    const gone = await actor('PERSON', 'Gone Holder', { tenures: [{ position: office.id }] });
    await api.data(
      `mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "a mistake") { id } }`,
      { id: gone.id },
    );

    const ask = async (clearance: number) =>
      (await api.read(clearance, TENURES, { filter: { position: [office.id] } })).data.tenures.totalCount;
    expect(await ask(0)).toBe(0);
    expect(await ask(4)).toBe(1);
  });
});
