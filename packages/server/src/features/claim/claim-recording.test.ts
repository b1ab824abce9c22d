import { Api } from '../../../test/harness/api';
import { EvidenceWorld } from '../../../test/harness/evidence';

const RECORD = `mutation ($input: ClaimInput!) {
  recordClaim(input: $input) {
    id version label predicate statement modality polarity standing marking
    source { id } targets { role record { id } part { id } field descriptor } passages { id quote quoteHash prefix suffix start end heading }
    attributions { order kind speaker { id } descriptor tenure { id } referencedSource { id } }
    relations { kind from { id } to { id } }
  }
}`;

let api: Api;
let world: EvidenceWorld;
let engagement: string;

const TEXT =
  'Doha, Qatar – A meeting 😀 took place in Doha this week between the two sides, according to a statement.';

beforeAll(async () => {
  api = await Api.open();
  world = new EvidenceWorld(api);
  engagement = await world.engagement();
});
afterAll(() => api.close());

/** The answer to an input that must be refused. */
async function refusal(input: object) {
  const { errors } = await api.query(RECORD, { input });
  expect(errors).toHaveLength(1);
  return { ...errors?.[0]?.extensions, message: errors?.[0]?.message };
}

async function refusalOf(source: string, more: object) {
  return refusal(world.claimInput(source, engagement, more as { [field: string]: unknown }));
}

