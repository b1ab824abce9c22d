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

const TEXT = 'Doha, Qatar – A meeting 😀 took place in Doha this week between the two sides, according to a statement.';

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
        targets: [{ record: engagement, field: 'place' }, { record: 'QA', role: 'OBJECT' }, { descriptor: 'the two sides', role: 'CONTEXT' }],
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
    ['a field of somebody unnamed', { targets: [{ descriptor: 'a state', field: 'kind' }] }, 'targets.0.field'],
    ['a passage without offsets', { passages: [{ quote: 'x' }] }, 'passages.0.start'],
    ['a passage that ends before it begins', { passages: [{ quote: 'x', start: 4, end: 4 }] }, 'passages.0.end'],
    ['a passage without quote and hash', { passages: [{ start: 0, end: 4 }] }, 'passages.0.quote'],
    ['a hash that is none', { passages: [{ quoteHash: 'abc', start: 0, end: 4 }] }, 'passages.0.quoteHash'],
    ['a quote of another length than its offsets', { passages: [{ quote: 'Doha', start: 0, end: 5 }] }, 'passages.0.quote'],
    ['an attribution to nobody', { attributions: [{ kind: 'OTHER' }] }, 'attributions.0.speaker'],
    ['a step before the first', { attributions: [{ kind: 'OTHER', descriptor: 'x', order: 0 }] }, 'attributions.0.order'],
    ['a gap on what is no evidence', { predicate: 'OBJECTIVE', gap: 'NONE', targets: [{ record: 'QA', field: 'kind' }] }, 'gap'],
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

  test.each(['HOSTILE', 'RIVALRY', 'STRAINED', 'NORMAL', 'COOPERATIVE', 'ALLIED'])('takes %s as a phase', async (value) => {
    const source = await world.source();

    await expect(world.claim(source, 'QA', { predicate: 'RELATIONSHIP_PHASE', value })).resolves.toMatch(/^claim_/);
  });

  test('refuses a claim without a source', async () => {
    expect(await refusal({ statement: 'x', targets: [{ record: 'QA' }] })).toMatchObject({ field: 'source' });
  });

  test('refuses what does not exist, naming where', async () => {
    const source = await world.source();
    const gone = 'engagement_01kdvdna00e0080000000001hm';

    expect(await refusalOf(source, { targets: [{ record: gone }] })).toMatchObject({ code: 'NOT_FOUND', field: 'targets.0.record' });
    expect(await refusalOf('source_01kdvdna00e0080000000001hm', {})).toMatchObject({ code: 'NOT_FOUND', field: 'source' });
    expect(await refusalOf(source, { restsOn: ['claim_01kdvdna00e0080000000001hm'] })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'restsOn.0',
    });
    expect(
      await refusalOf(source, { attributions: [{ kind: 'DOCUMENT', referencedSource: 'source_01kdvdna00e0080000000001hm' }] }),
    ).toMatchObject({ code: 'NOT_FOUND', field: 'attributions.0.referencedSource' });
    expect(await refusalOf(source, { passages: [{ id: 'passage_01kdvdna00e0080000000001hm' }] })).toMatchObject({
      code: 'NOT_FOUND',
      field: 'passages.0.id',
    });
  });

  test('needs no passage from a row of a dataset', async () => {
    const source = await world.source({ kind: 'DATASET_ROW' });

    const { recordClaim } = await api.data(RECORD, { input: { source, statement: 'Row 1', targets: [{ record: 'QA' }] } });

    expect(recordClaim.passages).toEqual([]);
  });

  test('needs neither source nor passage where it rests on others, which then support it', async () => {
    const ground = await world.claim(await world.source(), engagement);

    const { recordClaim } = await api.data(RECORD, {
      input: { statement: 'So it was in March', modality: 'INFERRED', targets: [{ record: engagement, field: 'when' }], value: '2021-03~', restsOn: [ground] },
    });

    expect(recordClaim).toMatchObject({ source: null, relations: [{ kind: 'SUPPORTS', from: { id: ground }, to: { id: recordClaim.id } }] });
  });

  test('is as closely kept as its source, and may be kept closer, never less', async () => {
    const source = await world.source({ marking: 'AMBER' });

    const marking = async (given: string | null) =>
      (await api.data(RECORD, { input: world.claimInput(source, engagement, { marking: given }) })).recordClaim.marking;

    expect(await marking(null)).toBe('AMBER');
    expect(await marking('RED')).toBe('RED');
    expect(await refusalOf(source, { marking: 'GREEN' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'marking' });
  });

  test('refuses a part of another record, and knows the record by a part alone', async () => {
    const source = await world.source();
    const { engagement: mine } = await api.data(
      `query ($id: ID!) { engagement(id: $id) { participations { id } } }`,
      { id: await world.engagement({ participations: [{ actor: 'QA' }] }) },
    );
    const part = mine.participations[0].id;

    expect(await refusalOf(source, { targets: [{ record: engagement, part }] })).toMatchObject({ field: 'targets.0.part' });
    const { recordClaim } = await api.data(RECORD, { input: world.claimInput(source, { part, field: 'level' }) });
    expect(recordClaim.targets).toMatchObject([{ record: { id: expect.stringMatching(/^engagement_/) }, part: { id: part }, field: 'level' }]);
  });

  test('has the holder speak where only the office is named', async () => {
    const person = await world.person();
    const { recordPosition } = await api.data(
      'mutation ($input: PositionInput!) { recordPosition(input: $input) { id } }',
      { input: { title: 'Minister', state: 'IQ' } },
    );
    const { recordTenure } = await api.data('mutation ($input: TenureInput!) { recordTenure(input: $input) { id } }', {
      input: { person, position: recordPosition.id },
    });
    const source = await world.source();

    const { recordClaim } = await api.data(RECORD, {
      input: world.claimInput(source, engagement, { attributions: [{ kind: 'OFFICIAL', tenure: recordTenure.id }] }),
    });

    expect(recordClaim.attributions).toMatchObject([{ speaker: { id: person }, tenure: { id: recordTenure.id } }]);
    expect(
      await refusalOf(source, { attributions: [{ kind: 'OFFICIAL', speaker: 'QA', tenure: recordTenure.id }] }),
    ).toMatchObject({ field: 'attributions.0.tenure' });
  });
});

