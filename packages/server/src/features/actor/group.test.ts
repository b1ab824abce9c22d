import { Api } from '../../../test/harness/api';
import { uuidOf } from '../../platform/type-id';

const FIELDS = `id version statedSize isComplete members { id role marking interval { edtf } actor { label } group { id } }`;
const RECORD = `mutation ($input: ActorInput!) { recordActor(input: $input) { id ... on ActorGroup { ${FIELDS} } } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: ActorInput!) {
  amendActor(id: $id, expectedVersion: $version, input: $input) { ... on ActorGroup { ${FIELDS} } }
}`;

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
afterAll(() => api.close());

const group = async (members: object[], statedSize?: number, more: object = {}) =>
  (
    await api.data(RECORD, {
      input: { kind: 'GROUP', names: [{ value: 'some states' }], members, statedSize, ...more },
    })
  ).recordActor;
const amend = async (id: string, version: number, input: object) =>
  (await api.data(AMEND, { id, version, input })).amendActor;
const seen = async (id: string, clearance: number) =>
  (
    await api.read(
      clearance,
      `query ($id: ActorRef!) { actor(ref: $id) { ... on ActorGroup { ${FIELDS} } } }`,
      { id },
    )
  ).data.actor;

describe('a group', () => {
  test('has members with their roles and times', async () => {
    const { members, id } = await group([
      { actor: 'SA', role: 'LEADER', interval: { edtf: '2017/' } },
      { actor: 'AE' },
    ]);

    expect(members).toMatchObject([
      { role: 'LEADER', interval: { edtf: '2017/' }, actor: { label: 'Saudi Arabia' }, group: { id } },
      { role: null, interval: null, actor: { label: 'United Arab Emirates' } },
    ]);
  });

  test('keeps members by id, adds new ones and withdraws those left out', async () => {
    const { id, members } = await group([{ actor: 'SA' }, { actor: 'AE' }]);
    const [kept] = members;

    const amended = await amend(id, 1, {
      members: [{ actor: 'EG' }, { id: kept.id, actor: 'SA', role: 'LEADER' }],
    });

    expect(amended.version).toBe(2);
    expect(amended.members).toMatchObject([{ actor: { label: 'Egypt' } }, { id: kept.id, role: 'LEADER' }]);
  });

  test('refuses itself as a member, and an item of another group', async () => {
    const one = await group([{ actor: 'SA' }]);
    const other = await group([{ actor: 'SA' }]);
    const ask = async (members: object[]) =>
      (await api.query(AMEND, { id: one.id, version: 1, input: { members } })).errors?.[0]?.extensions;

    expect(await ask([{ actor: one.id }])).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'members.0.actor',
    });
    expect(await ask([{ id: other.members[0].id, actor: 'SA' }])).toMatchObject({
      code: 'NOT_FOUND',
      field: 'members.0.id',
    });
  });
});

describe('isComplete', () => {
  const four = [{ actor: 'SA' }, { actor: 'AE' }, { actor: 'EG' }, { actor: 'BH' }];

  test('compares the members known with how many there are said to be', async () => {
    expect((await group(four, 4)).isComplete).toBe(true);
    expect((await group(four.slice(1), 4)).isComplete).toBe(false);
  });

  test('is unknown where no number is said', async () => {
    expect((await group(four)).isComplete).toBeNull();
  });

  test('counts one that is listed for two times once', async () => {
    const twice = [
      { actor: 'SA', interval: { edtf: '2001' } },
      { actor: 'SA', interval: { edtf: '2017/' } },
    ];

    expect((await group(twice, 2)).isComplete).toBe(false);
  });

  test('is false while a claim says that members are missing', async () => {
    const { id } = await group(four, 4);
    await incompleteClaim(id);

    expect((await seen(id, 0)).isComplete).toBe(false);
  });

  test('is judged by the members a reader may see', async () => {
    const { id } = await group(four, 4);
    await hideOneMember(id);

    expect((await seen(id, 0)).isComplete).toBe(false);
    expect((await seen(id, 4)).isComplete).toBe(true);
  });
});

/** As a claim is stored; claims are recorded by a feature downstream. */
async function incompleteClaim(group: string): Promise<void> {
  await bySql(
    `WITH r AS (SELECT gen_random_uuid() AS id), at AS (SELECT date_trunc('milliseconds', now()) AS at),
          record AS (INSERT INTO record (id, type, marking, version, recorded_at, recorded_by, changed_at, recorded_from)
                     SELECT r.id, 'claim', 0, 1, at, 'test', at, at FROM r, at RETURNING id),
          claim AS (INSERT INTO claim (id, marking, clearance, recorded_from, predicate, statement, modality, polarity, gap, standing)
                    SELECT id, 0, 0, (SELECT at FROM at), 'SUPPORTS_RECORD', 'There are more.', 'ASSERTED', 'POSITIVE', 'INCOMPLETE', 'NORMAL' FROM record RETURNING id)
     INSERT INTO claim_target (id, record_id, ordinal, marking, recorded_from, role, target_id, field)
     SELECT gen_random_uuid(), id, 0, 0, (SELECT at FROM at), 'SUBJECT', $1, 'members' FROM claim`,
    group,
  );
}

async function hideOneMember(group: string): Promise<void> {
  await bySql(
    `UPDATE group_member SET marking = 4, recorded_from = now() WHERE id = (SELECT id FROM group_member WHERE record_id = $1 ORDER BY ordinal LIMIT 1)`,
    group,
  );
}

/** Rows that no mutation here makes. The outbox is told, as every change tells it. */
async function bySql(statement: string, group: string): Promise<void> {
  const id = uuidOf(group, 'actor', 'id');
  await api.database.writer.transaction(async (manager) => {
    await manager.query(statement, [id]);
    await manager.query(
      'INSERT INTO event_outbox (version_id, record_id) SELECT id, record_id FROM record_version WHERE record_id = $1 LIMIT 1',
      [id],
    );
  });
}