describe('recordClaim', () => {
  test('records what a source says, with the force it has by default', async () => {
    const source = await world.source({ text: TEXT });

    const { recordClaim } = await api.data(RECORD, {
      input: {
        source,
        statement: 'They met in Doha',
        targets: [
          { record: engagement, field: 'place' },
          { record: 'QA', role: 'OBJECT' },
          { descriptor: 'the two sides', role: 'CONTEXT' },
        ],
        passages: [{ quote: 'took place in Doha', start: 26, end: 44, heading: 'News' }],
        attributions: [{ kind: 'OFFICIAL', descriptor: 'a statement' }],
      },
    });

    expect(recordClaim).toMatchObject({
      version: 1,
      label: 'They met in Doha',
      predicate: 'SUPPORTS_RECORD',
      modality: 'ASSERTED',
      polarity: 'POSITIVE',
      standing: 'NORMAL',
      marking: 'CLEAR',
      source: { id: source },
      targets: [
        { role: 'SUBJECT', record: { id: engagement }, field: 'place' },
        { role: 'OBJECT', record: {}, field: null },
        { role: 'CONTEXT', record: null, descriptor: 'the two sides' },
      ],
      passages: [
        {
          quote: 'took place in Doha',
          start: 26,
          end: 44,
          prefix: 'Doha, Qatar – A meeting 😀 ',
          suffix: ' this week between the two sides',
          heading: 'News',
        },
      ],
      attributions: [{ order: 1, kind: 'OFFICIAL', speaker: null, descriptor: 'a statement' }],
    });
  });

  test.each([
    ['a claim without a statement', { statement: null }, 'statement'],
    ['a claim of empty words', { statement: '  ' }, 'statement'],
    ['a claim without a SUBJECT', { targets: [{ record: 'QA', role: 'OBJECT' }] }, 'targets'],
    ['a claim without a passage', { passages: [] }, 'passages'],
    ['a target that names nothing', { targets: [{ role: 'SUBJECT' }] }, 'targets.0.record'],
    [
      'a field of somebody unnamed',
      { targets: [{ descriptor: 'a state', field: 'kind' }] },
      'targets.0.field',
    ],
    ['a passage without offsets', { passages: [{ quote: 'x' }] }, 'passages.0.start'],
    [
      'a passage that ends before it begins',
      { passages: [{ quote: 'x', start: 4, end: 4 }] },
      'passages.0.end',
    ],
    ['a passage without quote and hash', { passages: [{ start: 0, end: 4 }] }, 'passages.0.quote'],
    ['a hash that is none', { passages: [{ quoteHash: 'abc', start: 0, end: 4 }] }, 'passages.0.quoteHash'],
    [
      'a quote of another length than its offsets',
      { passages: [{ quote: 'Doha', start: 0, end: 5 }] },
      'passages.0.quote',
    ],
    ['an attribution to nobody', { attributions: [{ kind: 'OTHER' }] }, 'attributions.0.speaker'],
    [
      'a step before the first',
      { attributions: [{ kind: 'OTHER', descriptor: 'x', order: 0 }] },
      'attributions.0.order',
    ],
    [
      'a gap on what is no evidence',
      { predicate: 'OBJECTIVE', gap: 'NONE', targets: [{ record: 'QA', field: 'kind' }] },
      'gap',
    ],
    ['a gap without a field', { gap: 'NOT_DISCLOSED' }, 'gap'],
    ['a priority below the top', { predicate: 'OBJECTIVE', priority: 0 }, 'priority'],
    ['a phase that is none', { predicate: 'RELATIONSHIP_PHASE', value: 'FRIENDLY' }, 'value'],
    ['a date that cannot be read', { valid: { edtf: '2021-13' } }, 'valid.edtf'],
    ['fields, which are for evidence in other inputs', { fields: ['when'] }, 'fields'],
    ['an id of another type as source', { source: 'claim_01kdvdna00e0080000000001hm' }, 'source'],
    ['a field that is several', { targets: [{ record: 'QA', field: 'when.text' }] }, 'targets.0.field'],
  ])('refuses %s', async (_, more, field) => {
    const source = await world.source();

    expect(await refusalOf(source, more)).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  test.each(['HOSTILE', 'RIVALRY', 'STRAINED', 'NORMAL', 'COOPERATIVE', 'ALLIED'])(
    'takes %s as a phase',
    async (value) => {
      const source = await world.source();

      await expect(world.claim(source, 'QA', { predicate: 'RELATIONSHIP_PHASE', value })).resolves.toMatch(
        /^claim_/,
      );
    },
  );

  test('refuses a claim without a source', async () => {
    expect(await refusal({ statement: 'x', targets: [{ record: 'QA' }] })).toMatchObject({ field: 'source' });
  });

  test('refuses what does not exist, naming where', async () => {
    const source = await world.source();
    const gone = 'engagement_01kdvdna00e0080000000001hm';

    expect(await refusalOf(source, { targets: [{ record: gone }] })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'targets.0.record',
    });
    expect(await refusalOf('source_01kdvdna00e0080000000001hm', {})).toMatchObject({
      code: 'NOT_FOUND',
      field: 'source',
    });
    expect(await refusalOf(source, { restsOn: ['claim_01kdvdna00e0080000000001hm'] })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'restsOn.0',
    });
    expect(
      await refusalOf(source, {
        attributions: [{ kind: 'DOCUMENT', referencedSource: 'source_01kdvdna00e0080000000001hm' }],
      }),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'attributions.0.referencedSource' });
    expect(
      await refusalOf(source, { passages: [{ id: 'passage_01kdvdna00e0080000000001hm' }] }),
    ).toMatchObject({
      code: 'NOT_FOUND',
      field: 'passages.0.id',
    });
  });

  test('needs no passage from a row of a dataset', async () => {
    const source = await world.source({ kind: 'DATASET_ROW' });

    const { recordClaim } = await api.data(RECORD, {
      input: { source, statement: 'Row 1', targets: [{ record: 'QA' }] },
    });

    expect(recordClaim.passages).toEqual([]);
  });

  test('needs neither source nor passage where it rests on others, which then support it', async () => {
    const ground = await world.claim(await world.source(), engagement);

    const { recordClaim } = await api.data(RECORD, {
      input: {
        statement: 'So it was in March',
        modality: 'INFERRED',
        targets: [{ record: engagement, field: 'when' }],
        value: '2021-03~',
        restsOn: [ground],
      },
    });

    expect(recordClaim).toMatchObject({
      source: null,
      relations: [{ kind: 'SUPPORTS', from: { id: ground }, to: { id: recordClaim.id } }],
    });
  });

  test('is as closely kept as its source, and may be kept closer, never less', async () => {
    const source = await world.source({ marking: 'AMBER' });

    const marking = async (given: string | null) =>
      (await api.data(RECORD, { input: world.claimInput(source, engagement, { marking: given }) }))
        .recordClaim.marking;

    expect(await marking(null)).toBe('AMBER');
    expect(await marking('RED')).toBe('RED');
    expect(await refusalOf(source, { marking: 'GREEN' })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'marking',
    });
  });

  test('refuses a part of another record, and knows the record by a part alone', async () => {
    const source = await world.source();
    const { engagement: mine } = await api.data(
      `query ($id: ID!) { engagement(id: $id) { participations { id } } }`,
      { id: await world.engagement({ participations: [{ actor: 'QA' }] }) },
    );
    const part = mine.participations[0].id;

    expect(await refusalOf(source, { targets: [{ record: engagement, part }] })).toMatchObject({
      field: 'targets.0.part',
    });
    const { recordClaim } = await api.data(RECORD, {
      input: world.claimInput(source, { part, field: 'level' }),
    });
    expect(recordClaim.targets).toMatchObject([
      { record: { id: expect.stringMatching(/^engagement_/) }, part: { id: part }, field: 'level' },
    ]);
  });

  test('has the holder speak where only the office is named', async () => {
    const person = await world.person();
    const { recordPosition } = await api.data(
      'mutation ($input: PositionInput!) { recordPosition(input: $input) { id } }',
      { input: { title: 'Minister', state: 'IQ' } },
    );
    const { recordTenure } = await api.data(
      'mutation ($input: TenureInput!) { recordTenure(input: $input) { id } }',
      {
        input: { person, position: recordPosition.id },
      },
    );
    const source = await world.source();

    const { recordClaim } = await api.data(RECORD, {
      input: world.claimInput(source, engagement, {
        attributions: [{ kind: 'OFFICIAL', tenure: recordTenure.id }],
      }),
    });

    expect(recordClaim.attributions).toMatchObject([
      { speaker: { id: person }, tenure: { id: recordTenure.id } },
    ]);
    expect(
      await refusalOf(source, {
        attributions: [{ kind: 'OFFICIAL', speaker: 'QA', tenure: recordTenure.id }],
      }),
    ).toMatchObject({ field: 'attributions.0.tenure' });
  });
});