describe('passages of a claim', () => {
  test('stand at their offsets, counted in code points', async () => {
    const source = await world.source({ text: TEXT });

    const wrong = await refusalOf(source, { passages: [{ quote: 'took place in Doha', start: 25, end: 43 }] });

    expect(wrong).toMatchObject({ code: 'BAD_USER_INPUT', field: 'passages.0.quote' });
    expect(wrong.message).toContain('there stands " took place in Doh"');
  });

  test('are refused with at most 40 characters of what stands there', async () => {
    const source = await world.source({ text: TEXT });

    const { message } = await refusalOf(source, { passages: [{ quote: 'x'.repeat(100), start: 0, end: 100 }] });

    expect(message).toContain('"Doha, Qatar – A meeting 😀 took place in…"');
  });

  test('are refused beyond the end of the text', async () => {
    const source = await world.source({ text: 'Short.' });

    const { message } = await refusalOf(source, { passages: [{ quote: 'Short. And', start: 0, end: 10 }] });

    expect(message).toContain('the text ends at 6');
  });

  test('may be told by hash where the text is held, if it is the hash of what stands there', async () => {
    const source = await world.source({ text: 'Short.' });
    const hash = 'f9de74bbd46f37d5b6a4ba67a7bdc6d3eb3ea5c1a3c5ec1cf3b2fd52ffd0f31c';

    expect(await refusalOf(source, { passages: [{ quoteHash: hash, start: 0, end: 5 }] })).toMatchObject({
      field: 'passages.0.quoteHash',
    });
  });

  test('are one row however many claims quote them', async () => {
    const source = await world.source({ text: TEXT });
    const passages = [{ quote: 'Doha', start: 0, end: 4 }];

    const first = (await api.data(RECORD, { input: world.claimInput(source, engagement, { passages }) })).recordClaim;
    const second = (await api.data(RECORD, { input: world.claimInput(source, 'QA', { passages: [...passages, ...passages] }) })).recordClaim;
    const third = (await api.data(RECORD, { input: world.claimInput(source, 'QA', { passages: [{ id: first.passages[0].id }] }) })).recordClaim;

    expect([second, third].map((claim) => claim.passages)).toEqual([first.passages, first.passages]);
  });

  test('of another source are refused', async () => {
    const { recordClaim } = await api.data(RECORD, { input: world.claimInput(await world.source(), engagement) });

    const wrong = await refusalOf(await world.source(), { passages: [{ id: recordClaim.passages[0].id }] });

    expect(wrong).toMatchObject({ code: 'BAD_USER_INPUT', field: 'passages.0.id' });
  });

  test('of a text that is not held keep their hash, and the quote if it is given', async () => {
    const source = await world.source({ isHeld: false });
    const read = async (passage: object) =>
      (await api.data(RECORD, { input: world.claimInput(source, engagement, { passages: [passage] }) })).recordClaim.passages[0];
    const quoteHash = '7fb2b86aa2b8cb08d0e5c7ea2a9fce3ed4dd6bb46bf6ca7d5efd4aa07b2ab9a1';

    expect(await read({ quoteHash, start: 7, end: 12 })).toMatchObject({ quote: null, quoteHash, prefix: null });
    expect(await read({ quote: 'Doha', start: 0, end: 4 })).toMatchObject({
      quote: 'Doha',
      quoteHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      prefix: null,
    });
    expect(await refusalOf(source, { passages: [{ quote: 'Dehi', start: 0, end: 4 }] })).toMatchObject({
      field: 'passages.0.quote',
    });
  });
});

describe('relateClaims', () => {
  const RELATE = `mutation ($input: ClaimRelationInput!) { relateClaims(input: $input) { id kind note from { id version } to { id version } delay { minimum maximum } } }`;

  test('relates two claims, as part of the first', async () => {
    const [from, to] = [
      await world.claim(await world.source({ published: { edtf: '2021-03-05' } }), 'QA'),
      await world.claim(await world.source({ published: { edtf: '2021-02' } }), 'QA'),
    ];

    const { relateClaims } = await api.data(RELATE, { input: { from, kind: 'CORRECTS', to, note: 'Another date' } });

    expect(relateClaims).toMatchObject({
      kind: 'CORRECTS',
      note: 'Another date',
      from: { id: from, version: 2 },
      to: { id: to, version: 1 },
      delay: { minimum: 5, maximum: 32 },
    });
  });

  test('refuses a claim with itself, and what stands already', async () => {
    const [from, to] = [await world.claim(await world.source(), 'QA'), await world.claim(await world.source(), 'QA')];
    const existingId = await world.relate(from, 'CONTRADICTS', to);

    const itself = await api.query(RELATE, { input: { from, kind: 'SUPPORTS', to: from } });
    const again = await api.query(RELATE, { input: { from, kind: 'CONTRADICTS', to } });

    expect(itself.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'to' });
    expect(again.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', existingId });
  });

  test('refuses claims that do not exist', async () => {
    const from = await world.claim(await world.source(), 'QA');

    const { errors } = await api.query(RELATE, { input: { from, kind: 'SUPPORTS', to: 'claim_01kdvdna00e0080000000001hm' } });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'to' });
  });
});
