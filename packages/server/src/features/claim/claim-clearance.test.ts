import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';
import { findings } from '../../app/check';
import { FOLLOWING } from '../record/part-marking.projection';

const CLEAR = 0;
const AMBER = 2;

let api: Api;
let world: EvidenceWorld;
let source: string;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
  source = await world.source();
});
afterAll(() => api.close());

/** What a reader of a clearance sees of a claim. */
async function seen(clearance: number, id: string) {
  const { data, errors } = await api.read(
    clearance,
    `query ($id: ID!) { claim(id: $id) { targets { record { id } part { id } descriptor } passages { id } attributions { descriptor speaker { id } } relations { from { id } to { id } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data.claim;
}

async function mark(type: 'Engagement' | 'Source' | 'Actor' | 'Claim', id: string, marking: string) {
  await api.data(
    `mutation ($id: ID!, $version: Int!, $input: ${type}Input!) { amend${type}(id: $id, expectedVersion: $version, input: $input) { id } }`,
    { id, version: await world.version(id), input: { marking } },
  );
}

describe('a claim', () => {
  test('is hidden where every subject is, and shows what is left where one is not', async () => {
    const red = await world.engagement({ marking: 'RED' });
    const hidden = await world.claim(source, red);
    const joint = await world.claim(source, 'QA', { targets: [{ record: red }, { record: 'QA' }] });

    expect(await seen(CLEAR, hidden)).toBeNull();
    expect((await seen(CLEAR, joint)).targets).toHaveLength(1);
    expect((await seen(4, joint)).targets).toHaveLength(2);
  });

  test('is seen where its subject is only described', async () => {
    const id = await world.claim(source, 'QA', { targets: [{ descriptor: 'some Arab countries' }] });

    expect(await seen(CLEAR, id)).not.toBeNull();
  });

  test('is hidden with its source', async () => {
    const amber = await world.source({ marking: 'AMBER' });
    const id = await world.claim(amber, 'QA');

    expect(await seen(CLEAR, id)).toBeNull();
    expect(await seen(AMBER, id)).not.toBeNull();
  });

  test('follows its subject, up and down', async () => {
    const engagement = await world.engagement();
    const id = await world.claim(source, engagement);

    await mark('Engagement', engagement, 'RED');
    expect(await seen(CLEAR, id)).toBeNull();
    await mark('Engagement', engagement, 'CLEAR');
    expect(await seen(CLEAR, id)).not.toBeNull();
  });

  test('follows its source up, and stays there: its marking may have been chosen', async () => {
    const article = await world.source();
    const id = await world.claim(article, 'QA');

    await mark('Source', article, 'AMBER');
    expect(await seen(CLEAR, id)).toBeNull();
    expect(await seen(AMBER, id)).not.toBeNull();
    await mark('Source', article, 'CLEAR');
    expect(await seen(CLEAR, id)).toBeNull();
    await mark('Claim', id, 'CLEAR');
    expect(await seen(CLEAR, id)).not.toBeNull();
  });

  test('on a part is hidden with the record of the part', async () => {
    const engagement = await world.engagement({ participations: [{ actor: 'QA' }] });
    const { engagement: read } = await api.data(
      'query ($id: ID!) { engagement(id: $id) { participations { id } } }',
      { id: engagement },
    );
    const id = await world.claim(source, { part: read.participations[0].id });
    expect(await seen(CLEAR, id)).not.toBeNull();

    await mark('Engagement', engagement, 'GREEN');

    expect(await seen(CLEAR, id)).toBeNull();
    expect(await seen(1, id)).toMatchObject({ targets: [{ part: read.participations[0] }] });
  });

  test('about a claim is hidden with it', async () => {
    const engagement = await world.engagement();
    const first = await world.claim(source, engagement);
    const second = await world.claim(source, first, { predicate: 'ASSESSMENT' });
    const third = await world.claim(source, second, { predicate: 'ASSESSMENT' });

    const { claim } = await api.data('query ($id: ID!) { claim(id: $id) { targets { id } } }', { id: third });
    const [row] = claim.targets;
    const rowSeen = async () =>
      (await api.read(CLEAR, 'query ($id: ID!) { node(id: $id) { id } }', row)).data.node;
    expect(await rowSeen()).toEqual(row);

    await mark('Engagement', engagement, 'RED');
    expect(await rowSeen()).toBeNull();
    expect(await seen(CLEAR, third)).toBeNull();
    await mark('Engagement', engagement, 'CLEAR');
    expect(await seen(CLEAR, third)).not.toBeNull();
  });

  test('shows no relation to a claim that is hidden', async () => {
    const engagement = await world.engagement();
    const [open, other] = [await world.claim(source, 'QA'), await world.claim(source, engagement)];
    await world.relate(open, 'CONTRADICTS', other);
    await world.relate(other, 'SUPPORTS', open);
    expect((await seen(CLEAR, open)).relations).toHaveLength(2);

    await mark('Engagement', engagement, 'RED');

    expect((await seen(CLEAR, open)).relations).toEqual([]);
    expect((await seen(4, open)).relations).toHaveLength(2);
  });

  test('shows no empty attribution where its speaker is hidden, and the wording where there is one', async () => {
    const spy = await world.person('Somebody hidden', { marking: 'RED' });
    const id = await world.claim(source, 'QA', {
      attributions: [
        { kind: 'OTHER', speaker: spy },
        { kind: 'OTHER', speaker: spy, descriptor: 'an official' },
      ],
    });

    expect((await seen(CLEAR, id)).attributions).toEqual([{ descriptor: 'an official', speaker: null }]);
    expect((await seen(4, id)).attributions).toHaveLength(2);
  });

  test('hides an attribution when its speaker is hidden later', async () => {
    const person = await world.person();
    const id = await world.claim(source, 'QA', { attributions: [{ kind: 'OTHER', speaker: person }] });

    await mark('Actor', person, 'RED');

    expect((await seen(CLEAR, id)).attributions).toEqual([]);
  });

  test('tells nothing in its history of a target that is hidden', async () => {
    const red = await world.engagement({ marking: 'RED' });
    const id = await world.claim(source, 'QA', { targets: [{ record: 'QA' }, { record: red }] });
    const told = async (clearance: number) =>
      JSON.stringify(
        (await api.read(clearance, 'query ($id: ID!) { history(id: $id) { changed after } }', { id })).data
          .history,
      );
    const [{ uuid }] = await api.database.writer.query(
      `SELECT id AS uuid FROM engagement ORDER BY id DESC LIMIT 1`,
    );

    expect(await told(4)).toContain(uuid);
    expect(await told(CLEAR)).not.toContain(uuid);
    expect(await told(CLEAR)).toContain('targetId');
  });

  test('that is hidden has no history either', async () => {
    const red = await world.engagement({ marking: 'RED' });
    const id = await world.claim(source, red);

    const { data } = await api.read(
      CLEAR,
      'query ($id: ID!) { history(id: $id) { version } node(id: $id) { id } }',
      { id },
    );

    expect(data).toEqual({ history: [], node: null });
  });

  test('that is hidden is told of as closely as it is kept', async () => {
    await world.claim(source, await world.engagement({ marking: 'AMBER' }));

    const [told] = await api.database.writer.query(
      `SELECT marking FROM record_version WHERE record_type = 'claim' ORDER BY id DESC LIMIT 1`,
    );
    expect(told).toEqual({ marking: AMBER });
  });

  test('that is hidden later takes its history with it', async () => {
    const engagement = await world.engagement();
    const id = await world.claim(source, engagement);

    await mark('Engagement', engagement, 'RED');

    const { data } = await api.read(CLEAR, 'query ($id: ID!) { history(id: $id) { version } }', { id });
    expect(data.history).toEqual([]);
  });

  test('raises no version by what is hidden from those who see it', async () => {
    const red = await world.engagement({ marking: 'RED' });
    const id = await world.claim(source, 'QA');
    const { claim } = await api.data('query ($id: ID!) { claim(id: $id) { targets { record { id } } } }', {
      id,
    });

    await api.data(
      `mutation ($id: ID!, $input: ClaimInput!) { amendClaim(id: $id, expectedVersion: 1, input: $input) { id } }`,
      { id, input: { targets: [{ record: claim.targets[0].record.id }, { record: red, role: 'OBJECT' }] } },
    );

    expect(await world.version(id)).toBe(1);
    expect((await seen(4, id)).targets).toHaveLength(2);
  });
});

test('all this agrees with a recount', async () => {
  expect(await findings(api.database.writer)).toEqual([]);
});

describe('parts', () => {
  test('are never marked below their record', async () => {
    const engagement = await world.engagement({
      participations: [{ actor: 'QA' }],
      agenda: [],
      names: [{ value: 'Milipol' }],
    });
    const parts = async () =>
      (
        await api.data(
          'query ($id: ID!) { engagement(id: $id) { participations { marking } names { marking } } }',
          { id: engagement },
        )
      ).engagement;

    await mark('Engagement', engagement, 'AMBER');

    expect(await parts()).toEqual({ participations: [{ marking: 'AMBER' }], names: [{ marking: 'AMBER' }] });
  });

  test('include every table of rows that belong to a record', async () => {
    const rows: { name: string }[] = await api.database.writer.query(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'record_id'
          AND table_name IN (SELECT regexp_replace(table_name, '_history$', '') FROM information_schema.tables WHERE table_name LIKE '%\\_history')`,
    );
    const ofClaims = ['claim_target', 'claim_passage', 'attribution', 'claim_relation'];

    expect([...FOLLOWING, ...ofClaims].sort()).toEqual(rows.map((row) => row.name).sort());
  });
});
