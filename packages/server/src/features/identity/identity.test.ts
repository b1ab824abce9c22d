import { Api } from '../../../test/harness/api';
import { findings } from '../../app/check';
import { prefixOf, uuidOf } from '../../platform/type-id';

const CLEAR = 0;
const RED = 4;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const DECIDE = `mutation ($records: [ID!]!, $status: IdentityStatus!, $reason: String = "Seen in both", $key: String) {
  decideIdentity(records: $records, status: $status, reason: $reason, idempotencyKey: $key) {
    id status score reasons decidedBy decidedAt records { id label } } }`;

interface More {
  reason?: string;
  key?: string;
}

const decide = (status: string, records: string[], more: More = {}) =>
  api.query(DECIDE, { records, status, ...more });

async function decided(status: string, ...records: string[]) {
  const { data, errors } = await decide(status, records);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.decideIdentity;
}

/** Under which id a reader counts each of these. */
async function countedAs(clearance: number, ids: readonly string[]): Promise<string[]> {
  const answers = await api.database
    .reader(clearance)
    .query(`SELECT record_id, counted_as FROM sameness WHERE record_id = ANY($1::uuid[])`, [ids.map(uuid)]);
  const rows = new Map(answers.rows.map((row) => [row.record_id, row.counted_as]));
  return ids.map((id) => ids.find((each) => uuid(each) === (rows.get(uuid(id)) ?? uuid(id))) ?? '?');
}

const uuid = (id: string) => uuidOf(id, String(prefixOf(id)), 'id');

const meetings = (count: number, more: { [field: string]: unknown } = {}) =>
  Promise.all(Array.from({ length: count }, () => api.given.engagement(more))).then((ids) => ids.sort());

