import { Api } from '../../../test/harness/api';

const RECORD = `mutation ($input: ActorInput!, $key: String) {
  recordActor(input: $input, idempotencyKey: $key) { __typename id version label wikidataId names { id value kind } }
}`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: ActorInput!) {
  amendActor(id: $id, expectedVersion: $version, input: $input, reason: "a correction") { id version label names { id value } parent { label } }
}`;
const LIST = `query ($filter: ActorFilter, $first: Int, $after: Cursor) {
  actors(filter: $filter, first: $first, after: $after) { totalCount nodes { id label } pageInfo { hasNextPage endCursor } }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const organization = async (name: string, more: object = {}) =>
  (await api.data(RECORD, { input: { kind: 'ORGANIZATION', names: [{ value: name }], ...more } }))
    .recordActor;
const labels = async (filter: object) =>
  (await api.data(LIST, { filter })).actors.nodes.map((node: { label: string }) => node.label);

describe('amendActor', () => {
  test('keeps names by id, adds new ones, withdraws those left out, and shows the new one', async () => {
    const actor = await organization('Old Name', {
      names: [{ value: 'Old Name' }, { value: 'ON', kind: 'ACRONYM' }],
    });
    const acronym = actor.names[1];

    const { amendActor } = await api.data(AMEND, {
      id: actor.id,
      version: 1,
      input: { names: [{ id: acronym.id, value: 'ON', kind: 'ACRONYM' }, { value: 'New Name' }] },
    });

    expect(amendActor).toMatchObject({
      version: 2,
      label: 'New Name',
      names: [{ id: acronym.id, value: 'ON' }, { value: 'New Name' }],
    });
    expect(await labels({ name: 'old name' })).toEqual([]);
  });

  test('leaves what is absent and empties what is null', async () => {
    const { id } = await organization('Sparing', { orgKind: 'MEDIA', domain: 'sparing.example.org' });
    await api.data(AMEND, { id, version: 1, input: { orgKind: null } });

    const { actor } = await api.data(
      'query ($id: ActorRef!) { actor(ref: $id) { label ... on Organization { orgKind domain } } }',
      { id },
    );
    expect(actor).toEqual({ label: 'Sparing', orgKind: null, domain: 'sparing.example.org' });
  });

  test('refuses a version that is not the current one, and says which is', async () => {
    const { id } = await organization('Versioned');
    const { errors } = await api.query(AMEND, { id, version: 7, input: { wikidataId: 'Q77777777' } });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      field: 'expectedVersion',
      currentVersion: 1,
    });
  });

  test.each([
    ['another kind', { kind: 'PERSON' }, 'kind'],
    ['the last name taken away', { names: [] }, 'names'],
    ['a field of another kind', { iso2: 'XB' }, 'iso2'],
  ])('refuses %s', async (_, input, field) => {
    const { id } = await organization('Steady');
    const { errors } = await api.query(AMEND, { id, version: 1, input });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('refuses to make an actor its own ancestor', async () => {
    const top = await organization('Circle Top');
    const middle = await organization('Circle Middle', { parent: top.id });
    const bottom = await organization('Circle Bottom', { parent: middle.id });

    for (const parent of [top.id, bottom.id]) {
      const { errors } = await api.query(AMEND, { id: top.id, version: 1, input: { parent } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'parent' });
    }
    expect(
      (await api.data(AMEND, { id: bottom.id, version: 1, input: { parent: top.id } })).amendActor.parent,
    ).toEqual({ label: 'Circle Top' });
  });

  test('refuses an id of another type, and an actor that is not there', async () => {
    const ask = async (id: string) =>
      (await api.query(AMEND, { id, version: 1, input: {} })).errors?.[0]?.extensions;

    expect(await ask('place_01kdvdna00e00800000000013d')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'id',
    });
    expect(await ask('actor_01kdvdna00e008000000000zzz')).toMatchObject({ code: 'NOT_FOUND', field: 'id' });
  });

  test('leaves the former state in the history', async () => {
    const { id } = await organization('Historic', { orgKind: 'NGO' });
    await api.data(AMEND, { id, version: 1, input: { orgKind: 'COMPANY' } });

    const { history } = await api.data(
      'query ($id: ID!) { history(id: $id) { version change changed before after reason } }',
      { id },
    );
    expect(history).toEqual([
      {
        version: 2,
        change: 'AMENDED',
        changed: ['orgKind'],
        before: { orgKind: 'NGO' },
        after: { orgKind: 'COMPANY' },
        reason: 'a correction',
      },
      expect.objectContaining({ version: 1, change: 'RECORDED', before: null }),
    ]);
    const rows = await api.database.writer.query(
      `SELECT org_kind FROM actor_history WHERE label = 'Historic'`,
    );
    expect(rows).toEqual([{ org_kind: 'NGO' }]);
  });

  test('opens a hidden actor to readers with the names it had', async () => {
    const { id } = await organization('Opened Archive', { marking: 'RED' });
    await api.data(AMEND, { id, version: 1, input: { marking: 'CLEAR' } });

    const read = 'query ($id: ActorRef!) { actor(ref: $id) { label marking } }';
    expect((await api.read(0, read, { id })).data.actor).toEqual({
      label: 'Opened Archive',
      marking: 'CLEAR',
    });
  });

  test('leaves what was believed to be asked for: names, members and offices as they stood', async () => {
    const { recordPosition: office } = await api.data(
      `mutation { recordPosition(input: { title: "Past Office", state: "VU" }) { id } }`,
    );
    const record = `mutation ($input: ActorInput!) { recordActor(input: $input) { id changedAt } }`;
    const input = { kind: 'PERSON', names: [{ value: 'Past Person' }], tenures: [{ position: office.id }] };
    const { recordActor: person } = await api.data(record, { input });
    await api.data(AMEND, {
      id: person.id,
      version: 1,
      input: { names: [{ value: 'Present Person' }], tenures: [], wikidataId: 'Q999999999' },
    });

    const fields = `label version wikidataId names { value } ... on Person { tenures { totalCount nodes { position { label } } } }`;
    const answer = await api.data(
      `query ($ref: ActorRef!, $at: DateTime!) { former: asOf(recordedAt: $at) { actor(ref: $ref) { ${fields} } } now: actor(ref: $ref) { ${fields} } }`,
      { ref: person.id, at: person.changedAt },
    );
    expect(answer).toEqual({
      former: {
        actor: {
          label: 'Past Person',
          version: 1,
          wikidataId: null,
          names: [{ value: 'Past Person' }],
          tenures: { totalCount: 1, nodes: [{ position: { label: 'Past Office of Vanuatu' } }] },
        },
      },
      now: {
        label: 'Present Person',
        version: 2,
        wikidataId: 'Q999999999',
        names: [{ value: 'Present Person' }],
        tenures: { totalCount: 0, nodes: [] },
      },
    });
  });
});
