import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

const CLAIM = `id version statement modality predicate polarity value gap marking valid { edtf } source { id }
  targets { id role record { id } field } passages { id start } attributions { id kind descriptor }
  relations { kind from { id } to { id } }`;
const AMEND = `mutation ($id: ID!, $version: Int!, $input: ClaimInput!) { amendClaim(id: $id, expectedVersion: $version, input: $input) { ${CLAIM} } }`;

let api: Api;
let world: EvidenceWorld;
let source: string;
let engagement: string;
beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
  source = await world.source();
  engagement = await world.engagement();
});
afterAll(() => api.close());

async function read(id: string) {
  return (await api.data(`query ($id: ID!) { claim(id: $id) { ${CLAIM} } }`, { id })).claim;
}

async function amend(id: string, input: object) {
  return (await api.data(AMEND, { id, version: await world.version(id), input })).amendClaim;
}

async function refusal(id: string, input: object) {
  const { errors } = await api.query(AMEND, { id, version: await world.version(id), input });
  return errors?.[0]?.extensions;
}

describe('amendClaim', () => {
  test('changes what is given, empties what is null, leaves the rest', async () => {
    const id = await world.claim(source, engagement, {
      value: 'x',
      modality: 'LIKELY',
      valid: { edtf: '2021' },
    });
    const before = await read(id);

    const after = await amend(id, { statement: 'Another', value: null, modality: null });

    expect(after).toEqual({ ...before, version: 2, statement: 'Another', value: null, modality: 'ASSERTED' });
  });

  test('keeps the rows of a list that say the same', async () => {
    const id = await world.claim(source, engagement, {
      attributions: [{ kind: 'MEDIA', descriptor: 'news sources' }],
    });
    const before = await read(id);

    const after = await amend(id, {
      targets: [{ record: 'QA', role: 'OBJECT' }, { record: engagement }],
      attributions: [
        { kind: 'MEDIA', descriptor: 'news sources' },
        { order: 2, kind: 'OFFICIAL', descriptor: 'officials' },
      ],
    });

    expect(after.targets.map((target: { role: string }) => target.role)).toEqual(['OBJECT', 'SUBJECT']);
    expect(after.targets[1].id).toBe(before.targets[0].id);
    expect(after.attributions).toMatchObject([before.attributions[0], { kind: 'OFFICIAL' }]);
  });

  test('replaces passages and what it rests on', async () => {
    const [old, young] = [await world.claim(source, 'QA'), await world.claim(source, 'QA')];
    const id = await world.claim(source, engagement, { restsOn: [old] });

    const after = await amend(id, {
      passages: [{ quoteHash: 'ef'.repeat(32), start: 90_000, end: 90_001 }],
      restsOn: [young],
    });

    expect(after.passages).toMatchObject([{ start: 90_000 }]);
    expect(after.relations).toEqual([{ kind: 'SUPPORTS', from: { id: young }, to: { id } }]);
  });

  test('refuses to leave it unsound', async () => {
    const id = await world.claim(source, { record: engagement, field: 'when' }, { gap: 'NOT_DISCLOSED' });

    expect(await refusal(id, { statement: null })).toMatchObject({ field: 'statement' });
    expect(await refusal(id, { targets: [] })).toMatchObject({ field: 'targets' });
    expect(await refusal(id, { targets: [{ record: engagement }] })).toMatchObject({ field: 'gap' });
    expect(await refusal(id, { passages: null })).toMatchObject({ field: 'passages' });
    expect(await refusal(id, { source: null })).toMatchObject({ field: 'source' });
    expect(await refusal(id, { predicate: 'OBJECTIVE' })).toMatchObject({ field: 'gap' });
    expect(await refusal(id, { restsOn: [id] })).toMatchObject({ field: 'restsOn' });
  });

  test('moves it to another source only with passages of that one', async () => {
    const id = await world.claim(source, engagement);
    const other = await world.source();

    expect(await refusal(id, { source: other })).toMatchObject({ field: 'passages' });
    const moved = await amend(id, {
      source: other,
      passages: [{ quoteHash: 'ef'.repeat(32), start: 1, end: 2 }],
    });
    expect(moved).toMatchObject({ source: { id: other }, passages: [{ start: 1 }] });
  });

  test('is refused to whoever has seen another version', async () => {
    const id = await world.claim(source, engagement);

    const { errors } = await api.query(AMEND, { id, version: 7, input: { statement: 'x' } });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
  });

  test('never marks it below its source', async () => {
    const amber = await world.source({ marking: 'AMBER' });
    const id = await world.claim(amber, engagement);

    expect(await refusal(id, { marking: 'CLEAR' })).toMatchObject({ field: 'marking' });
    expect(await amend(id, { marking: 'RED' })).toMatchObject({ marking: 'RED' });
  });

  test('leaves what its editor cannot see', async () => {
    const red = await world.engagement({ marking: 'RED' });
    const spy = await world.person('Somebody hidden', { marking: 'RED' });
    const hidden = await world.claim(source, red);
    const id = await world.claim(source, 'QA', {
      targets: [{ record: 'QA' }, { record: red, role: 'CONTEXT' }],
      attributions: [{ kind: 'OTHER', speaker: spy }],
      restsOn: [hidden],
    });

    const { errors } = await api.as({ account: 'low', clearance: 0, mayWrite: true }, AMEND, {
      id,
      version: 1,
      input: { targets: [{ record: 'IQ' }], attributions: [], restsOn: [] },
    });

    expect(errors).toBeUndefined();
    const after = await read(id);
    expect(after.targets.map((target: { role: string }) => target.role).sort()).toEqual([
      'CONTEXT',
      'SUBJECT',
    ]);
    expect(after.attributions).toHaveLength(1);
    expect(after.relations).toHaveLength(1);
  });

  test('leaves what was believed before to be read', async () => {
    const id = await world.claim(source, engagement, { statement: 'Before' });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const then = new Date();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await amend(id, { statement: 'After', targets: [{ record: engagement, field: 'when' }] });

    const { asOf } = await api.data(
      `query ($id: ID!, $at: DateTime!) { asOf(recordedAt: $at) { node(id: $id) { ... on Claim { statement targets { field } } } } }`,
      { id, at: then.toISOString() },
    );

    expect(asOf.node).toEqual({ statement: 'Before', targets: [{ field: null }] });
  });
});