describe('a verdict on two records', () => {
  test('says who decided and why, and both go on answering', async () => {
    const [one, other] = (await meetings(2)) as [string, string];

    const verdict = await decided('SAME', other, one);

    expect(verdict).toMatchObject({
      status: 'SAME',
      score: null,
      reasons: ['Seen in both'],
      decidedBy: 'editor',
      decidedAt: expect.any(String),
      records: [{ id: one }, { id: other }],
    });
    const { node, again } = await api.data(
      'query ($id: ID!, $verdict: ID!) { node(id: $id) { id } again: node(id: $verdict) { ... on Identity { status records { id } } } }',
      { id: other, verdict: verdict.id },
    );
    expect(node).toEqual({ id: other });
    expect(again).toEqual({ status: 'SAME', records: [{ id: one }, { id: other }] });
    expect(await countedAs(CLEAR, [one, other])).toEqual([one, one]);
  });

  test('is undone by another one', async () => {
    const [one, other] = (await meetings(2)) as [string, string];
    await decided('SAME', one, other);

    await decided('DIFFERENT', one, other);

    expect(await countedAs(RED, [one, other])).toEqual([one, other]);
    const { identities } = await api.data(
      'query ($record: [ID!]) { identities(filter: { record: $record, status: [SAME, DIFFERENT, CANDIDATE] }) { totalCount nodes { status } } }',
      { record: [one] },
    );
    expect(identities).toEqual({ totalCount: 1, nodes: [{ status: 'DIFFERENT' }] });
  });

  test('can be left open again', async () => {
    const [one, other] = (await meetings(2)) as [string, string];
    await decided('SAME', one, other);

    expect(await decided('CANDIDATE', one, other)).toMatchObject({
      status: 'CANDIDATE',
      decidedBy: 'editor',
    });

    expect(await countedAs(RED, [one, other])).toEqual([one, other]);
    const { identities } = await api.data(
      'query ($record: [ID!]) { identities(filter: { record: $record }) { nodes { status } } }',
      { record: [other] },
    );
    expect(identities.nodes).toEqual([{ status: 'CANDIDATE' }]);
  });

  test('leads on: what is the same as the same is the same', async () => {
    const [a, b, c, d] = (await meetings(4)) as [string, string, string, string];
    await decided('SAME', c, d);
    await decided('SAME', a, b);
    await decided('SAME', b, d);

    expect(await countedAs(CLEAR, [a, b, c, d])).toEqual([a, a, a, a]);

    await decided('DIFFERENT', b, d);
    expect(await countedAs(CLEAR, [a, b, c, d])).toEqual([a, a, c, c]);
  });

  test('may not contradict what others say: two are not different that are one by way of a third', async () => {
    const [a, b, c] = (await meetings(3)) as [string, string, string];
    await decided('SAME', a, b);
    await decided('SAME', b, c);

    const { errors } = await decide('DIFFERENT', [a, c]);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'records' });
    expect(errors?.[0]?.message).toContain(`${a} = ${b} = ${c}`);
    expect(await countedAs(CLEAR, [a, b, c])).toEqual([a, a, a]);
  });

  test('may not join what was said to be different', async () => {
    const [a, b, c] = (await meetings(3)) as [string, string, string];
    await decided('SAME', a, b);
    const { id } = await decided('DIFFERENT', a, c);

    const { errors } = await decide('SAME', [b, c]);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', existingId: id });
    expect(errors?.[0]?.message).toContain(`${a} = ${b} = ${c}`);
  });

  test('given twice with one key is given once', async () => {
    const records = await meetings(2);
    const first = await decide('SAME', records, { key: 'once' });

    const again = await decide('SAME', records, { key: 'once' });
    const other = await decide('DIFFERENT', records, { key: 'once' });

    expect(again.data).toEqual(first.data);
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', field: 'idempotencyKey' });
  });

  test('given by two at once about a chain joins all of it', async () => {
    const [a, b, c, d] = (await meetings(4)) as [string, string, string, string];
    await decided('SAME', b, c);

    await Promise.all([decided('SAME', a, b), decided('SAME', c, d)]);

    expect(await countedAs(CLEAR, [a, b, c, d])).toEqual([a, a, a, a]);
  });

  test.each([
    ['one record', (a: string) => [a], 'records'],
    ['three records', (a: string, b: string, c: string) => [a, b, c], 'records'],
    ['a record twice', (a: string) => [a, a], 'records'],
    ['what is no record', (a: string) => [a, a.replace('engagement', 'participation')], 'records.1'],
  ])('is not given on %s', async (_, records, field) => {
    const [a, b, c] = (await meetings(3)) as [string, string, string];

    const { errors } = await decide('SAME', records(a, b, c));

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test('is of two records of one type, and of two actors of one kind', async () => {
    const engagement = await api.given.engagement();
    const person = await api.given.person('Somebody');
    const organization = await api.given.organization('Something');

    const types = await decide('SAME', [engagement, person]);
    const kinds = await decide('SAME', [organization, person]);

    expect(types.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'records' });
    expect(kinds.errors?.[0]).toMatchObject({
      message: 'records takes two actors of one kind: a organization and a person cannot be one',
      extensions: { code: 'BAD_USER_INPUT', field: 'records' },
    });
  });

  test('has a reason of 3 to 500 characters', async () => {
    const records = await meetings(2);

    for (const reason of ['so', ' so ', 'o'.repeat(501)])
      expect((await decide('SAME', records, { reason })).errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        field: 'reason',
      });
  });

  test('is given by whoever may write', async () => {
    const records = await meetings(2);
    const give = (account: string | null) =>
      api.as({ account, clearance: RED, mayWrite: false }, DECIDE, { records, status: 'SAME' });

    expect((await give(null)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await give('a reader')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('records that are the same', () => {
  test('are told of, to whoever may see both, without a new version', async () => {
    await api.sequence();
    const { events } = await api.data('{ events(first: 0) { head } }');
    const [open] = (await meetings(1)) as [string];
    const [secret] = (await meetings(1, { marking: 'RED' })) as [string];
    const verdict = await decided('SAME', open, secret);
    await api.sequence();

    const list = `query ($after: Cursor, $record: [ID!]) { events(after: $after, filter: { record: $record, change: IDENTIFIED }, first: 10) {
      nodes { recordId recordVersion change changed before after reason by } } }`;
    const told = async (clearance: number) => {
      const { data } = await api.read(clearance, list, { record: [open, secret] });
      return data.events.nodes;
    };

    expect(events.head).toEqual(expect.any(String));
    expect(verdict.status).toBe('SAME');
    expect(await told(CLEAR)).toEqual([]);
    expect(await told(RED)).toEqual([
      {
        recordId: open,
        recordVersion: 1,
        change: 'IDENTIFIED',
        changed: ['identity'],
        before: { identity: null },
        after: { identity: { record: secret, status: 'SAME' } },
        reason: 'Seen in both',
        by: 'editor',
      },
      expect.objectContaining({
        recordId: secret,
        recordVersion: 1,
        after: { identity: { record: open, status: 'SAME' } },
      }),
    ]);
    const { engagement } = await api.data(
      'query ($id: ID!) { engagement(id: $id) { version } history(id: $id) { version change } }',
      { id: open },
    );
    expect(engagement.version).toBe(1);
  });

  test('stand one for the other by what a reader sees', async () => {
    const [secret, open, amber] = [
      await api.given.engagement({ marking: 'RED' }),
      await api.given.engagement(),
      await api.given.engagement({ marking: 'AMBER' }),
    ] as [string, string, string];
    await decided('SAME', secret, open);
    await decided('SAME', secret, amber);
    const ids = [secret, open, amber];

    expect(await countedAs(RED, ids)).toEqual([secret, secret, secret]);
    // What joins the two is hidden here, so that nothing does.
    expect(await countedAs(2, ids)).toEqual(ids);
    expect(await countedAs(CLEAR, ids)).toEqual(ids);
    const list =
      'query ($record: [ID!]) { identities(filter: { record: $record, status: SAME }) { totalCount nodes { id } } }';
    expect((await api.read(CLEAR, list, { record: [open] })).data.identities).toEqual({
      totalCount: 0,
      nodes: [],
    });
    expect((await api.read(RED, list, { record: [open] })).data.identities.totalCount).toBe(1);
  });

  test('that are hidden read as missing', async () => {
    const open = await api.given.engagement();
    const secret = await api.given.engagement({ marking: 'RED' });
    const clerk = { account: 'clerk', clearance: 2, mayWrite: true };
    const give = (records: string[]) => api.as(clerk, DECIDE, { records, status: 'SAME' });
    const missing = 'engagement_01h455vb4pex5vsknk084sn02q';

    const hidden = await give([open, secret]);
    const none = await give([open, missing]);

    expect(hidden.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'records.1' });
    expect(hidden.errors).toEqual(none.errors);
  });

  test('are stood for by the one that is counted: a visit by its meetings, a meeting by that of a visit, one before several', async () => {
    const [visit, twin] = (await meetings(2, { kind: 'VISIT' })) as [string, string];
    const [several, one] = [await api.given.engagement({ number: 'SEVERAL' }), await api.given.engagement()];
    await decided('SAME', visit, twin);
    await decided('SAME', several, one);
    expect(await countedAs(CLEAR, [visit, twin, several, one])).toEqual([visit, visit, one, one]);

    const [outside] = (await meetings(1)) as [string];
    const [inside] = (await meetings(1, { parent: twin })) as [string];
    expect(await countedAs(CLEAR, [visit, twin])).toEqual([twin, twin]);

    await decided('SAME', outside, inside);
    expect(await countedAs(CLEAR, [outside, inside])).toEqual([inside, inside]);

    await api.data(
      'mutation ($id: ID!) { retract(id: $id, expectedVersion: 1, reason: "For the test") { id } }',
      { id: inside },
    );
    expect(await countedAs(CLEAR, [visit, twin, outside])).toEqual([visit, visit, outside]);
    const [meeting] = (await meetings(1, { parent: twin })) as [string];
    const [guest] = (await meetings(1)) as [string];
    await decided('SAME', outside, guest);
    await decided('SAME', guest, meeting);
    expect(await countedAs(CLEAR, [outside, guest, meeting])).toEqual([meeting, meeting, meeting]);
    await api.data('mutation ($id: ID!) { expunge(id: $id, reason: "A court order") }', { id: twin });
    expect(await countedAs(CLEAR, [outside, guest, meeting])).toEqual([outside, outside, outside]);
  });

  test('part with one that is withdrawn, and come together when it comes back', async () => {
    const [a, b, c] = (await meetings(3)) as [string, string, string];
    await decided('SAME', a, b);
    await decided('SAME', b, c);
    const move = (field: string, id: string, expectedVersion: number) =>
      api.data(
        `mutation ($id: ID!, $expectedVersion: Int!) { ${field}(id: $id, expectedVersion: $expectedVersion, reason: "For the test") { id } }`,
        { id, expectedVersion },
      );

    await move('retract', b, 1);
    expect(await countedAs(CLEAR, [a, c])).toEqual([a, c]);

    await move('reinstate', b, 2);
    expect(await countedAs(CLEAR, [a, b, c])).toEqual([a, a, a]);

    await api.data('mutation ($id: ID!) { expunge(id: $id, reason: "A court order") }', { id: a });
    expect(await countedAs(CLEAR, [b, c])).toEqual([b, b]);
    const { identities } = await api.data(
      'query ($record: [ID!]) { identities(filter: { record: $record, status: [SAME] }) { nodes { records { id } } } }',
      { record: [a, b] },
    );
    expect(identities.nodes).toEqual([{ records: [{ id: b }, { id: c }] }]);
    const { history } = await api.data('query ($id: ID!) { history(id: $id) { change after reason } }', {
      id: b,
    });
    expect(JSON.stringify(history)).not.toContain(a);
  });

  test('are hidden with one that is marked anew, also in what was told of the other', async () => {
    const [a, b] = (await meetings(2)) as [string, string];
    await decided('SAME', a, b);
    const mark = (id: string, expectedVersion: number, marking: string) =>
      api.data(
        'mutation ($id: ID!, $expectedVersion: Int!, $input: EngagementInput!) { amendEngagement(id: $id, expectedVersion: $expectedVersion, input: $input) { id } }',
        { id, expectedVersion, input: { marking } },
      );
    const seen = (clearance: number) =>
      api.read(
        clearance,
        'query ($record: [ID!], $id: ID!) { identities(filter: { record: $record, status: [SAME] }) { nodes { reasons } } history(id: $id) { change } }',
        { record: [b], id: b },
      );

    await mark(a, 1, 'RED');
    expect(await countedAs(CLEAR, [a, b])).toEqual([a, b]);
    expect(await countedAs(RED, [a, b])).toEqual([a, a]);
    expect((await seen(CLEAR)).data).toEqual({
      identities: { nodes: [] },
      history: [{ change: 'RECORDED' }],
    });
    expect((await seen(RED)).data.history).toEqual([{ change: 'IDENTIFIED' }, { change: 'RECORDED' }]);

    // What was said while one was hidden stays with those who could read it.
    await mark(a, 2, 'CLEAR');
    expect(await countedAs(CLEAR, [a, b])).toEqual([a, a]);
    expect((await seen(CLEAR)).data).toEqual({
      identities: { nodes: [{ reasons: [] }] },
      history: [{ change: 'RECORDED' }],
    });
  });

  test('as of an earlier time are as was said then', async () => {
    const [a, b] = (await meetings(2)) as [string, string];
    const { id: before, decidedAt } = await decided('SAME', a, b);
    const { id: after } = await decided('DIFFERENT', a, b);
    const node = (id: string) =>
      api.data(
        'query ($at: DateTime!, $id: ID!) { asOf(recordedAt: $at) { node(id: $id) { ... on Identity { status } } } }',
        { at: decidedAt, id },
      );

    expect((await node(before)).asOf.node).toEqual({ status: 'SAME' });
    expect((await node(after)).asOf.node).toBeNull();
  });

  test('leave the record in order', async () => {
    await api.sequence();
    expect(await findings(api.database.writer)).toEqual([]);
  });
});
