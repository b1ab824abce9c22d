import { Api } from '../../../test/harness/api';

const RECORD = `mutation ($input: EngagementInput!) { recordEngagement(input: $input) { id version changedAt } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: EngagementInput!, $key: String) {
  amendEngagement(id: $id, expectedVersion: $version, input: $input, reason: "press correction", idempotencyKey: $key) { id version title }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

async function meeting(input: object = {}): Promise<{ id: string; version: number; changedAt: string }> {
  const { recordEngagement } = await api.data(RECORD, {
    input: {
      kind: 'MEETING',
      status: 'HELD',
      title: 'First title',
      participations: [{ descriptor: 'officials' }],
      ...input,
    },
  });
  return recordEngagement;
}

describe('asOf', () => {
  test('shows the record as it stood, parts included, beside the present', async () => {
    const { id, changedAt } = await meeting();
    await api.data(AMEND, { id, version: 1, input: { title: 'Second title', participations: [] } });

    const answer = await api.data(
      `query ($id: ID!, $at: DateTime!) {
        former: asOf(recordedAt: $at) { engagement(id: $id) { title version participations { label } } }
        now: engagement(id: $id) { title version participations { label } }
      }`,
      { id, at: changedAt },
    );

    expect(answer).toEqual({
      former: { engagement: { title: 'First title', version: 1, participations: [{ label: 'officials' }] } },
      now: { title: 'Second title', version: 2, participations: [] },
    });
  });

  test('knows nothing of what was recorded later', async () => {
    const before = new Date(Date.now() - 60_000).toISOString();
    const { id } = await meeting();

    const answer = await api.data(
      `query ($id: ID!, $at: DateTime!) { asOf(recordedAt: $at) { engagement(id: $id) { id } } }`,
      { id, at: before },
    );

    expect(answer.asOf.engagement).toBeNull();
  });

  test('refuses a time to come', async () => {
    const { errors } = await api.query(
      `{ asOf(recordedAt: "2199-01-01T00:00:00Z") { engagements { totalCount } } }`,
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'recordedAt' });
  });
});

describe('history', () => {
  test('lists the versions with what changed, the latest first', async () => {
    const { id } = await meeting();
    await api.data(AMEND, { id, version: 1, input: { title: 'Second title' } });

    const { history } = await api.data(
      `query ($id: ID!) { history(id: $id) { version change changed before after by reason } }`,
      { id },
    );

    expect(history[0]).toMatchObject({
      version: 2,
      change: 'AMENDED',
      changed: ['title'],
      before: { title: 'First title' },
      after: { title: 'Second title' },
      by: 'editor',
      reason: 'press correction',
    });
    expect(history[1]).toMatchObject({ version: 1, change: 'RECORDED', before: null });
  });

  test('names what is ordered as the schema does', async () => {
    const { id } = await meeting();
    await api.data(AMEND, { id, version: 1, input: { marking: 'GREEN' } });

    const { history } = await api.data('query ($id: ID!) { history(id: $id, first: 1) { before after } }', {
      id,
    });

    expect(history[0]).toMatchObject({ before: { marking: 'CLEAR' }, after: { marking: 'GREEN' } });
  });
});

describe('a change', () => {
  test('is refused where somebody else was faster', async () => {
    const { id } = await meeting();
    await api.data(AMEND, { id, version: 1, input: { title: 'Second title' } });

    const { errors } = await api.query(AMEND, { id, version: 1, input: { title: 'Third title' } });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      field: 'expectedVersion',
      currentVersion: 2,
    });
  });

  test('is made once however often it is sent with one key', async () => {
    const { id } = await meeting();
    const command = { id, version: 1, input: { title: 'Second title' }, key: `key of ${id}` };

    const answers = await Promise.all([
      api.data(AMEND, command),
      api.data(AMEND, command),
      api.data(AMEND, command),
    ]);

    expect(answers.map((answer) => answer.amendEngagement.version)).toEqual([2, 2, 2]);
  });

  test('with a key used for something else is a conflict', async () => {
    const { id } = await meeting();
    await api.data(AMEND, { id, version: 1, input: { title: 'Second title' }, key: `other key of ${id}` });

    const { errors } = await api.query(AMEND, {
      id,
      version: 2,
      input: { title: 'Third title' },
      key: `other key of ${id}`,
    });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'idempotencyKey' });
  });

  test('needs the token', async () => {
    const { errors } = await api.read(0, RECORD, { input: { kind: 'MEETING', status: 'HELD' } });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('retract', () => {
  const RETRACT = `mutation ($id: ID!, $version: Int!) { retract(id: $id, expectedVersion: $version, reason: "a hoax") { id version retraction { by reason } } }`;

  test('takes a record out of lists, keeps it by id, and can be taken back', async () => {
    const { id } = await meeting({ title: 'A hoax' });
    const listed = `{ engagements(first: 100) { nodes { id } } }`;

    const { retract } = await api.data(RETRACT, { id, version: 1 });
    const { engagements, engagement } = await api.data(
      `query ($id: ID!) { engagement(id: $id) { title retraction { reason } } ${listed.slice(1, -1)} }`,
      { id },
    );
    await api.data(
      `mutation ($id: ID!) { reinstate(id: $id, expectedVersion: 2, reason: "it was none") { id } }`,
      { id },
    );

    expect(retract).toMatchObject({ version: 2, retraction: { by: 'editor', reason: 'a hoax' } });
    expect(engagements.nodes).not.toContainEqual({ id });
    expect(engagement).toEqual({ title: 'A hoax', retraction: { reason: 'a hoax' } });
    expect((await api.data(listed)).engagements.nodes).toContainEqual({ id });
  });

  test('cannot be taken back while another record bears its code', async () => {
    const topic = `mutation ($slug: String!) { recordTopic(input: {slug: $slug, names: [{value: "Fishing"}]}) { id version } }`;
    const slug = `fishing-${Date.now()}`;
    const first = (await api.data(topic, { slug })).recordTopic;
    await api.data(RETRACT, { id: first.id, version: first.version });
    await api.data(topic, { slug });

    const { errors } = await api.query(
      `mutation ($id: ID!) { reinstate(id: $id, expectedVersion: 2, reason: "needed again") { id } }`,
      { id: first.id },
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'id' });
  });

  test('of a part leaves its record and raises its version', async () => {
    const { id } = await meeting();
    const { engagement } = await api.data(
      `query ($id: ID!) { engagement(id: $id) { participations { id } } }`,
      { id },
    );

    await api.data(RETRACT, { id: engagement.participations[0].id, version: 1 });

    const after = await api.data(
      `query ($id: ID!) { engagement(id: $id) { version retraction { reason } participations { id } } }`,
      { id },
    );
    expect(after.engagement).toEqual({ version: 2, retraction: null, participations: [] });
  });
});

describe('expunge', () => {
  test('leaves nothing of the content in any table', async () => {
    const { id } = await meeting({ title: 'Unspeakable secret' });
    await api.data(AMEND, { id, version: 1, input: { title: 'Unspeakable still' } });

    const { expunge } = await api.data(`mutation ($id: ID!) { expunge(id: $id, reason: "court order") }`, {
      id,
    });

    const tables: { name: string }[] = await api.database.writer.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [{ hits }] = await api.database.writer.query(
        `SELECT count(*)::integer AS hits FROM ${name} t WHERE t::text ILIKE '%unspeakable%'`,
      );
      if (hits > 0) found.push(name);
    }
    expect(expunge).toBe(id);
    expect(found).toEqual([]);
    expect(
      (await api.data(`query ($id: ID!) { node(id: $id) { id } history(id: $id) { change } }`, { id }))
        .history[0],
    ).toEqual({ change: 'EXPUNGED' });
  });
});
